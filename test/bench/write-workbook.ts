import { createWorkbookWriter } from '../../shared/adapters/workbooks/workbook-writer.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { regionalReport } from '../builders/report.ts';

/** Writes the workbook of a region of that many declarants. @returns milliseconds, and bytes written. */
export async function writeWorkbook(declarants = 500): Promise<{ ms: number; bytes: number }> {
  const writer = createWorkbookWriter({ wording: frenchWording });
  const report = regionalReport(declarants);
  const start = performance.now();
  const { length } = await writer.regional(report);
  return { ms: performance.now() - start, bytes: length };
}
