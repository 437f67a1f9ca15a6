import fc from 'fast-check';
import { quartile, sortRatios } from '../../../../shared/domain/aggregates/quartiles.ts';
import { compareRatios, formatRatio, ratio } from '../../../../shared/domain/numbers/ratio.ts';

const quartiles = (...values: readonly bigint[]) => {
  const sorted = sortRatios(values.map((value) => ratio(value, 1n)));
  return ([1, 2, 3] as const).map((q) => {
    const value = quartile(sorted, q);
    return value && formatRatio(value, 6);
  });
};

describe('quartile', () => {
  // Excel: =QUARTILE.INC({1;2;4;7;8;9;10;12};1) is 3.5, the worked example of its documentation.
  it('is that of QUARTILE.INC', () => {
    expect(quartiles(1n, 2n, 4n, 7n, 8n, 9n, 10n, 12n)).toEqual(['3.500000', '7.500000', '9.250000']);
    expect(quartiles(1n, 2n, 3n, 4n)).toEqual(['1.750000', '2.500000', '3.250000']);
    expect(quartiles(6n, 7n, 15n, 36n, 39n, 40n, 41n, 42n, 43n, 47n, 49n)).toEqual([
      '25.500000',
      '40.000000',
      '42.500000',
    ]);
    expect(quartiles(10n, 20n)).toEqual(['12.500000', '15.000000', '17.500000']);
    expect(quartiles(30n, 10n, 20n)).toEqual(['15.000000', '20.000000', '25.000000']);
  });

  it('of one value is that value, of none is none', () => {
    expect(quartiles(7n)).toEqual(['7.000000', '7.000000', '7.000000']);
    expect(quartiles()).toEqual([null, null, null]);
  });

  it('is rounded once, not at each neighbour', () => {
    // Between 0.0000004 and 0.0000005: rounded first, they would be 0 and 0.000001, their middle 0.000001.
    const of = (...tenMillionths: readonly bigint[]) => {
      const value = quartile(sortRatios(tenMillionths.map((n) => ratio(n, 10_000_000n))), 2);
      return value && formatRatio(value, 6);
    };
    expect(of(4n, 5n)).toBe('0.000000');
    expect(of(4n, 6n)).toBe('0.000001');
  });

  const values = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }))
      .map(([n, d]) => ratio(BigInt(n), BigInt(d))),
    { minLength: 1, maxLength: 30 },
  );

  it('agrees with the definition, rank (n − 1)·q, linear between neighbours', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(1, 2, 3), (list, q) => {
        const sorted = sortRatios(list);
        const exact = quartile(sorted, q);
        const floats = list.map((r) => Number(r.numerator) / Number(r.denominator)).sort((a, b) => a - b);
        const rank = ((floats.length - 1) * q) / 4;
        const low = floats[Math.floor(rank)] ?? Number.NaN;
        const high = floats[Math.ceil(rank)] ?? Number.NaN;
        const expected = low + (high - low) * (rank - Math.floor(rank));
        expect(exact && Number(exact.numerator) / Number(exact.denominator)).toBeCloseTo(expected, 9);
      }),
    );
  });

  it('does not depend on the order of the values, and lies in order', () => {
    fc.assert(
      fc.property(values, (list) => {
        const of = (all: readonly ReturnType<typeof ratio>[], q: 1 | 2 | 3) =>
          quartile(sortRatios(all), q) ?? ratio(-1n, 1n);
        const [q1, q2, q3] = [of(list, 1), of(list, 2), of(list, 3)];
        expect(compareRatios(q1, q2) <= 0 && compareRatios(q2, q3) <= 0).toBe(true);
        expect(compareRatios(of([...list].reverse(), 1), q1)).toBe(0);
      }),
    );
  });
});
