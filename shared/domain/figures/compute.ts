import { type CampaignYear, firstDayOf } from '../campaign/campaign.ts';
import type { Group } from '../declarant/reference-set.ts';
import type { AmountColumn, Closure, Values } from '../deposit/columns.ts';
import type { Finess } from '../finess/finess.ts';
import { ratio } from '../numbers/ratio.ts';
import { allocate } from '../pool/allocate.ts';
import type { Return } from '../return/fold.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Figures, Outcome, PoolShare, Reason } from './figures.ts';

/** A pool that a declarant belongs to, with what its carrier says of it. */
export interface PoolInput {
  readonly group: Group;
  readonly carrier: PoolStatement;
}

/** All that a carrier's return says to its pool: a change of anything else concerns the carrier alone. */
export interface PoolStatement {
  readonly answered: boolean;
  readonly cloture: Closure | null;
  /** Cents. */
  readonly mutualise_charges: bigint | null;
  /** Hundredths of an FTE. */
  readonly mutualise_etp_ssi: bigint | null;
}

export function poolStatementOf({ answered, values }: Return): PoolStatement {
  const { cloture, mutualise_charges, mutualise_etp_ssi } = values;
  return { answered, cloture, mutualise_charges, mutualise_etp_ssi };
}

export interface FiguresInput {
  readonly campaign: CampaignYear;
  readonly finess: Finess;
  readonly own: Return;
  /** Whether it carries a group itself. */
  readonly carries: boolean;
  /** Every group of which it is a member; its own if it carries one. */
  readonly pools: readonly PoolInput[];
}

/** A declarant's figures, or why there are none. rules.md, « When a declarant's figures are computed » and « Figures ». */
export function computeFigures(input: FiguresInput, rules: RuleSet): Outcome {
  if (!input.own.answered) return { state: 'non_repondant' };
  const reasons = reasonsOf(input, rules);
  if (reasons.length > 0) return { state: 'non_calcule', reasons };
  return { state: 'calcule', figures: figuresOf(input, rules) };
}

function reasonsOf(input: FiguresInput, rules: RuleSet): readonly Reason[] {
  const { own, pools, campaign } = input;
  const checks: readonly [Reason, boolean][] = [
    ['comptes-non-clos', own.values.cloture !== 'definitive'],
    [
      'maturite-absente',
      own.values.maturite_date === null || own.values.maturite_date < firstDayOf(campaign),
    ],
    ['champs-manquants', isIncomplete(own.values, input.carries, rules)],
    ['budget-nul', givenSum(own.values, rules.expenseTitles) === 0n],
    ['mutualisation-non-close', !pools.every(({ carrier }) => isPoolClosed(carrier, rules))],
    ['cle-mutualisation-absente', !pools.every(({ group }) => allocate(0n, group.members) !== null)],
  ];
  return checks.filter(([, holds]) => holds).map(([reason]) => reason);
}

function isIncomplete(values: Values, carries: boolean, rules: RuleSet): boolean {
  const required = carries ? [...rules.required, ...rules.requiredOfCarrier] : rules.required;
  return required.some((column) => values[column] === null);
}

/** The carrier has a good row, its accounts are definitively closed, its pooled charges and FTE are given. */
export function isPoolClosed(carrier: PoolStatement, rules: RuleSet): boolean {
  return (
    carrier.answered &&
    carrier.cloture === 'definitive' &&
    rules.requiredOfCarrier.every((column) => carrier[column] !== null)
  );
}

/** The sum where all are given, null otherwise. Cents. */
export function givenSum(values: Values, columns: readonly AmountColumn[]): bigint | null {
  let sum = 0n;
  for (const column of columns) {
    const value = values[column];
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function figuresOf({ finess, own, carries, pools }: FiguresInput, rules: RuleSet): Figures {
  const { values } = own;
  const totalExpenses = known(givenSum(values, rules.expenseTitles));
  const ownDigital = known(givenSum(values, rules.digitalLines));
  const ownSsiFte = known(values.etp_ssi_internes);
  const carriedDigital = carries ? known(values.mutualise_charges) : 0n;
  const carriedSsiFte = carries ? known(values.mutualise_etp_ssi) : 0n;
  const contributions = values.quote_part_versee ?? 0n;
  const shares = pools.map((pool) => shareOf(finess, pool));
  const allocatedDigital = shares.reduce((sum, share) => sum + share.charges, 0n);
  const allocatedSsiFte = shares.reduce((sum, share) => sum + share.ssiFte, 0n);
  const retainedDigital = ownDigital - carriedDigital - contributions + allocatedDigital;
  const { num_investissement: digitalInvestment, emplois_investissement: investment } = values;
  return {
    totalExpenses,
    ownDigital,
    carriedDigital,
    contributions,
    allocatedDigital,
    retainedDigital,
    digitalShare: ratio(retainedDigital, totalExpenses),
    investmentShare:
      digitalInvestment !== null && investment !== null && investment > 0n
        ? ratio(digitalInvestment, investment)
        : null,
    ownSsiFte,
    carriedSsiFte,
    allocatedSsiFte,
    retainedSsiFte: ownSsiFte - carriedSsiFte + allocatedSsiFte,
    externalSsiFte: values.etp_ssi_externes,
    shares,
  };
}

function shareOf(finess: Finess, { group, carrier }: PoolInput): PoolShare {
  const charges = allocate(known(carrier.mutualise_charges), group.members);
  const ssiFte = allocate(known(carrier.mutualise_etp_ssi), group.members);
  return {
    group: group.code,
    charges: known(charges?.get(finess) ?? null),
    ssiFte: known(ssiFte?.get(finess) ?? null),
  };
}

/** The reasons have been checked: a value still absent here is a defect, not a user's error. */
function known(value: bigint | null): bigint {
  if (value === null) throw new Error('figures were asked for a return whose reasons were not checked');
  return value;
}
