import { financialYear } from '../campaign/campaign.ts';
import type { Finess } from '../finess/finess.ts';
import type { Issue } from '../issues/issue.ts';
import { type Identity, judgeCampaign, judgeYear, readIdentity } from './identity.ts';
import type { RawLine, RawTable } from './raw-table.ts';
import type { OrphanRow, ReadingContext } from './reading.ts';
import { strangerTo } from './stranger.ts';

/** Say of whom and of which year the lines are; each may be left out of a file that has other columns. Our rule. */
export const WHOSE_COLUMNS = ['finess', 'exercice', 'campagne'] as const;
type WhoseColumn = (typeof WHOSE_COLUMNS)[number];

/** The lines of one body. */
export interface BodyLines {
  readonly finess: Finess;
  /** In the order of the file. */
  readonly lines: readonly [RawLine, ...RawLine[]];
  /** FINANCIAL_YEAR_MISMATCH, CAMPAIGN_MISMATCH and CELL_BEYOND_HEADER, in the order of the lines. */
  readonly issues: readonly Issue[];
}

export interface Whose {
  /**
   * Of the file as a whole: NO_ROW, or COLUMN_MISSING `finess` (errors: then there is neither body nor orphan);
   * YEAR_NOT_GIVEN (a warning).
   */
  readonly issues: readonly Issue[];
  /** In the order of their first lines, each body once. */
  readonly bodies: readonly BodyLines[];
  /** Lines that name no body, or none that the deposit may speak of. */
  readonly orphans: readonly OrphanRow[];
}

/**
 * Whose the lines of a table are, and whether they are of the year collected. Without a column `finess` the one body of
 * the deposit's perimeter is meant; `exercice` is N-1, `campagne` is N. Our rule, on refusal 1 of rules.md.
 *
 * @param columns indices of the table's columns, as `readHeadings` gives them.
 */
export function whoseLines(
  table: RawTable,
  columns: { get(column: WhoseColumn): number | undefined },
  context: ReadingContext,
): Whose {
  const { header, rows } = table;
  const nobody = { bodies: [], orphans: [] };
  if (rows.length === 0) return { issues: [{ code: 'NO_ROW', at: header.place(0), seen: '' }], ...nobody };
  const column = columns.get('finess');
  const only = onlyBody(context);
  if (column === undefined && only === null) {
    const facts = { column: 'finess' };
    return { issues: [{ code: 'COLUMN_MISSING', at: header.place(0), seen: '', facts }], ...nobody };
  }

  const bodies = new Map<Finess, { readonly lines: [RawLine, ...RawLine[]]; readonly issues: Issue[] }>();
  const orphans: OrphanRow[] = [];
  for (const row of rows) {
    const { finess, issues: unknown } =
      column === undefined && only !== null
        ? meant(only, row, context)
        : readIdentity(row.cell(column ?? 0), row.place(column ?? 0), context);
    const issues = [...judgeYears(row, columns, context), ...beyond(row, header)];
    if (finess === null) {
      orphans.push({ line: row.line, issues: [...unknown, ...issues] });
      continue;
    }
    const body = bodies.get(finess);
    body?.lines.push(row);
    body?.issues.push(...issues);
    if (!body) bodies.set(finess, { lines: [row], issues });
  }
  return {
    issues: yearNotGiven(header, columns, context),
    bodies: [...bodies].map(([finess, body]) => ({ finess, ...body })),
    orphans,
  };
}

function onlyBody({ perimeter }: ReadingContext): Finess | null {
  return perimeter.kind === 'bodies' && perimeter.finess.length === 1 ? perimeter.finess[0] : null;
}

/** The one body of the perimeter, which the reference set may not know. */
function meant(finess: Finess, row: RawLine, context: ReadingContext): Identity {
  const stranger = strangerTo(finess, context);
  return stranger
    ? { finess: null, issues: [{ ...stranger, at: row.place(0), seen: finess }] }
    : { finess, issues: [] };
}

function judgeYears(
  row: RawLine,
  columns: { get(column: WhoseColumn): number | undefined },
  { campaign }: ReadingContext,
): readonly Issue[] {
  const exercise = columns.get('exercice');
  const collected = columns.get('campagne');
  const year = financialYear(campaign);
  return [
    ...(exercise === undefined
      ? []
      : judgeYear(row.cell(exercise), row.place(exercise), year, {
          code: 'FINANCIAL_YEAR_MISMATCH',
          facts: { exercice: String(year) },
        })),
    ...(collected === undefined ? [] : judgeCampaign(row.cell(collected), row.place(collected), campaign)),
  ];
}

/** An unquoted decimal comma shifts the cells of a line. */
function beyond(row: RawLine, header: RawLine): readonly Issue[] {
  if (row.last <= header.last) return [];
  return [{ code: 'CELL_BEYOND_HEADER', at: row.place(row.last), seen: row.cell(row.last)?.text ?? '' }];
}

function yearNotGiven(
  header: RawLine,
  columns: { get(column: WhoseColumn): number | undefined },
  { campaign }: ReadingContext,
): readonly Issue[] {
  if (columns.get('exercice') !== undefined || columns.get('campagne') !== undefined) return [];
  const facts = { exercice: String(financialYear(campaign)) };
  return [{ code: 'YEAR_NOT_GIVEN', at: header.place(0), seen: '', facts }];
}
