import type { Day } from '../calendar/day.ts';
import type { Directory } from '../declarant/directory.ts';
import type { Group, PastFigures } from '../declarant/reference-set.ts';
import type { Values } from '../deposit/columns.ts';
import type { Finess } from '../finess/finess.ts';
import { formatHundredths } from '../numbers/format-hundredths.ts';
import { compareRatios, formatRatio, type Ratio, ratio } from '../numbers/ratio.ts';
import type { ComparabilityBreak } from '../report/comparability.ts';
import { BREAK_LABELS } from '../report/comparability-labels.ts';
import type { BudgetCheck } from '../return/entry.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { isRaised } from '../rules/severity.ts';
import type { AlertCode } from './alert-codes.ts';
import type { Figures } from './figures.ts';

/** A doubt on a computed figure, for a person to look at. Never blocks. */
export interface Alert {
  readonly code: AlertCode;
  readonly finess: Finess;
  /** What was found and the limit, ready to be shown: amounts and ratios as French text. */
  readonly facts: Readonly<Record<string, string>>;
}

export interface AlertInput {
  readonly finess: Finess;
  /** Of the last deposit taken: rules turned down since leave the figures of earlier ones doubted. */
  readonly day: Day;
  readonly figures: Figures;
  readonly values: Values;
  readonly previous: PastFigures | null;
  /** Why `previous` may not compare. */
  readonly breaks: readonly ComparabilityBreak[];
  /** What each body declared that has answered; null for one that has not. */
  readonly declared: (finess: Finess) => Values | null;
  readonly directory: Directory;
  /** What another system says of its budget; null when none does. */
  readonly budgetCheck: BudgetCheck | null;
}

/** Every doubt on one declarant's figures, in the order of the codes. rules.md, « Warnings ». */
export function alertsOf(input: AlertInput, rules: RuleSet): readonly Alert[] {
  const found: readonly (readonly [AlertCode, Alert['facts'] | null])[] = [
    ['SHARE_LOW', shareLow(input.figures, rules)],
    ['SHARE_HIGH', shareHigh(input.figures, rules)],
    ['SSI_FTE_ZERO', noSsiFte(input.figures, rules)],
    ['CHANGE_ON_PREVIOUS_YEAR', change(input, rules)],
    ['CONTRIBUTIONS_DISAGREE', disagreement(input, rules)],
    ['EXTERNAL_FTE_HIGH', manyExternals(input.figures, rules)],
    ['CONTRIBUTION_TO_EMPTY_POOL', paidForNothing(input, rules)],
    ['BUDGET_DISAGREES', otherBudget(input, rules)],
  ];
  return found.flatMap(([code, facts]) =>
    facts && isRaised(code, input.day, rules) ? [{ code, finess: input.finess, facts }] : [],
  );
}

function shareLow({ digitalShare }: Figures, { alerts }: RuleSet): Alert['facts'] | null {
  const limit = ratio(alerts.SHARE_LOW.limit, 1_000_000n);
  return compareRatios(digitalShare, limit) < 0
    ? { part: percent(digitalShare), seuil: percent(limit) }
    : null;
}

function shareHigh({ digitalShare }: Figures, { alerts }: RuleSet): Alert['facts'] | null {
  const limit = ratio(alerts.SHARE_HIGH.limit, 1_000_000n);
  return compareRatios(digitalShare, limit) > 0
    ? { part: percent(digitalShare), seuil: percent(limit) }
    : null;
}

function noSsiFte({ retainedSsiFte, totalExpenses }: Figures, { alerts }: RuleSet): Alert['facts'] | null {
  const { limit } = alerts.SSI_FTE_ZERO;
  return retainedSsiFte === 0n && totalExpenses > limit
    ? { budget: euros(totalExpenses), seuil: euros(limit) }
    : null;
}

