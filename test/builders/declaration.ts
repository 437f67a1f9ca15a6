import { NATION } from '../../shared/domain/access/perimeter.ts';
import { writeReference } from '../../shared/domain/deposit/cell-reference.ts';
import type { ReadingContext } from '../../shared/domain/deposit/reading.ts';
import type {
  Cell,
  CellKind,
  DelimitedContent,
  Sheet,
  WorkbookContent,
} from '../../shared/domain/deposit/table.ts';
import { directory, LONER } from './directory.ts';
import { CAMPAIGN, sourceOf } from './entry.ts';

export type RowText = Readonly<Record<string, string>>;

/** A row that is taken without a word. */
export const GOOD_ROW = {
  finess: LONER,
  campagne: '2026',
  cloture: 'definitive',
  date_cloture: '2026-05-20',
  charges_titre1: '600000',
  charges_titre2: '200000',
  charges_titre3: '150000',
  charges_titre4: '50000',
  emplois_investissement: '40000',
  num_personnel: '10000',
  num_medical: '1000',
  num_general: '6000',
  num_amortissement: '3000',
  num_investissement: '8000',
  etp_total: '120',
  etp_ssi_internes: '2.5',
  etp_ssi_externes: '1',
  maturite_date: '2026-03-10',
} as const satisfies RowText;

export function readingContext(over: Partial<ReadingContext> = {}): ReadingContext {
  return { campaign: CAMPAIGN, source: sourceOf(), directory: directory(), perimeter: NATION, ...over };
}

/** Records with their lines, the headings on line 1. */
export function delimited(...records: readonly (readonly string[])[]): DelimitedContent {
  return { records: records.map((cells, index) => ({ line: index + 1, cells })) };
}

/** A CSV whose headings are the keys of the first row, which every row has. */
export function declarations(...rows: readonly RowText[]): DelimitedContent {
  const headings = Object.keys(rows[0] ?? {});
  return delimited(headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? '')));
}

export function cell(text: string, kind: CellKind = 'text'): Cell {
  return { kind, text };
}

/** A sheet from its rows, blank cells absent; row 1 first unless `firstRow` says otherwise. */
export function sheetOf(
  rows: readonly (readonly (string | Cell)[])[],
  { name = 'Feuil1', firstRow = 1 }: { readonly name?: string; readonly firstRow?: number } = {},
): Sheet {
  const cells = new Map<string, Cell>();
  rows.forEach((row, index) => {
    row.forEach((content, column) => {
      const value = typeof content === 'string' ? cell(content) : content;
      if (value.text !== '') cells.set(writeReference({ column, row: firstRow + index }), value);
    });
  });
  return { name, hidden: false, cells };
}

export function workbookOf(...sheets: readonly Sheet[]): WorkbookContent {
  return { sheets, names: new Map() };
}

/** The template: each input in column B of « Saisie », under a defined name equal to its column. */
export function templateOf(inputs: Readonly<Record<string, string | Cell>>): WorkbookContent {
  const rows = Object.entries(inputs).map(([name, value]) => [name, value]);
  const names = Object.keys(inputs).map(
    (name, index) => [name, { sheet: 'Saisie', cell: `B${index + 1}` }] as const,
  );
  return { sheets: [sheetOf(rows, { name: 'Saisie' })], names: new Map(names) };
}
