import type { PastFigures } from '../declarant/reference-set.ts';
import type { Figures } from '../figures/figures.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';

/** One published figure beside that of the campaign before. Cents, hundredths of an FTE. */
export interface YearOnYear {
  readonly figure: 'charges_totales' | 'charges_numeriques_retenues' | 'etp_ssi_retenus';
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
  const of = (figure: YearOnYear['figure'], before: bigint, after: bigint): YearOnYear => ({
    figure,
    before,
    after,
    change: before > 0n ? ratio(after - before, before) : null,
  });
  return {
    figures: [
      of('charges_totales', past.totalExpenses, figures.totalExpenses),
      of('charges_numeriques_retenues', past.retainedDigital, figures.retainedDigital),
      of('etp_ssi_retenus', past.retainedSsiFte, figures.retainedSsiFte),
    ],
    share: past.totalExpenses > 0n ? shareOf(figures, past) : null,
  };
}

function shareOf({ digitalShare: after }: Figures, past: PastFigures): ShareOnYear {
  const before = ratio(past.retainedDigital, past.totalExpenses);
  const numerator = after.numerator * before.denominator - before.numerator * after.denominator;
  return { before, after, difference: ratio(numerator, after.denominator * before.denominator) };
}
