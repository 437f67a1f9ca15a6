import { createHash } from 'node:crypto';
import type { AnnotateFile } from '../../application/ports.ts';
import type { DelimitedContent } from '../../domain/deposit/table.ts';
import { isKnownHeading } from '../../domain/deposit/table-kinds.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { sentenceWithoutPlace, tooLargeAsWorkbook } from '../../messages/annotation-texts.ts';
import { LIMITS } from '../tables/limits.ts';
import { readCsv } from '../tables/read-csv.ts';
import { sniff } from '../tables/sniff.ts';
import { readXlsx } from '../tables/xlsx/read-xlsx.ts';
import { annotateWorkbook } from './annotate-workbook.ts';
import { csvParts } from './csv/csv-parts.ts';
import { placeInSheet } from './csv/place-in-sheet.ts';
import { newParts, partsOfFile } from './package/part-source.ts';

/** Cells of our sheet for each line of it. */
const CELLS_PER_LINE = 9;

/** A deposited file with the issues of its verdict in it, told by its content as its reader does. */
export const annotateFile: AnnotateFile = async (bytes, verdict) => {
  if (sniff(bytes) !== 'xlsx') return annotateCsv(bytes, verdict);
  if (!wasRead(bytes, verdict)) await readXlsx(bytes);
  return annotateWorkbook(await partsOfFile(bytes), verdict);
};

/**
 * Whether the reader of deposits, its limits included, has let these very bytes through: the verdict is theirs and says
 * what they were. A file that it refused is of an unknown kind.
 */
function wasRead(bytes: Uint8Array, { kind, sha256 }: Verdict): boolean {
  const isRead = kind !== 'unknown' && kind !== 'act';
  return isRead && createHash('sha256').update(bytes).digest('hex') === sha256;
}

function annotateCsv(bytes: Uint8Array, verdict: Verdict): Promise<Uint8Array> {
  const content = readCsv(bytes, isKnownHeading);
  const place = placeInSheet(content);
  const issues = verdict.issues.map((issue) => ({
    ...issue,
    at: place(issue.at),
    message: sentenceWithoutPlace(issue),
  }));
  return annotateWorkbook(
    newParts(csvParts(content)),
    { ...verdict, issues },
    caution(content, issues.length),
  );
}

/** A CSV may hold more cells than a workbook: handed back, it can be read but not deposited again. */
function caution({ records }: DelimitedContent, issues: number): string {
  const cells = records.reduce((sum, record) => sum + record.cells.filter((text) => text !== '').length, 0);
  return cells + issues * CELLS_PER_LINE < LIMITS.cells ? '' : tooLargeAsWorkbook(LIMITS.cells);
}
