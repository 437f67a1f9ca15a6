import type { PastFigures } from '../declarant/reference-set.ts';
import type { Values } from '../deposit/columns.ts';
import { givenSum } from '../figures/compute.ts';
import type { Figures } from '../figures/figures.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** One figure beside that of the campaign before. Cents, hundredths of an FTE. */
export interface YearOnYear {
  readonly figure:
    | 'charges_totales'
    | 'charges_numeriques_propres'
    | 'charges_numeriques_retenues'
    | 'etp_ssi_propres'
    | 'etp_ssi_retenus';
  readonly before: bigint;
  readonly after: bigint;
  /** Null where there was nothing before. */
  readonly change: Ratio | null;
}

/** The official share beside that of the campaign before; the difference is in parts of one. */
interface ShareOnYear {
  readonly before: Ratio;
  readonly after: Ratio;
  readonly difference: Ratio;
}

export interface PreviousYear {
  readonly figures: readonly YearOnYear[];
  /** Null where the expenses of the year before were zero. */
  readonly share: ShareOnYear | null;
}

/** A declarant's figures against those of the campaign before. */
export function yearOnYear(figures: Figures, past: PastFigures): PreviousYear {
  return {
    figures: [
      ...beside('charges_totales', past.totalExpenses, figures.totalExpenses),
      ...beside('charges_numeriques_retenues', past.retainedDigital, figures.retainedDigital),
      ...beside('etp_ssi_retenus', past.retainedSsiFte, figures.retainedSsiFte),
    ],
    share: past.totalExpenses > 0n ? shareOf(figures, past) : null,
  };
}

/** What a declarant without figures declares so far, where it can be compared: no pool is shared yet, there is no share. */
export function declaredOnYear(
  values: Values,
  past: PastFigures,
  { expenseTitles, digitalLines }: Pick<RuleSet, 'expenseTitles' | 'digitalLines'>,
): PreviousYear {
  return {
    figures: [
      ...beside('charges_totales', past.totalExpenses, givenSum(values, expenseTitles)),
      ...beside('charges_numeriques_propres', past.ownDigital, givenSum(values, digitalLines)),
      ...beside('etp_ssi_propres', past.ownSsiFte, values.etp_ssi_internes),
    ],
    share: null,
  };
}

function beside(
  figure: YearOnYear['figure'],
  before: bigint | null,
  after: bigint | null,
): readonly YearOnYear[] {
  if (before === null || after === null) return [];
  return [{ figure, before, after, change: before > 0n ? ratio(after - before, before) : null }];
}

function shareOf({ digitalShare: after }: Figures, past: PastFigures): ShareOnYear {
  const before = ratio(past.retainedDigital, past.totalExpenses);
  const numerator = after.numerator * before.denominator - before.numerator * after.denominator;
  return { before, after, difference: ratio(numerator, after.denominator * before.denominator) };
}
