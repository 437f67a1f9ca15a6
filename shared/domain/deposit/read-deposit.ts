import { ANOMALIES_NAME } from './anomalies-name.ts';
import { DECLARATION } from './declaration/kind.ts';
import { delimitedTable } from './delimited-table.ts';
import { type Reading, type ReadingContext, unreadable } from './reading.ts';
import { sheetTable } from './sheet-table.ts';
import type { DelimitedContent, WorkbookContent } from './table.ts';
import { kindOf } from './table-kinds.ts';
import { isTemplate, readTemplate } from './template/read.ts';

export type DepositContent =
  | { readonly kind: 'workbook'; readonly content: WorkbookContent }
  | { readonly kind: 'delimited'; readonly content: DelimitedContent };

/** What a deposit says, row by row. Pure: the same content, source and reference set give the same reading. */
export function readDeposit(deposit: DepositContent, context: ReadingContext): Reading {
  return deposit.kind === 'workbook'
    ? readWorkbook(deposit.content, context)
    : readDelimited(deposit.content, context);
}

/**
 * The template, known by the names of its input cells, or else the first sheet that holds a table of a known kind. The
 * sheet of anomalies that we have added to a file handed back repeats headings, and is no table.
 */
function readWorkbook(content: WorkbookContent, context: ReadingContext): Reading {
  if (isTemplate(content)) return readTemplate(content, context);
  const ours = content.names.get(ANOMALIES_NAME)?.sheet;
  const tables = content.sheets.flatMap((sheet) => {
    if (sheet.name === ours) return [];
    const table = sheetTable(sheet);
    const kind = table && kindOf(table.header);
    return table && kind ? [{ sheet: sheet.name, table, kind }] : [];
  });
  const [first, ...others] = tables;
  if (!first) return unreadable('unknown', [{ code: 'NOT_A_DECLARATION', at: {}, seen: '' }]);
  const reading = first.kind.read(first.table, context);
  const ignored = others.map(({ sheet }) => ({
    code: 'SHEET_IGNORED' as const,
    at: { sheet },
    seen: sheet,
    facts: { read: first.sheet },
  }));
  return { ...reading, issues: [...reading.issues, ...ignored] };
}

/** A CSV has its headings on its first line: what no kind recognises is held against the columns of a declaration. */
function readDelimited(content: DelimitedContent, context: ReadingContext): Reading {
  const table = delimitedTable(content);
  if (!table) return unreadable('unknown', [{ code: 'FILE_EMPTY', at: {}, seen: '' }]);
  return (kindOf(table.header) ?? DECLARATION).read(table, context);
}
