import { COLUMN_NAMES, COLUMNS, SECTIONS, type SectionName } from '../deposit/columns.ts';
import type { Measure } from '../maturity/measure.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import type { Return } from '../return/fold.ts';
import { listedIn } from './listed-details.ts';
import type { Stated, StatedUnit, Subject } from './stated.ts';

/** One value that is not what it was; null is blank. Numbers in cents, hundredths of an FTE, or levels. */
export interface Difference {
  readonly section: SectionName;
  readonly subject: Subject;
  readonly unit: StatedUnit;
  readonly before: bigint | string | null;
  readonly after: bigint | string | null;
  /** Of the value before; null where one of them is blank, no amount nor FTE, or not above zero before. */
  readonly change: Ratio | null;
}

type Stand = Pick<Return, 'values' | 'details' | 'budgetCheck'>;

/**
 * What a deposit changed in a return: columns, accounts, staff, measures, actions, directories and what is known elsewhere
 * of the budget. By section; within one the words and days first, then the numbers, the greatest change first. Blank where
 * nothing changed.
 *
 * @param measures of the questionnaire, for their labels.
 */
export function differencesBetween(
  before: Stand,
  after: Stand,
  measures: readonly Measure[],
): readonly Difference[] {
  const [then, now] = [statedIn(before, measures), statedIn(after, measures)];
  const all = [...new Map([...then, ...now])].flatMap(([key, { section, subject, unit }]) => {
    const [was, is] = [then.get(key)?.value ?? null, now.get(key)?.value ?? null];
    return was === is
      ? []
      : [{ section, subject, unit, before: was, after: is, change: changeOf(unit, was, is) }];
  });
  return SECTIONS.flatMap((section) =>
    all.filter((difference) => difference.section === section).sort(byRankThenSize),
  );
}

function statedIn(stand: Stand, measures: readonly Measure[]): ReadonlyMap<string, Stated> {
  const all = [...columnsIn(stand), ...knownIn(stand), ...listedIn(stand.details, measures)];
  return new Map(all.map((stated) => [stated.key, stated]));
}

function columnsIn({ values }: Stand): readonly Stated[] {
  return COLUMN_NAMES.map((column) => {
    const { section, type } = COLUMNS[column];
    const unit = type === 'amount' || type === 'fte' ? type : 'text';
    return { key: column, section, subject: { kind: 'column', column }, unit, value: values[column] };
  });
}

function knownIn({ budgetCheck }: Stand): readonly Stated[] {
  if (!budgetCheck) return [];
  const value = budgetCheck.titles.reduce((sum, title) => sum + title, 0n);
  const subject: Subject = { kind: 'known-budget' };
  return [{ key: 'known-budget', section: 'budget', subject, unit: 'amount', value }];
}

function changeOf(unit: StatedUnit, before: Difference['before'], after: Difference['after']): Ratio | null {
  if (unit === 'level' || typeof before !== 'bigint' || typeof after !== 'bigint' || before <= 0n)
    return null;
  return ratio(after - before, before);
}

/** Equal ones keep the order of the columns, then that of the lists. */
function byRankThenSize(a: Difference, b: Difference): number {
  const [left, right] = [sizeOf(a), sizeOf(b)];
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  return left === right ? 0 : left > right ? -1 : 1;
}

/** A blank counts for zero; null where one of the two is a word or a day. */
function sizeOf({ before, after }: Difference): bigint | null {
  if (typeof before === 'string' || typeof after === 'string') return null;
  const change = (after ?? 0n) - (before ?? 0n);
  return change < 0n ? -change : change;
}
