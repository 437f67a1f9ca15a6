import { type Day, frenchDay } from '../../calendar/day.ts';
import type { Issue, Place } from '../../issues/issue.ts';
import type { Entry } from '../../return/entry.ts';
import { judgeAssessmentDate } from '../assessment-date.ts';
import { NO_VALUES } from '../columns.ts';
import { areRefused, readHeadings } from '../headings.ts';
import type { RawTable } from '../raw-table.ts';
import { isBlank, readDate, unusable } from '../read-cell.ts';
import { type Reading, type ReadingContext, unreadable } from '../reading.ts';
import { type BodyLines, whoseLines } from '../whose.ts';
import { MEASURE_COLUMNS, type MeasureColumn, measureColumn } from './columns.ts';
import { readMeasureTable } from './measure-table.ts';
import { isMeasureLine } from './read-answer.ts';

const REQUIRED: readonly MeasureColumn[] = [...MEASURE_COLUMNS, 'maturite_date'];

/** A maturity questionnaire: one entry per body, of the section `maturite`, its date and its answers. */
export function readMaturity(table: RawTable, context: ReadingContext): Reading {
  const headings = readHeadings(table, measureColumn, REQUIRED);
  const { columns } = headings;
  if (areRefused(headings)) return unreadable('maturite', headings.issues);
  const rows = table.rows.filter((row) => isMeasureLine(row, columns));
  const whose = whoseLines({ ...table, rows }, columns, context);
  // The date of the assessment, which no questionnaire is without, says the year.
  const issues = [...headings.issues, ...whose.issues.filter(({ code }) => code !== 'YEAR_NOT_GIVEN')];
  const dates = columns.get('maturite_date') ?? 0;
  const entries = whose.bodies.map((body) => entryOf(body, table, dates, context));
  return { kind: 'maturite', issues, orphans: whose.orphans, entries };
}

function entryOf(
  { finess, lines, issues }: BodyLines,
  { header }: RawTable,
  dates: number,
  context: ReadingContext,
): Entry {
  const date = readAssessment(lines, dates, context);
  const { measures: questionnaire } = context.directory.reference;
  const { measures, issues: wrong } = readMeasureTable({ header, rows: lines }, questionnaire);
  return {
    campaign: context.campaign,
    finess,
    source: context.source,
    line: lines[0].line,
    sections: ['maturite'],
    values: { ...NO_VALUES, maturite_date: date.day },
    places: date.at ? { maturite_date: date.at } : {},
    issues: [...issues, ...date.issues, ...wrong],
    details: { measures },
  };
}

interface Assessment {
  readonly day: Day | null;
  readonly at: Place | null;
  readonly issues: readonly Issue[];
}

/** The day of the assessment: one for all the lines, on at least one of them. */
function readAssessment(lines: BodyLines['lines'], column: number, context: ReadingContext): Assessment {
  const issues: Issue[] = [];
  let first: { readonly day: Day; readonly at: Place } | null = null;
  for (const line of lines) {
    const cell = line.cell(column);
    if (cell === undefined || isBlank(cell)) continue;
    const where = { at: line.place(column), seen: cell.text };
    const fault = unusable(cell);
    const reading = fault ? { ok: false as const, code: fault } : readDate(cell);
    if (!reading.ok) {
      issues.push({ code: reading.code, ...where });
    } else if (first === null) {
      first = { day: reading.value, at: where.at };
      issues.push(...judgeAssessmentDate(reading.value, where, context));
    } else if (reading.value !== first.day) {
      issues.push({ code: 'ASSESSMENT_DATES_DISAGREE', ...where, facts: { first: frenchDay(first.day) } });
    }
  }
  if (first === null && issues.length === 0)
    issues.push({ code: 'DATE_UNREADABLE', at: lines[0].place(column), seen: '' });
  return { day: first?.day ?? null, at: first?.at ?? null, issues };
}
