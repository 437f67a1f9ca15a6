import { readDelimited } from './read-delimited.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Reading, ReadingContext } from './reading.ts';
import type { DelimitedContent, WorkbookContent } from './table.ts';

export type DepositContent =
  | { readonly kind: 'workbook'; readonly content: WorkbookContent }
  | { readonly kind: 'delimited'; readonly content: DelimitedContent };

/** What a deposit says, row by row. Pure: the same content, source and reference set give the same reading. */
export function readDeposit(deposit: DepositContent, context: ReadingContext): Reading {
  return deposit.kind === 'workbook'
    ? readWorkbook(deposit.content, context)
    : readDelimited(deposit.content, context);
}
