import {
  dateOf,
  hundredths,
  median,
  quartile,
  quotient,
  ratioValue,
  relativeChange,
  tenThousandths,
} from '../../../shared/adapters/workbooks/exact.ts';
import type { Day } from '../../../shared/domain/calendar/day.ts';

describe('exact numbers as a spreadsheet holds them', () => {
  it('are the nearest doubles of their decimal text', () => {
    expect(hundredths(999_999_999_999_999n)).toBe(9_999_999_999_999.99);
    expect(hundredths(-5n)).toBe(-0.05);
    expect(hundredths(30n)).toBe(0.3);
    expect(tenThousandths(1n)).toBe(0.0001);
    expect(tenThousandths(1_234_567n)).toBe(123.4567);
  });

  it('divides amounts as the cell does', () => {
    expect(quotient({ numerator: 10_10n, denominator: 30_30n })).toBe(10.1 / 30.3);
  });

  it('keeps fifteen decimals of a ratio that no formula gives', () => {
    expect(ratioValue({ numerator: 2n, denominator: 3n })).toBe(0.666666666666667);
    expect(ratioValue({ numerator: 5n, denominator: 2n })).toBe(2.5);
  });

  it('gives zero for a change of the last bits', () => {
    expect(relativeChange(0.3, 0.1 + 0.2)).toBe(0);
    expect(relativeChange(3, 2)).toBe(0.5);
  });

  it('takes medians and quartiles as MEDIAN and QUARTILE.INC do', () => {
    expect([median([]), quartile([], 1)]).toEqual([null, null]);
    expect([median([7]), quartile([7], 1), quartile([7], 3)]).toEqual([7, 7, 7]);
    expect([median([4, 1, 3, 2]), quartile([4, 1, 3, 2], 1), quartile([4, 1, 3, 2], 3)]).toEqual([
      2.5, 1.75, 3.25,
    ]);
  });

  it('gives a day as midnight in universal time', () => {
    expect(dateOf('2026-03-29' as Day).toISOString()).toBe('2026-03-29T00:00:00.000Z');
  });
});
