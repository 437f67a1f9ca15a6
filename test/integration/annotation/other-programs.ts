import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** The distribution's own comes with the modules that apt installs; the first of the path may be another. */
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import openpyxl']).status === 0,
);

export type Files = ReadonlyMap<string, Uint8Array>;

export const isOpenpyxlHere = PYTHON !== undefined;

/** The same workbooks as LibreOffice saves them, in one run; those that it cannot open are left out. */
export async function savedByLibreOffice(files: Files): Promise<Files> {
  return inFolder(files, async (folder, paths) => {
    const out = join(folder, 'out');
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await run(
      'soffice',
      [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, ...paths],
      { timeout: 280_000 },
    );
    const names = await readdir(out);
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(out, name))] as const)),
    );
  });
}

export interface SeenSheet {
  readonly coloured: readonly { readonly ranges: readonly string[]; readonly bold: boolean }[];
  readonly comments: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string | null>>;
}

/** The marks of each sheet as openpyxl sees them, by file; null for a file that it does not open. */
export async function seenByOpenpyxl(
  files: Files,
): Promise<ReadonlyMap<string, Readonly<Record<string, SeenSheet>> | null>> {
  if (PYTHON === undefined) throw new Error('no Python has openpyxl');
  return inFolder(files, async (folder, paths) => {
    const script = join(import.meta.dirname, 'read_marks.py');
    const { stdout } = await run(PYTHON, [script, ...paths], { timeout: 110_000, maxBuffer: 2 ** 28 });
    const seen = JSON.parse(stdout) as Record<string, Record<string, SeenSheet>>;
    return new Map(
      Object.entries(seen).map(([path, sheets]) => [
        path.slice(folder.length + 1),
        'error' in sheets ? null : sheets,
      ]),
    );
  });
}

async function inFolder<T>(
  files: Files,
  work: (folder: string, paths: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'annotated-'));
  try {
    const paths = [...files.keys()].map((name) => join(folder, name));
    await Promise.all([...files].map(([name, bytes]) => writeFile(join(folder, name), bytes)));
    return await work(folder, paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
