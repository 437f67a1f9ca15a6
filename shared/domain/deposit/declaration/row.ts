import type { Day } from '../../calendar/day.ts';
import { frenchDay } from '../../calendar/day.ts';
import { endOfFinancialYear } from '../../campaign/campaign.ts';
import type { Finess } from '../../finess/finess.ts';
import type { RowCode } from '../../issues/codes.ts';
import type { Issue, Place } from '../../issues/issue.ts';
import { formatHundredths } from '../../numbers/format-hundredths.ts';
import type { Entry } from '../../return/entry.ts';
import { judgeAssessmentDate } from '../assessment-date.ts';
import {
  type AnyColumn,
  type Closure,
  COLUMNS,
  type ColumnName,
  columnsOf,
  NO_VALUES,
  SECTIONS,
  type SectionName,
  type Values,
} from '../columns.ts';
import { judgeCampaign, readIdentity } from '../identity.ts';
import { isBlank, readCell } from '../read-cell.ts';
import type { OrphanRow, ReadingContext } from '../reading.ts';
import type { Cell } from '../table.ts';

/** One row of a table, or the inputs of one workbook: its known columns with their cells and places. */
export interface RawRow {
  readonly line: number;
  /** Columns that the file has, whether this row fills them or not. */
  readonly columns: readonly AnyColumn[];
  readonly cells: ReadonlyMap<AnyColumn, Cell>;
  readonly place: (column: AnyColumn) => Place;
  /** First cell beyond the last heading that is not blank, if any. */
  readonly beyond?: { readonly at: Place; readonly seen: string };
}

/** One row to an entry of its declarant's journal, or to an orphan. rules.md, « One declaration row », refusals 1 to 4 and 6. */
export function readRow(row: RawRow, context: ReadingContext): Entry | OrphanRow {
  const identified = readIdentity(row.cells.get('finess'), row.place('finess'), context);
  const issues: Issue[] = [
    ...identified.issues,
    ...judgeCampaign(row.cells.get('campagne'), row.place('campagne'), context.campaign),
  ];
  if (row.beyond) issues.push({ code: 'CELL_BEYOND_HEADER', at: row.beyond.at, seen: row.beyond.seen });
  const { values, issues: cellIssues } = readValues(row);
  issues.push(...cellIssues);
  if (identified.finess === null) return { line: row.line, issues };

  const finess = identified.finess;
  issues.push(...judgeDates(row, values, context), ...judgePooling(row, values, finess, context));
  const given = row.columns.filter((column) => !isBlank(row.cells.get(column)));
  return {
    campaign: context.campaign,
    finess,
    source: context.source,
    line: row.line,
    sections: sectionsOf(row.columns),
    values,
    places: Object.fromEntries(given.map((column) => [column, row.place(column)])),
    issues,
  };
}

function sectionsOf(columns: readonly AnyColumn[]): readonly SectionName[] {
  return SECTIONS.filter((section) => columnsOf(section).some((column) => columns.includes(column)));
}

function textOf(row: RawRow, column: AnyColumn): string {
  return row.cells.get(column)?.text ?? '';
}

function issueAt(
  row: RawRow,
  column: AnyColumn,
  code: RowCode,
  facts?: Readonly<Record<string, string>>,
): Issue {
  return { code, at: row.place(column), seen: textOf(row, column), ...(facts ? { facts } : {}) };
}

function readValues(row: RawRow): { values: Values; issues: readonly Issue[] } {
  const values: Partial<Record<ColumnName, bigint | Day | Closure | null>> = {};
  const issues: Issue[] = [];
  for (const column of row.columns) {
    if (column === 'finess' || column === 'campagne') continue;
    const reading = readCell(column, row.cells.get(column));
    if (reading.ok) values[column] = reading.value;
    else issues.push(issueAt(row, column, reading.code, { label: COLUMNS[column].label }));
  }
  return { values: { ...NO_VALUES, ...values } as Values, issues };
}

/** Refusals 3 and 4, and the two warnings on dates. */
function judgeDates(row: RawRow, values: Values, context: ReadingContext): readonly Issue[] {
  const { campaign, source } = context;
  const issues: Issue[] = [];
  const yearEnd = endOfFinancialYear(campaign);
  const days = { day: frenchDay(source.day), yearEnd: frenchDay(yearEnd) };
  const { cloture, date_cloture: closed, maturite_date: assessed } = values;
  if (cloture !== null && closed === null && isBlank(row.cells.get('date_cloture'))) {
    const column = row.columns.includes('date_cloture') ? 'date_cloture' : 'cloture';
    issues.push(issueAt(row, column, 'CLOSURE_WITHOUT_DATE', { cloture }));
  }
  if (closed !== null && closed < yearEnd)
    issues.push(issueAt(row, 'date_cloture', 'CLOSURE_DATE_TOO_EARLY', days));
  if (closed !== null && closed > source.day)
    issues.push(issueAt(row, 'date_cloture', 'CLOSURE_DATE_AFTER_DEPOSIT', days));
  if (closed === yearEnd) issues.push(issueAt(row, 'date_cloture', 'CLOSURE_DATE_YEAR_END', days));
  if (assessed !== null) {
    const where = { at: row.place('maturite_date'), seen: textOf(row, 'maturite_date') };
    issues.push(...judgeAssessmentDate(assessed, where, context));
  }
  return issues;
}

/** Refusal 6: who may pool, who may pay. */
function judgePooling(
  row: RawRow,
  values: Values,
  finess: Finess,
  { directory }: ReadingContext,
): readonly Issue[] {
  const issues: Issue[] = [];
  const carries = directory.carried(finess) !== null;
  for (const column of ['mutualise_charges', 'mutualise_etp_ssi'] as const) {
    const value = values[column];
    if (!carries && value !== null && value > 0n) {
      issues.push(issueAt(row, column, 'POOLED_BY_NO_CARRIER', { value: formatHundredths(value) }));
    }
  }
  const paid = values.quote_part_versee;
  if (directory.groupsOf(finess).length === 0 && paid !== null && paid > 0n) {
    issues.push(
      issueAt(row, 'quote_part_versee', 'CONTRIBUTION_OF_NO_MEMBER', { value: formatHundredths(paid) }),
    );
  }
  return issues;
}
