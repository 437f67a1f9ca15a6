import type { Place } from '../../issues/issue.ts';
import type { StaffLine } from '../../return/details.ts';
import type { Entry } from '../../return/entry.ts';
import { NO_VALUES } from '../columns.ts';
import { areRefused, readHeadings } from '../headings.ts';
import { rangeOf } from '../line-range.ts';
import type { RawTable } from '../raw-table.ts';
import { type Reading, type ReadingContext, unreadable } from '../reading.ts';
import { type BodyLines, whoseLines } from '../whose.ts';
import { STAFF_COLUMNS, staffColumn } from './columns.ts';
import { isStaffLine } from './read-line.ts';
import { readStaffTable } from './staff-table.ts';

/** An HR extract: one entry per body, of the section `etp`; the FTE of the body as a whole stay blank. */
export function readStaff(table: RawTable, context: ReadingContext): Reading {
  const headings = readHeadings(table, staffColumn, STAFF_COLUMNS);
  if (areRefused(headings)) return unreadable('etp', headings.issues);
  const rows = table.rows.filter((row) => isStaffLine(row, headings.columns));
  const whose = whoseLines({ ...table, rows }, headings.columns, context);
  return {
    kind: 'etp',
    issues: [...headings.issues, ...whose.issues],
    orphans: whose.orphans,
    entries: whose.bodies.map((body) => entryOf(body, table, context)),
  };
}

function entryOf({ finess, lines, issues }: BodyLines, { header }: RawTable, context: ReadingContext): Entry {
  const reading = readStaffTable({ header, rows: lines });
  const { staff } = reading;
  return {
    campaign: context.campaign,
    finess,
    source: context.source,
    line: lines[0].line,
    sections: ['etp'],
    values: { ...NO_VALUES, etp_ssi_internes: reading.internal, etp_ssi_externes: reading.external },
    places: {
      etp_ssi_internes: placeOf(
        staff.filter(({ type }) => type !== 'externe'),
        lines,
      ),
      etp_ssi_externes: placeOf(
        staff.filter(({ type }) => type === 'externe'),
        lines,
      ),
    },
    issues: [...issues, ...reading.issues],
    details: { staff },
  };
}

/** From the first of these people to the last; where there are none, every line says so. */
function placeOf(staff: readonly StaffLine[], lines: BodyLines['lines']): Place {
  const places = staff.length > 0 ? staff.map(({ at }) => at) : lines.map((line) => line.place(0));
  return rangeOf(places[0] ?? {}, places.at(-1) ?? {});
}
