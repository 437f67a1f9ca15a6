import type { Issue } from '../../issues/issue.ts';
import { type Measure, measureKey } from '../../maturity/measure.ts';
import type { MeasureAnswer } from '../../return/details.ts';
import { readHeadings } from '../headings.ts';
import type { RawTable } from '../raw-table.ts';
import { MEASURE_COLUMNS, measureColumn } from './columns.ts';
import { cellOf, isMeasureLine, readAnswer } from './read-answer.ts';

/** What a table of answers to the maturity questionnaire says. */
export interface MeasureReading {
  /** In the order of the lines; blank where nothing was answered. */
  readonly measures: readonly MeasureAnswer[];
  /**
   * Errors, of the headings (COLUMN_MISSING, COLUMN_TWICE) and of the lines; warnings for a measure that is not of the
   * questionnaire, whose line is not taken, and for one without an answer. An unknown column is none.
   */
  readonly issues: readonly Issue[];
}

/**
 * Reads the answers to the measures of a questionnaire, one a line, its headings in any order. Action 2, the maturity
 * self-assessment; what an answer may be is our rule.
 *
 * @param questionnaire of mesures.csv; blank where the reference set has none: then any code is a measure, and any whole
 * number from 0 a level.
 */
export function readMeasureTable(table: RawTable, questionnaire: readonly Measure[]): MeasureReading {
  const { columns, issues: headings } = readHeadings(table, measureColumn, MEASURE_COLUMNS);
  const rows = table.rows.filter((row) => isMeasureLine(row, columns));
  const wrong = headings.filter(({ code }) => code !== 'COLUMN_UNKNOWN');
  if (wrong.length > 0) return { measures: [], issues: rows.length === 0 ? [] : wrong };

  const known = new Map(questionnaire.map((measure) => [measureKey(measure.code), measure]));
  const firstLines = new Map<string, number>();
  const measures: MeasureAnswer[] = [];
  const issues: Issue[] = [];
  for (const row of rows) {
    const code = cellOf(row, columns, 'mesure')?.text.trim() ?? '';
    const at = row.place(columns.get('mesure') ?? 0);
    const measure = known.get(measureKey(code));
    if (code === '' || (known.size > 0 && !measure)) {
      issues.push({ code: 'MEASURE_UNKNOWN', at, seen: code });
      continue;
    }
    const first = firstLines.get(measureKey(code));
    if (first !== undefined) {
      issues.push({ code: 'MEASURE_TWICE', at, seen: code, facts: { first: `ligne ${first}` } });
      continue;
    }
    firstLines.set(measureKey(code), row.line);
    const reading = readAnswer(row, columns, measure?.code ?? code, measure?.highest ?? null);
    if (reading.answer) measures.push(reading.answer);
    issues.push(...reading.issues);
  }
  const without = questionnaire.filter(({ code }) => !firstLines.has(measureKey(code)));
  const at = table.header.place(columns.get('mesure') ?? 0);
  issues.push(...without.map(({ code }): Issue => ({ code: 'MEASURE_UNANSWERED', at, seen: code })));
  return { measures, issues };
}
