import type { Issue, Place } from '../../issues/issue.ts';
import { formatHundredths } from '../../numbers/format-hundredths.ts';
import { COLUMNS, type NumberColumn } from '../columns.ts';
import { isBlank, readSigned } from '../read-cell.ts';
import type { Cell } from '../table.ts';

/** What the lines of a table give for one of the single inputs. */
export interface TableTotal {
  readonly column: NumberColumn;
  /** Cents or hundredths of an FTE; null where the table says nothing of it. */
  readonly total: bigint | null;
  /** Whether lines of the table are of this input; where none is, what is typed counts. */
  readonly given: boolean;
  /** Some lines could not be read: the sheet's own total, of which they may be a part, is neither read nor compared. */
  readonly partial: boolean;
}

/** Hundredths by which a sheet's own sum, in binary floats, may differ. */
const TOLERANCE = 1n;

/**
 * The cell to be read for a single input that a table gives. The lines win over what the cell shows, with a warning where
 * it shows something else; without a line what is typed counts, and a formula that nobody calculated is what the lines
 * give. Our rule.
 *
 * @param shown the named cell, as it stands
 */
export function totalCell(
  { column, total, given, partial }: TableTotal,
  shown: Cell | undefined,
  at: Place,
): { readonly cell: Cell | undefined; readonly issues: readonly Issue[] } {
  const uncalculated = shown?.kind === 'formula-without-value';
  if (!given && !uncalculated && !partial) return { cell: shown, issues: [] };
  if (total === null) return { cell: undefined, issues: [] };
  const text = formatHundredths(total);
  const cell: Cell = { kind: 'number', text };
  if (partial || shown === undefined || uncalculated || isBlank(shown) || agrees(shown, total))
    return { cell, issues: [] };
  const facts = { total: text, label: COLUMNS[column].label };
  return { cell, issues: [{ code: 'TOTAL_DISAGREES', at, seen: shown.text, facts }] };
}

function agrees(cell: Cell, total: bigint): boolean {
  if (cell.kind === 'error') return false;
  const reading = readSigned(cell);
  if (!reading.ok) return false;
  const difference = reading.value - total;
  return difference <= TOLERANCE && difference >= -TOLERANCE;
}
