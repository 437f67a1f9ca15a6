import type { Directory } from '../declarant/directory.ts';
import type { Group } from '../declarant/reference-set.ts';
import type { NumberColumn } from '../deposit/columns.ts';
import { isPoolClosed, poolStatementOf } from '../figures/compute.ts';
import type { Outcome } from '../figures/figures.ts';
import type { Finess } from '../finess/finess.ts';
import { allocate } from '../pool/allocate.ts';
import { type FigureColumn, figureTexts } from '../report/figure-texts.ts';
import { outcomeOf, type Standing } from '../report/standing.ts';
import type { Origin } from '../return/fold.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type ColumnDetail, columnDetails } from './column-details.ts';
import { type FigureTerm, figureTerms, type InputRole } from './figure-inputs.ts';

/** What a figure is made of, with its values. */
export type FigureInput = { readonly role: InputRole } & (
  | {
      readonly kind: 'figure';
      readonly figure: FigureColumn;
      /** As figures.csv writes it; null where it is not computed. */
      readonly value: string | null;
    }
  | {
      readonly kind: 'declared';
      readonly column: NumberColumn;
      /** Cents, or hundredths of an FTE; null is blank. */
      readonly value: bigint | null;
      readonly origin: Origin | null;
      /** What it is the sum of, where it was not typed as it is. */
      readonly details: readonly ColumnDetail[];
    }
  | ({ readonly kind: 'share' } & ExplainedShare)
);

/** A share of a pool: ⌊pooled × activity ÷ activities⌋, and the unit left over where `luck` is one. */
export interface ExplainedShare {
  readonly group: string;
  readonly label: string;
  readonly carrier: Finess;
  readonly column: 'mutualise_charges' | 'mutualise_etp_ssi';
  /** What the carrier declares: cents, or hundredths of an FTE. Null while its pool is not closed. */
  readonly pooled: bigint | null;
  readonly origin: Origin | null;
  /** Combined activity, in ten-thousandths: the declarant's, and that of all members; null where one is unknown. */
  readonly activity: bigint | null;
  readonly activities: bigint | null;
  readonly members: number;
  /** Null while there are no shares. */
  readonly value: bigint | null;
  readonly luck: 0 | 1;
}

/** How one figure of a declarant comes about; each figure among its inputs is itself explainable. */
export interface ExplainedFigure {
  readonly figure: FigureColumn;
  readonly outcome: Outcome;
  /** As figures.csv writes it; null where it is not computed, or not given. */
  readonly value: string | null;
  /** In the order of the formula; none where it is zero by its nature: nothing carried, no pool. */
  readonly inputs: readonly FigureInput[];
}

export interface ExplainContext {
  /** At least the declarant's, and those of the carriers of its pools. */
  readonly standing: Standing;
  readonly directory: Directory;
  readonly rules: RuleSet;
}

export function explainFigure(
  finess: Finess,
  figure: FigureColumn,
  context: ExplainContext,
): ExplainedFigure {
  const outcome = outcomeOf(context.standing, finess);
  const texts = outcome.state === 'calcule' ? figureTexts(outcome.figures) : null;
  return {
    figure,
    outcome,
    value: texts?.[figure] ?? null,
    inputs: figureTerms(figure, context.rules).flatMap((term) => inputsOf(term, finess, texts, context)),
  };
}

function inputsOf(
  term: FigureTerm,
  finess: Finess,
  texts: Readonly<Partial<Record<FigureColumn, string | null>>> | null,
  context: ExplainContext,
): readonly FigureInput[] {
  const { role } = term;
  const { standing, directory } = context;
  switch (term.kind) {
    case 'figure':
      return [{ role, kind: 'figure', figure: term.figure, value: texts?.[term.figure] ?? null }];
    case 'declared': {
      if (term.carried && !directory.carried(finess)) return [];
      const { column } = term;
      const state = standing.get(finess)?.state;
      const [value, origin] = [state?.values[column] ?? null, state?.origins[column] ?? null];
      const details = state ? columnDetails(column, state.details) : [];
      return [{ role, kind: 'declared', column, value, origin, details }];
    }
    case 'shares':
      return directory
        .groupsOf(finess)
        .map((group) => ({ role, kind: 'share', ...shareOf(finess, group, term.column, context) }));
  }
}

function shareOf(
  finess: Finess,
  { code, label, carrier, members }: Group,
  column: ExplainedShare['column'],
  { standing, rules }: ExplainContext,
): ExplainedShare {
  const state = standing.get(carrier)?.state;
  const closed = state !== undefined && isPoolClosed(poolStatementOf(state), rules);
  const pooled = closed ? state.values[column] : null;
  const activity = members.find((member) => member.finess === finess)?.activity ?? null;
  const activities = members.reduce<bigint | null>(
    (sum, member) => (sum === null || member.activity === null ? null : sum + member.activity),
    0n,
  );
  const value = pooled === null ? null : (allocate(pooled, members)?.get(finess) ?? null);
  const floor = pooled !== null && activity !== null && activities ? (pooled * activity) / activities : null;
  return {
    group: code,
    label,
    carrier,
    column,
    pooled,
    origin: pooled === null ? null : (state?.origins[column] ?? null),
    activity,
    activities,
    members: members.length,
    value,
    luck: value !== null && floor !== null && value > floor ? 1 : 0,
  };
}
