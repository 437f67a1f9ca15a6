import type { Place } from '../../domain/issues/issue.ts';
import type { Target } from './anomalies/anomaly.ts';
import { markedRange } from './sheet/ranges.ts';

/**
 * Where a place of the verdict stands in the workbook: its cells, or the first cells of its lines; its sheet alone where
 * it names nothing in it; null where it names no sheet that is there.
 */
export function findTarget(at: Place, sheets: ReadonlySet<string>): Target | null {
  if (at.sheet === undefined || !sheets.has(at.sheet)) return null;
  return { sheet: at.sheet, range: markedRange(at.cell ?? linesOf(at)) };
}

function linesOf({ line, lastLine = line }: Place): string {
  return line === undefined ? '' : `A${line}:A${lastLine}`;
}
