import { ratio } from '../../../../shared/domain/numbers/ratio.ts';
import { declaredOnYear, yearOnYear } from '../../../../shared/domain/report/year-on-year.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { LONER, pastFigures } from '../../../builders/directory.ts';
import { valuesOf } from '../../../builders/return.ts';

/** Figures of 1,000,000.00 € of expenses, 20,000.00 € of them digital. */
const FIGURES = {
  totalExpenses: 100_000_000n,
  ownDigital: 2_000_000n,
  carriedDigital: 0n,
  contributions: 0n,
  allocatedDigital: 0n,
  retainedDigital: 2_000_000n,
  digitalShare: ratio(2_000_000n, 100_000_000n),
  investmentShare: null,
  ownSsiFte: 250n,
  carriedSsiFte: 0n,
  allocatedSsiFte: 0n,
  retainedSsiFte: 250n,
  externalSsiFte: null,
  shares: [],
};
const past = pastFigures(LONER, {
  totalExpenses: 50_000_000n,
  retainedDigital: 500_000n,
  retainedSsiFte: 100n,
});

describe('figures beside those of the year before', () => {
  it('say each change, and that of the share in parts of one', () => {
    const { figures, share } = yearOnYear(FIGURES, past);
    expect(figures).toEqual([
      {
        figure: 'charges_totales',
        before: 50_000_000n,
        after: 100_000_000n,
        change: ratio(50_000_000n, 50_000_000n),
      },
      {
        figure: 'charges_numeriques_retenues',
        before: 500_000n,
        after: 2_000_000n,
        change: ratio(1_500_000n, 500_000n),
      },
      { figure: 'etp_ssi_retenus', before: 100n, after: 250n, change: ratio(150n, 100n) },
    ]);
    // From 1 % to 2 %.
    const { numerator = 0n, denominator = 1n } = share?.difference ?? {};
    expect(numerator * 100n).toBe(denominator);
  });

  it('say no change from nothing, and no share of no expenses', () => {
    const none = pastFigures(LONER, { totalExpenses: 0n, retainedDigital: 0n, retainedSsiFte: 0n });
    const { figures, share } = yearOnYear(FIGURES, none);
    expect(figures.map(({ change }) => change)).toEqual([null, null, null]);
    expect(share).toBeNull();
  });
});

describe('what is declared beside the year before, while there are no figures', () => {
  const own = { ownDigital: 1_000_000n, ownSsiFte: 200n };

  it("is the expenses and what is the body's own, and no share", () => {
    const { figures, share } = declaredOnYear(valuesOf(), { ...past, ...own }, RULES);
    expect(figures.map(({ figure, before, after }) => [figure, before, after])).toEqual([
      ['charges_totales', 50_000_000n, 100_000_000n],
      ['charges_numeriques_propres', 1_000_000n, 2_000_000n],
      ['etp_ssi_propres', 200n, 250n],
    ]);
    expect(share).toBeNull();
  });

  it('leaves out what is not declared yet, and what is not known of the year before', () => {
    const values = valuesOf({ charges_titre1: null, etp_ssi_internes: null });
    const said = (known: object) =>
      declaredOnYear(values, { ...past, ...known }, RULES).figures.map(({ figure }) => figure);
    expect(said(own)).toEqual(['charges_numeriques_propres']);
    expect(said({ ownDigital: null })).toEqual([]);
  });
});
