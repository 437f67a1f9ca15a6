import type { Cell, WorkbookContent } from '../../shared/domain/deposit/table.ts';
import type { TemplateTable } from '../../shared/domain/deposit/template/named-table.ts';
import { sheetOf, templateOf } from './declaration.ts';

type Rows = readonly (readonly (string | Cell)[])[];

/** The template of version 2026-2: single inputs on « Saisie », each table on a sheet named by it, headings on row 3. */
export function templateWith(
  inputs: Readonly<Record<string, string | Cell>>,
  tables: Partial<Record<TemplateTable, Rows>>,
): WorkbookContent {
  const { sheets, names } = templateOf({ ...inputs, modele_version: '2026-2' });
  const entries = Object.entries(tables) as readonly (readonly [TemplateTable, Rows])[];
  return {
    sheets: [...sheets, ...entries.map(([name, rows]) => sheetOf(rows, { name, firstRow: 3 }))],
    names: new Map([...names, ...entries.map(([name]) => [name, { sheet: name, cell: 'A3' }] as const)]),
  };
}
