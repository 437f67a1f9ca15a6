import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** The distribution's own comes with the modules that apt installs; the first of the path may be another. */
const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import openpyxl']).status === 0,
);

export const isOpenpyxlHere = PYTHON !== undefined;

interface SeenValues {
  readonly ref: string;
  readonly kept: readonly (string | number)[];
}

export interface SeenBook {
  readonly title: string;
  readonly language: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly tables: readonly {
      readonly name: string;
      readonly ref: string;
      readonly columns: readonly string[];
      readonly headings: readonly string[];
    }[];
    readonly charts: readonly {
      readonly kind: string;
      readonly title: string;
      readonly series: readonly {
        readonly name: string;
        readonly categories: SeenValues;
        readonly values: SeenValues;
      }[];
    }[];
    readonly visuals: readonly { readonly range: string; readonly kind: string }[];
    /** Rows repeated on paper: `$5:$5`. */
    readonly titles: string | null;
  }[];
}

/** What openpyxl sees in a workbook. */
export async function seenByOpenpyxl(bytes: Uint8Array): Promise<SeenBook> {
  if (PYTHON === undefined) throw new Error('no Python has openpyxl');
  const folder = await mkdtemp(join(tmpdir(), 'seen-'));
  try {
    const file = join(folder, 'book.xlsx');
    await writeFile(file, bytes);
    const script = join(import.meta.dirname, 'read_package.py');
    const { stdout } = await run(PYTHON, [script, file], { timeout: 110_000, maxBuffer: 2 ** 28 });
    const seen = JSON.parse(stdout) as Record<string, SeenBook>;
    const book = seen[file];
    if (!book) throw new Error('openpyxl said nothing of the workbook');
    return book;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
