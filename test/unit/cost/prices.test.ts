import { amountOf, formatAmount, times } from '../../../infra/cost/amount.ts';
import { costOf, type Price } from '../../../infra/cost/price.ts';
import { PRICES } from '../../../infra/cost/prices.ts';
import { compareRatios } from '../../../shared/domain/numbers/ratio.ts';

const prices: readonly Price[] = Object.values(PRICES);

describe('the table of prices', () => {
  it('gives each an exact decimal above zero, a day and a source', () => {
    for (const { usd, per, readOn, source } of prices) {
      expect(amountOf(usd).numerator > 0n && per > 0n).toBe(true);
      expect(readOn).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(source.length).toBeGreaterThan(10);
    }
  });

  it('works extrapolated ones out from what it says', () => {
    const extrapolated = prices.filter(({ certainty }) => certainty === 'extrapolated');
    expect(extrapolated.length).toBeGreaterThan(0);
    for (const { usd, from } of extrapolated) {
      const worked = from && times(amountOf(from.usd), amountOf(from.ratio));
      expect(worked && compareRatios(amountOf(usd), worked)).toBe(0);
    }
  });

  it.each([
    ['lambdaMbMs', 1_024n * 1_000n * 1_000_000n, '13.33'],
    ['readUnits', 10_000_000n, '1.49'],
    ['writeUnits', 1_000_000n, '0.74'],
    ['objectByteMonths', 100n * 2n ** 30n, '2.40'],
    ['apiRequests', 2_000_000n, '2.34'],
  ] as const)('bills %s as AWS does', (meter, quantity, dollars) => {
    expect(formatAmount(costOf(quantity, PRICES[meter]))).toBe(dollars);
  });
});