/** On the digital share: the figure that is published. */
function change({ figures, previous, breaks }: AlertInput, { alerts }: RuleSet): Alert['facts'] | null {
  if (!previous || previous.totalExpenses <= 0n || previous.retainedDigital <= 0n) return null;
  const before = ratio(previous.retainedDigital, previous.totalExpenses);
  const now = figures.digitalShare;
  const numerator = now.numerator * before.denominator - before.numerator * now.denominator;
  const variation = ratio(numerator, before.numerator * now.denominator);
  const size: Ratio = { ...variation, numerator: numerator < 0n ? -numerator : numerator };
  const limit = ratio(alerts.CHANGE_ON_PREVIOUS_YEAR.limit, 100n);
  if (compareRatios(size, limit) <= 0) return null;
  return {
    avant: percent(before),
    maintenant: percent(now),
    variation: percent(variation),
    seuil: percent(limit),
    ...(breaks.length > 0 ? { rupture: breaks.map(breakInWords).join(' ; ') } : {}),
  };
}

/** As it stands inside a sentence. */
function breakInWords(found: ComparabilityBreak): string {
  const label = BREAK_LABELS[found];
  return `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
}

/** Compared only when every declarant of the pool has answered and pays into this pool alone. */
function disagreement(
  { finess, values, declared, directory }: AlertInput,
  { alerts }: RuleSet,
): Alert['facts'] | null {
  const group = directory.carried(finess);
  const charged = values.quotes_parts_refacturees;
  if (!group || charged === null) return null;
  const paid = paidInto(group, declared, directory);
  if (paid === null) return null;
  const difference = paid < charged ? charged - paid : paid - charged;
  return difference <= alerts.CONTRIBUTIONS_DISAGREE.limit
    ? null
    : { groupe: group.label, verse: euros(paid), refacture: euros(charged) };
}

function paidInto(group: Group, declared: AlertInput['declared'], directory: Directory): bigint | null {
  let paid = 0n;
  for (const { finess } of group.members) {
    if (finess === group.carrier || !directory.declarant(finess)) continue;
    const values = declared(finess);
    if (!values || directory.groupsOf(finess).length > 1) return null;
    paid += values.quote_part_versee ?? 0n;
  }
  return paid;
}

function manyExternals({ externalSsiFte, ownSsiFte }: Figures, { alerts }: RuleSet): Alert['facts'] | null {
  if (externalSsiFte === null || externalSsiFte <= alerts.EXTERNAL_FTE_HIGH.limit * ownSsiFte) return null;
  return { externes: decimal(externalSsiFte), internes: decimal(ownSsiFte) };
}

/** A contribution whose every possible carrier pools nothing. */
function paidForNothing(
  { finess, figures, declared, directory }: AlertInput,
  { alerts }: RuleSet,
): Alert['facts'] | null {
  const pools = directory.groupsOf(finess).filter(({ carrier }) => carrier !== finess);
  const empty = pools.length > 0 && pools.every(({ carrier }) => declared(carrier)?.mutualise_charges === 0n);
  if (figures.contributions <= alerts.CONTRIBUTION_TO_EMPTY_POOL.limit || !empty) return null;
  return { groupe: pools.map(({ label }) => label).join(', '), verse: euros(figures.contributions) };
}

/** The four titles declared against the four that are known, more or less. */
function otherBudget({ figures, budgetCheck }: AlertInput, { alerts }: RuleSet): Alert['facts'] | null {
  if (!budgetCheck) return null;
  const declared = figures.totalExpenses;
  const known = budgetCheck.titles.reduce((sum, title) => sum + title, 0n);
  const difference = declared < known ? known - declared : declared - known;
  if (difference * 100n <= alerts.BUDGET_DISAGREES.limit * known) return null;
  const gap = known === 0n ? euros(difference) : percent(ratio(difference, known));
  return { declare: euros(declared), connu: euros(known), ecart: gap };
}

function decimal(hundredths: bigint): string {
  return formatHundredths(hundredths).replace('.', ',');
}

function euros(cents: bigint): string {
  return `${decimal(cents).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')} €`;
}

function percent(value: Ratio): string {
  return `${formatRatio(ratio(value.numerator * 100n, value.denominator), 2).replace('.', ',')} %`;
}
