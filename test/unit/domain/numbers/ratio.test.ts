import fc from 'fast-check';
import { formatHundredths } from '../../../../shared/domain/numbers/format-hundredths.ts';
import { compareRatios, formatRatio, ratio, roundHalfUp } from '../../../../shared/domain/numbers/ratio.ts';

const ratios = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([numerator, denominator]) => ratio(numerator, denominator));

describe('ratio', () => {
  it('has a denominator above zero, or is a defect', () => {
    expect(() => ratio(1n, 0n)).toThrow(RangeError);
    expect(() => ratio(1n, -1n)).toThrow(RangeError);
    expect(ratio(-1n, 1n)).toEqual({ numerator: -1n, denominator: 1n });
  });
});

describe('formatRatio', () => {
  it.each([
    [2n, 3n, '0.666667'],
    [1n, 3n, '0.333333'],
    [1n, 2_000_000n, '0.000001'],
    [4_999_999n, 10_000_000_000_000n, '0.000000'],
    [19_999_999n, 20_000_000n, '1.000000'],
    [12n, 1n, '12.000000'],
    [0n, 7n, '0.000000'],
  ])('writes %s/%s with six decimals, half up', (numerator, denominator, text) => {
    expect(formatRatio(ratio(numerator, denominator), 6)).toBe(text);
  });

  it('rounds halves towards +∞ on both sides of zero, and never writes a negative zero', () => {
    expect(formatRatio(ratio(-1n, 2_000_000n), 6)).toBe('0.000000');
    expect(formatRatio(ratio(-3n, 2_000_000n), 6)).toBe('-0.000001');
    expect(formatRatio(ratio(-2n, 3n), 6)).toBe('-0.666667');
    expect(formatRatio(ratio(-1n, 3n), 6)).toBe('-0.333333');
    expect(formatRatio(ratio(-1n, 40n), 2)).toBe('-0.02');
    expect(formatRatio(ratio(1n, 40n), 2)).toBe('0.03');
  });

  it('stays exact beyond what a binary float holds', () => {
    expect(formatRatio(ratio(9_007_199_254_740_993n, 9_007_199_254_740_992n), 20)).toBe(
      '1.00000000000000011102',
    );
  });
});

describe('roundHalfUp', () => {
  it('is the floor of the value plus one half', () => {
    fc.assert(
      fc.property(ratios, fc.integer({ min: 0, max: 9 }), (value, decimals) => {
        const rounded = roundHalfUp(value, decimals);
        // rounded ≤ scaled + 1/2 < rounded + 1, by cross-multiplication
        const middle = 2n * value.numerator * 10n ** BigInt(decimals) + value.denominator;
        const step = 2n * value.denominator;
        return rounded * step <= middle && middle < (rounded + 1n) * step;
      }),
    );
  });

  it('agrees with long division on halves, thirds and sevenths of both signs', () => {
    for (let numerator = -50n; numerator <= 50n; numerator++) {
      for (const denominator of [2n, 3n, 4n, 7n]) {
        let naive = -1_000n;
        while ((naive + 1n) * 2n * denominator <= 2n * numerator + denominator) naive++;
        expect(roundHalfUp(ratio(numerator, denominator), 0)).toBe(naive);
      }
    }
  });
});

describe('compareRatios', () => {
  it('is a total order that agrees with subtraction', () => {
    fc.assert(
      fc.property(ratios, ratios, ratios, (a, b, c) => {
        const difference = a.numerator * b.denominator - b.numerator * a.denominator;
        const sign = difference < 0n ? -1 : difference > 0n ? 1 : 0;
        const transitive = compareRatios(a, b) > 0 || compareRatios(b, c) > 0 || compareRatios(a, c) <= 0;
        return compareRatios(a, b) === sign && compareRatios(b, a) === 0 - sign && transitive;
      }),
    );
  });

  it('takes different spellings of one quotient for equal', () => {
    expect(compareRatios(ratio(1n, 3n), ratio(2n, 6n))).toBe(0);
    expect(compareRatios(ratio(1n, 3n), ratio(333_333n, 1_000_000n))).toBe(1);
    expect(compareRatios(ratio(-1n, 3n), ratio(-333_333n, 1_000_000n))).toBe(-1);
  });
});

describe('formatHundredths', () => {
  it.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [-5n, '-0.05'],
    [100n, '1.00'],
    [-12_345n, '-123.45'],
    [9_007_199_254_740_993n, '90071992547409.93'],
  ])('writes %s hundredths with two decimals and a point', (value, text) => {
    expect(formatHundredths(value)).toBe(text);
  });
});
