import type { ReadFile } from '../../application/ports.ts';
import { columnOf } from '../../domain/deposit/match-header.ts';
import { readCsv } from './read-csv.ts';
import { sniff } from './sniff.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** Reads a deposited file, told by its content. @throws FileRefusal, and nothing else whatever the bytes. */
export const readDepositBytes: ReadFile = async (bytes) => {
  if (sniff(bytes) === 'xlsx') return { kind: 'workbook', content: await readXlsx(bytes) };
  return { kind: 'delimited', content: readCsv(bytes, (heading) => columnOf(heading) !== null) };
};
