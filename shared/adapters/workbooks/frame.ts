import type { Book } from './package/book.ts';
import type { Sheet } from './package/sheet.ts';
import { LINK, MARKING, NOTE, TITLE } from './package/styles.ts';

/** On each sheet and each printed page. */
const RESTRICTED = 'Diffusion restreinte – TLP:AMBER';

export const SUMMARY_SHEET = 'Synthèse';

/** The headings of every list stand on this row: title, marking, how to read, way back, headings. */
export const HEADING_ROW = 5;
export const FIRST_LIST_ROW = HEADING_ROW + 1;

export interface FrameSpec {
  readonly name: string;
  readonly title: string;
  /** How to read the sheet, in one sentence. */
  readonly reading: string;
  /** Columns that stay in sight when one scrolls to the right. */
  readonly frozenColumns: number;
  /** The headings of a list stay in sight and are printed on each page. */
  readonly list: boolean;
  /** The row above the headings explains them: it is printed with them. */
  readonly captions?: true;
  /** How many printed pages its columns are spread over, names repeated; one unless told. */
  readonly pagesWide?: number;
}

/** Whose workbook it is: « ARS Bretagne – campagne 2026 (exercice 2025) ». */
export type Owner = string;

/** Opens a sheet with what every sheet has: title, marking, a sentence to read it by, the way back, print set-up. */
export function openSheet(book: Book, owner: Owner, spec: FrameSpec): Sheet {
  const sheet = book.sheet({
    name: spec.name,
    frozen: { rows: spec.list ? HEADING_ROW : 2, columns: spec.frozenColumns },
    ...(spec.list ? { repeatedRows: `${spec.captions ? HEADING_ROW - 1 : HEADING_ROW}:${HEADING_ROW}` } : {}),
    ...(spec.pagesWide === undefined ? {} : { repeatedColumns: 'A:B' }),
    pagesWide: spec.pagesWide ?? 1,
    header: { left: RESTRICTED, right: owner },
    footer: { left: RESTRICTED, center: spec.name },
    gridLines: false,
  });
  sheet.put(1, 1, spec.title, TITLE);
  sheet.rowHeight(1, 24);
  sheet.put(2, 1, `${RESTRICTED} – ${owner}`, MARKING);
  sheet.put(3, 1, spec.reading, NOTE);
  if (spec.name !== SUMMARY_SHEET) sheet.put(4, 1, linkTo(SUMMARY_SHEET, '← Synthèse'), LINK);
  return sheet;
}

/** A formula, and not a hyperlink part: exceljs would declare the sheet as a web address. */
export function linkTo(sheet: string, label: string) {
  return { formula: `HYPERLINK("#'${sheet.replaceAll("'", "''")}'!A1","${label}")`, result: label };
}
