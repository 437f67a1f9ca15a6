import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is typed in one input: a number, a text, or a day. */
type Typed = number | string | { readonly date: string };
/** An input by its name, or by its table, its line under the headings (from 1) and its heading. */
export type Entered =
  | { readonly name: string; readonly value: Typed }
  | { readonly table: string; readonly line: number; readonly heading: string; readonly value: Typed };

/** What a person does to the sheets themselves; LibreOffice alone keeps the names right. */
type Changed =
  | { readonly rename: string; readonly to: string }
  | { readonly insertAbove: string; readonly rows: number };

/** A program that opens a workbook, types in its open cells, and saves it in its own way. */
export interface Filler {
  readonly program: string;
  /** Whether the program is installed. */
  readonly here: boolean;
  /** @throws where a cell is locked, or is not found */
  fill(template: Uint8Array, entries: readonly (Entered | Changed)[]): Uint8Array;
}

/** The distribution's own comes with the modules that apt installs; the first of the path may be another. */
const PYTHONS = ['/usr/bin/python3', 'python3'];

function filler(program: string, module: string, script: string, command: string | null): Filler {
  const python = PYTHONS.find((one) => spawnSync(one, ['-c', `import ${module}`]).status === 0);
  return {
    program,
    here: python !== undefined && (command === null || spawnSync(command, ['--version']).status === 0),
    fill: (template, entries) => {
      if (python === undefined) throw new Error(`no Python has the module ${module}`);
      const folder = mkdtempSync(join(tmpdir(), 'filled-'));
      try {
        const [source, out] = [join(folder, 'modele.xlsx'), join(folder, 'rempli.xlsx')];
        writeFileSync(source, template);
        const input = JSON.stringify(entries);
        execFileSync(python, [join(import.meta.dirname, script), source, out], { input, timeout: 110_000 });
        return readFileSync(out);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  };
}

export const FILLERS: readonly Filler[] = [
  filler('LibreOffice', 'uno', 'fill_libreoffice.py', 'soffice'),
  filler('openpyxl', 'openpyxl', 'fill_openpyxl.py', null),
];
