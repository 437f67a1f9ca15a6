import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLING, entryOf } from '../../infra/constructs/bundling.ts';
import { FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';

const FUNCTION_NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];

/** A function that imports nothing and answers at once. */
const BARE = 'exports.handler = async () => ({ statusCode: 200 });\n';

/** Bundles functions as they are deployed, and a bare one. @returns the file of each */
export async function bundleFunctions(
  folder: string,
  names: readonly FunctionName[] = FUNCTION_NAMES,
): Promise<Readonly<Record<FunctionName | 'bare', string>>> {
  await mkdir(folder, { recursive: true });
  const bare = join(folder, 'bare.cjs');
  await writeFile(bare, BARE);
  const { format, mainFields, target, minify, sourceMap, sourcesContent } = BUNDLING;
  const bundled = await Promise.all(
    names.map(async (name) => {
      const outfile = join(folder, `${name}.cjs`);
      await build({
        target,
        minify,
        sourcemap: sourceMap,
        sourcesContent,
        mainFields: [...mainFields],
        entryPoints: [entryOf(name)],
        outfile,
        bundle: true,
        format,
        platform: 'node',
        logLevel: 'error',
      });
      return [name, outfile] as const;
    }),
  );
  return { bare, ...Object.fromEntries(bundled) } as Record<FunctionName | 'bare', string>;
}
