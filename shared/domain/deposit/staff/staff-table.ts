import type { Issue } from '../../issues/issue.ts';
import { ratio, roundHalfUp } from '../../numbers/ratio.ts';
import type { StaffLine } from '../../return/details.ts';
import { readHeadings } from '../headings.ts';
import type { RawTable } from '../raw-table.ts';
import { STAFF_COLUMNS, staffColumn } from './columns.ts';
import { isStaffLine, readStaffLine } from './read-line.ts';

/** What a table of staff says. */
export interface StaffReading {
  /** Lines that could be read, in their order. */
  readonly staff: readonly StaffLine[];
  /** Hundredths of an FTE: internal people, those carried for the group among them; as `etp_ssi_internes`. */
  readonly internal: bigint;
  /** Hundredths of an FTE; as `etp_ssi_externes`. */
  readonly external: bigint;
  /** Hundredths of an FTE: those carried for the group alone; as `mutualise_etp_ssi`. */
  readonly pooled: bigint;
  /** Errors, of the headings (COLUMN_MISSING, COLUMN_TWICE) and of the lines; an unknown column is none. */
  readonly issues: readonly Issue[];
}

/**
 * Reads a table of people by function, type, share of working time, months and number; its headings may come in any
 * order. Lines of which nothing but the function is filled are none: where `staff` and `issues` are both blank, the table
 * says nothing. Action 7, « le nombre d'ETP consacré à la SSI »; how lines make FTE is our rule.
 */
export function readStaffTable(table: RawTable): StaffReading {
  const { columns, issues: headings } = readHeadings(table, staffColumn, STAFF_COLUMNS);
  const rows = table.rows.filter((row) => isStaffLine(row, columns));
  const wrong = headings.filter(({ code }) => code !== 'COLUMN_UNKNOWN');
  const readings =
    rows.length === 0 || wrong.length > 0 ? [] : rows.map((row) => readStaffLine(row, columns));
  const staff = readings.flatMap(({ line }) => (line ? [line] : []));
  return {
    staff,
    internal: fte(staff.filter(({ type }) => type !== 'externe')),
    external: fte(staff.filter(({ type }) => type === 'externe')),
    pooled: fte(staff.filter(({ type }) => type === 'mutualise')),
    issues: [...(rows.length === 0 ? [] : wrong), ...readings.flatMap(({ issues }) => issues)],
  };
}

/** Quota × months of twelve × number, exact; the sum alone is rounded, half up, to hundredths of an FTE. */
function fte(lines: readonly StaffLine[]): bigint {
  const sum = lines.reduce((total, { quota, months, count }) => total + quota * months * count, 0n);
  return roundHalfUp(ratio(sum, 100_00n * 12_00n), 0);
}
