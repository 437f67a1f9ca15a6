import type { ReadFile } from '../../application/ports.ts';
import { isKnownHeading } from '../../domain/deposit/table-kinds.ts';
import { readCsv } from './read-csv.ts';
import { sniff } from './sniff.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** Reads a deposited file, told by its content. @throws FileRefusal, and nothing else whatever the bytes. */
export const readDepositBytes: ReadFile = async (bytes) => {
  if (sniff(bytes) === 'xlsx') return { kind: 'workbook', content: await readXlsx(bytes) };
  return { kind: 'delimited', content: readCsv(bytes, isKnownHeading) };
};
