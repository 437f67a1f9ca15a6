import type { ReadFile } from '../../application/ports.ts';
import { delimitedTable } from '../../domain/deposit/delimited-table.ts';
import { FileRefusal } from '../../domain/deposit/file-refusal.ts';
import type { DelimitedContent } from '../../domain/deposit/table.ts';
import { isKnownHeading, kindOf } from '../../domain/deposit/table-kinds.ts';
import { LIMITS } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { sniff } from './sniff.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** Reads a deposited file, told by its content. @throws FileRefusal, and nothing else whatever the bytes. */
export const readDepositBytes: ReadFile = async (bytes) => {
  if (sniff(bytes) === 'xlsx') return { kind: 'workbook', content: await readXlsx(bytes) };
  const content = readCsv(bytes, isKnownHeading);
  if (!isBalance(content)) boundCells(content, LIMITS.cells);
  return { kind: 'delimited', content };
};

/** A balance is one entry for each body; each line of a declaration is an entry of its own, kept and judged apart. */
function isBalance({ records }: DelimitedContent): boolean {
  const headings = delimitedTable({ records: records.slice(0, 1) });
  return headings !== null && kindOf(headings.header)?.kind === 'balance';
}

function boundCells({ records }: DelimitedContent, most: number): void {
  let count = 0;
  for (const { line, cells } of records) {
    count += cells.length;
    if (count > most)
      throw new FileRefusal('CSV_TOO_MANY_CELLS', { at: { line }, facts: { limit: String(most) } });
  }
}
