import fc from 'fast-check';
import { aggregate, INDICATORS } from '../../../../shared/domain/aggregates/aggregate.ts';
import {
  aggregateBySize,
  type SizedObservation,
} from '../../../../shared/domain/aggregates/aggregate-by-size.ts';
import { budgetSize, sizeOf, UNDECLARED_BUDGET } from '../../../../shared/domain/aggregates/budget-size.ts';
import type { Values } from '../../../../shared/domain/deposit/columns.ts';
import { computeFigures } from '../../../../shared/domain/figures/compute.ts';
import { withKey } from '../../../../shared/domain/finess/finess.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { declarantOf } from '../../../builders/directory.ts';
import { CAMPAIGN } from '../../../builders/entry.ts';
import { refusedReturn, returnOf } from '../../../builders/return.ts';

const M = 100_000_000n; // cents in a million of euros

let next = 50_000_000;
function observe(values: Partial<Values> | null): SizedObservation {
  const finess = withKey(String(next++));
  const own = values === null ? refusedReturn() : returnOf(values);
  const outcome = computeFigures({ campaign: CAMPAIGN, finess, own, carries: false, pools: [] }, RULES);
  return { declarant: declarantOf(finess), outcome, size: budgetSize(own, RULES) };
}
const budget = (total: bigint): Partial<Values> => ({
  charges_titre1: total,
  charges_titre2: 0n,
  charges_titre3: 0n,
  charges_titre4: 0n,
  num_personnel: total / 50n,
  num_medical: 0n,
  num_general: 0n,
  num_amortissement: 0n,
});

describe('the size of a budget', () => {
  it.each([
    [0n, '1_moins_de_20M'],
    [20n * M - 1n, '1_moins_de_20M'],
    [20n * M, '2_20M_a_70M'],
    [70n * M - 1n, '2_20M_a_70M'],
    [70n * M, '3_70M_a_150M'],
    [150n * M - 1n, '3_70M_a_150M'],
    [150n * M, '4_150M_a_500M'],
    [500n * M - 1n, '4_150M_a_500M'],
    [500n * M, '5_500M_et_plus'],
    [10n ** 16n, '5_500M_et_plus'],
  ])('of %s cents is that of the class whose bound is above it', (total, code) => {
    expect(sizeOf(total, RULES)).toBe(code);
  });

  it('is that of what was declared, figures or not', () => {
    expect(budgetSize(returnOf({ ...budget(90n * M), cloture: 'provisoire' }), RULES)).toBe('3_70M_a_150M');
  });

  it('is not known where a title is blank, or nothing was taken', () => {
    expect(budgetSize(returnOf({ ...budget(90n * M), charges_titre4: null }), RULES)).toBe(UNDECLARED_BUDGET);
    expect(budgetSize(refusedReturn(), RULES)).toBe(UNDECLARED_BUDGET);
    expect(budgetSize(null, RULES)).toBe(UNDECLARED_BUDGET);
  });

  it('has codes that sort from the smallest to the unknown', () => {
    const codes = [...RULES.budgetClasses.map(({ code }) => code), UNDECLARED_BUDGET];
    expect([...codes].sort()).toEqual(codes);
  });
});

describe('the aggregates by size of budget', () => {
  it('are ratios of sums, from the smallest size to those that are not known', () => {
    const observations = [
      observe(null),
      observe(budget(30n * M)),
      observe(budget(M)),
      observe(budget(40n * M)),
    ];
    const shares = aggregateBySize(observations).filter(({ indicator }) => indicator === 'part_numerique');
    expect(shares).toMatchObject([
      { axis: 'taille_budget', slice: '1_moins_de_20M', n: 1, expected: 1, denominator: M },
      { axis: 'taille_budget', slice: '2_20M_a_70M', n: 2, expected: 2, denominator: 70n * M },
      { axis: 'taille_budget', slice: UNDECLARED_BUDGET, n: 0, expected: 1, denominator: null },
    ]);
  });

  it('sum to the nation, whatever the budgets', () => {
    const anyTotal = fc.option(fc.bigInt({ min: 1n, max: 10n ** 12n }), { freq: 4 });
    fc.assert(
      fc.property(fc.array(anyTotal, { minLength: 1, maxLength: 12 }), (totals) => {
        const observations = totals.map((total) => observe(total === null ? null : budget(total)));
        const bySize = aggregateBySize(observations);
        for (const indicator of INDICATORS) {
          const nation = aggregate(observations).find(
            (a) => a.axis === 'nation' && a.indicator === indicator,
          );
          const sizes = bySize.filter((a) => a.indicator === indicator);
          const sum = (of: 'n' | 'expected') => sizes.reduce((total, a) => total + a[of], 0);
          expect([sum('n'), sum('expected')]).toEqual([nation?.n, nation?.expected]);
          expect(sizes.reduce((total, a) => total + (a.numerator ?? 0n), 0n)).toBe(nation?.numerator ?? 0n);
        }
      }),
      { numRuns: 30 },
    );
  });
});
