import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { BUNDLING, entryOf, ROOT } from '../../infra/constructs/bundling.ts';
import { ENVIRONMENT } from '../../shared/contracts/environment.ts';
import { FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';
import { BUDGETS, HEAVY } from './bundle-budgets.ts';

const NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];

/** What the CDK makes of a function. */
async function bundle(name: FunctionName) {
  const { mainFields, sourceMap: sourcemap, ...options } = BUNDLING;
  const { outputFiles, metafile } = await build({
    ...options,
    sourcemap,
    mainFields: [...mainFields],
    entryPoints: [entryOf(name)],
    bundle: true,
    platform: 'node',
    absWorkingDir: ROOT,
    outfile: path.join(ROOT, 'index.cjs'),
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const code = outputFiles.find(({ path: file }) => file.endsWith('.cjs'))?.contents ?? new Uint8Array();
  return { code, inputs: Object.keys(metafile.inputs) };
}

/** Imports a bundle alone, as Lambda does, far from our packages. @returns what it exports as `handler` */
function handlerOf(file: string): string {
  const variables = Object.values(ENVIRONMENT).map((name) => [name, 'https://sqs.invalid/0/q'] as const);
  const env = {
    ...Object.fromEntries(variables),
    [ENVIRONMENT.malwareScan]: 'non',
    AWS_REGION: 'eu-west-3',
  };
  const script = `const { handler } = await import('${pathToFileURL(file)}'); console.log(typeof handler);`;
  const args = ['--input-type=module', '--eval', script];
  return execFileSync(process.execPath, args, { env, cwd: path.dirname(file), encoding: 'utf8' }).trim();
}

describe.each(NAMES)('the bundle of %s', (name) => {
  let folder = '';
  let made: Awaited<ReturnType<typeof bundle>>;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
    made = await bundle(name);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps within its budget, which is not much above it', () => {
    expect(made.code.length).toBeLessThan(BUDGETS[name]);
    expect(made.code.length).toBeGreaterThan(BUDGETS[name] * 0.85);
  });

  it('holds the heavy libraries that it needs, and no other', () => {
    const held = Object.keys(HEAVY).filter((library) =>
      made.inputs.some((input) => input.includes(`node_modules/${library}/`)),
    );
    expect(held).toEqual(Object.keys(HEAVY).filter((library) => HEAVY[library]?.includes(name)));
  });

  it('starts by itself and exports a handler', () => {
    const file = path.join(folder, 'index.cjs');
    writeFileSync(file, made.code);
    expect(handlerOf(file)).toBe('function');
  });
});
