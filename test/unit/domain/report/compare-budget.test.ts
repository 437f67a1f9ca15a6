import { compareBudget } from '../../../../shared/domain/report/compare-budget.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { sourceOf } from '../../../builders/entry.ts';
import { returnOf } from '../../../builders/return.ts';

const source = sourceOf('diamant');
/** The return of the builder declares 1,000,000.00 €. */
const budgetCheck = { titles: [60_000_000n, 20_000_000n, 15_000_000n, 4_999_999n] as const, at: {}, source };

describe('the budget declared beside the one known elsewhere', () => {
  it('says what is known, from which deposit, and by how much the two differ', () => {
    expect(compareBudget(returnOf({}, { budgetCheck }), RULES)).toEqual({
      known: 99_999_999n,
      gap: 1n,
      source,
    });
    expect(compareBudget(returnOf({ charges_titre1: 0n }, { budgetCheck }), RULES)?.gap).toBe(-59_999_999n);
  });

  it('has no difference while a title is missing', () => {
    expect(compareBudget(returnOf({ charges_titre4: null }, { budgetCheck }), RULES)).toMatchObject({
      known: 99_999_999n,
      gap: null,
    });
  });

  it('is nothing where nothing is known', () => {
    expect(compareBudget(returnOf(), RULES)).toBeNull();
  });
});
