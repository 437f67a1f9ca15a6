import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Debian's package serves Debian's Python, which need not be the first on the path. */
const PYTHONS = ['python3', '/usr/bin/python3'] as const;

const SCRIPT = `
import sys, time
import openpyxl
def read():
    start = time.perf_counter()
    book = openpyxl.load_workbook(sys.argv[1], data_only=True)
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            pass
    return (time.perf_counter() - start) * 1000
runs = sorted(read() for _ in range(14))[:11]
print(runs[5])
`;

/** Median of several readings of every cell by openpyxl; null where Python has none. */
export async function openpyxlMilliseconds(file: Uint8Array): Promise<number | null> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-openpyxl-'));
  try {
    const path = join(folder, 'file.xlsx');
    await writeFile(path, file);
    for (const python of PYTHONS) {
      const run = await promisify(execFile)(python, ['-c', SCRIPT, path]).catch(() => null);
      if (run) return Number(run.stdout);
    }
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
