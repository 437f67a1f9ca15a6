import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ENVIRONMENT } from '../../shared/contracts/environment.ts';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import { bundleFunctions } from './bundle-functions.ts';
import { inScratch } from './in-scratch.ts';
import { median } from './median.ts';

const RUNS = 9;

/** Prints how long the first loading of a file takes, in milliseconds, as Lambda loads it: nothing was compiled before. */
const SCRIPT = `
const start = performance.now();
require(process.argv[1]);
console.log(performance.now() - start);
process.exit();
`;

export interface ColdImport {
  readonly name: FunctionName | 'bare';
  /** Median of processes that did nothing else. */
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Imports each function, bundled as it is deployed, in new processes; functions take turns. */
export async function benchColdImports(): Promise<readonly ColdImport[]> {
  return inScratch(async (folder) => {
    const bundles = Object.entries(await bundleFunctions(join(folder, 'bundles')));
    const times = new Map(bundles.map(([name]) => [name, [] as number[]]));
    for (let run = 0; run < RUNS; run++)
      for (const [name, file] of bundles) times.get(name)?.push(await coldImport(file));
    return Promise.all(
      bundles.map(async ([name, file]) => ({
        name: name as ColdImport['name'],
        milliseconds: median(times.get(name) ?? []),
        bytes: (await stat(file)).size,
      })),
    );
  });
}

async function coldImport(file: string): Promise<number> {
  const args = ['--input-type=commonjs', '--eval', SCRIPT, file];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: environment() });
  return Number(stdout);
}

/** What a function reads when it starts; it asks nobody anything before its first call. */
function environment(): NodeJS.ProcessEnv {
  const address = 'http://127.0.0.1:1/queue';
  const named = Object.entries(ENVIRONMENT).map(([key, name]) => [
    name,
    key === 'malwareScan' ? 'non' : key.endsWith('Queue') ? address : key.toLowerCase(),
  ]);
  return {
    ...Object.fromEntries(named),
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
}
