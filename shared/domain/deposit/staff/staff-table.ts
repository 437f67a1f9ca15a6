import type { Issue } from '../../issues/issue.ts';
import { annualFte } from '../../return/annual-fte.ts';
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
 * says nothing.
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
    internal: annualFte(staff.filter(({ type }) => type !== 'externe')),
    external: annualFte(staff.filter(({ type }) => type === 'externe')),
    pooled: annualFte(staff.filter(({ type }) => type === 'mutualise')),
    issues: [...(rows.length === 0 ? [] : wrong), ...readings.flatMap(({ issues }) => issues)],
  };
}
