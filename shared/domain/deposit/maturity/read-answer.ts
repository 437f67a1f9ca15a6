import type { IssueCode } from '../../issues/codes.ts';
import type { Issue } from '../../issues/issue.ts';
import { readHundredths } from '../../numbers/read-hundredths.ts';
import type { MeasureAnswer } from '../../return/details.ts';
import { rangeOf } from '../line-range.ts';
import { plainHeading } from '../match-header.ts';
import type { RawLine } from '../raw-table.ts';
import { isBlank, unusable } from '../read-cell.ts';
import type { Cell } from '../table.ts';
import type { MeasureCell } from './columns.ts';

/** Index of each column of a questionnaire that it has. */
export type MeasureIndices = { get(column: MeasureCell): number | undefined };

const CELLS: readonly MeasureCell[] = ['mesure', 'niveau', 'non_applicable', 'commentaire'];
export const LONGEST_COMMENT = 2_000;

/** Words for yes and no, and for « non applicable » in the place of a level, without accents, case or punctuation. */
const YES: readonly string[] = ['oui', 'x', 'vrai'];
const NO: readonly string[] = ['non', 'faux'];
const NOT_APPLICABLE: readonly string[] = ['na', 'nonapplicable', 'sansobjet'];

/** What the line says of the measure that it names: an answer, nothing, or why neither. */
export interface AnswerReading {
  /** Null when there is none. */
  readonly answer: MeasureAnswer | null;
  readonly issues: readonly Issue[];
}

export function isMeasureLine(row: RawLine, columns: MeasureIndices): boolean {
  return CELLS.some((column) => !isBlank(cellOf(row, columns, column)));
}

export function cellOf(row: RawLine, columns: MeasureIndices, column: MeasureCell): Cell | undefined {
  const index = columns.get(column);
  return index === undefined ? undefined : row.cell(index);
}

/**
 * The level of a measure, or that it does not apply. MEASURE_UNANSWERED where neither is said.
 *
 * @param measure its code
 * @param highest of its scale, whose lowest level is 0; null when the scale is not known
 */
export function readAnswer(
  row: RawLine,
  columns: MeasureIndices,
  measure: string,
  highest: number | null,
): AnswerReading {
  const issues: Issue[] = [];
  const blame = (column: MeasureCell, code: IssueCode, facts?: Issue['facts']) => {
    const seen = cellOf(row, columns, column)?.text ?? '';
    issues.push({ code, at: row.place(columns.get(column) ?? 0), seen, ...(facts ? { facts } : {}) });
  };
  const usable = (column: MeasureCell): Cell | null => {
    const cell = cellOf(row, columns, column);
    if (cell === undefined || isBlank(cell)) return null;
    const fault = unusable(cell);
    if (fault) blame(column, fault);
    return fault ? null : cell;
  };

  const given = usable('niveau');
  const choice = readChoice(usable('non_applicable'));
  const comment = usable('commentaire')?.text.trim() ?? '';
  const saidInLevel = given !== null && NOT_APPLICABLE.includes(plainHeading(given.text));
  const level = given === null || saidInLevel ? null : readLevel(given, highest);
  if (given !== null && !saidInLevel && level === null)
    blame('niveau', 'LEVEL_OUT_OF_RANGE', { highest: highest === null ? '' : String(highest) });
  if (choice === 'unknown') blame('non_applicable', 'CHOICE_UNKNOWN', { choices: 'oui, non' });
  if (choice === 'yes' && level !== null) blame('niveau', 'LEVEL_AND_NOT_APPLICABLE');
  if (comment.length > LONGEST_COMMENT)
    blame('commentaire', 'TEXT_TOO_LONG', { limit: String(LONGEST_COMMENT) });
  if (issues.length > 0) return { answer: null, issues };
  if (level === null && !saidInLevel && choice !== 'yes') {
    const at = row.place(columns.get('niveau') ?? 0);
    return { answer: null, issues: [{ code: 'MEASURE_UNANSWERED', at, seen: measure }] };
  }
  return { answer: { measure, level, comment, at: placeOf(row, columns) }, issues: [] };
}

function readChoice(cell: Cell | null): 'yes' | 'no' | 'unknown' {
  if (cell === null) return 'no';
  const word = plainHeading(cell.text);
  if (YES.includes(word)) return 'yes';
  return NO.includes(word) ? 'no' : 'unknown';
}

/** A whole number from 0, whatever its decimals show (`3,00`); null for anything else. */
function readLevel(cell: Cell, highest: number | null): number | null {
  if (cell.kind === 'date' || cell.kind === 'boolean') return null;
  const reading = readHundredths(cell.text);
  if (!reading.ok || reading.value < 0n || reading.value % 100n !== 0n) return null;
  const level = Number(reading.value / 100n);
  return highest === null || level <= highest ? level : null;
}

/** From its first cell to its last. */
function placeOf(row: RawLine, columns: MeasureIndices) {
  const indices = CELLS.map((column) => columns.get(column)).filter((index) => index !== undefined);
  return rangeOf(row.place(Math.min(...indices)), row.place(Math.max(...indices)));
}
