import fc from 'fast-check';
import type { Member } from '../../../../shared/domain/declarant/reference-set.ts';
import { withKey } from '../../../../shared/domain/finess/finess.ts';
import { allocate } from '../../../../shared/domain/pool/allocate.ts';

/** FINESS numbers in ASCII order. */
const body = (index: number) => withKey(String(20_000_000 + index));
const members = (...activities: readonly (bigint | null)[]): readonly Member[] =>
  activities.map((activity, index) => ({ finess: body(index), activity }));
const shares = (amount: bigint, list: readonly Member[]) => {
  const allocated = allocate(amount, list);
  return allocated && list.map(({ finess }) => allocated.get(finess));
};

describe('allocate', () => {
  it('shares in proportion to activity', () => {
    expect(shares(100_00n, members(50n, 30n, 20n))).toEqual([5_000n, 3_000n, 2_000n]);
  });

  it('gives the cents left over to the largest fractional parts', () => {
    // 10 × 3/17 = 1.76, 10 × 6/17 = 3.53, 10 × 8/17 = 4.71
    expect(shares(10n, members(3n, 6n, 8n))).toEqual([2n, 3n, 5n]);
  });

  it('gives the cent left over to the lowest FINESS when fractional parts are equal', () => {
    const list = members(1n, 1n, 1n);
    expect(shares(100n, list)).toEqual([34n, 33n, 33n]);
    expect(shares(101n, list)).toEqual([34n, 34n, 33n]);
    const reversed = [...list].reverse();
    expect(shares(100n, reversed)).toEqual([33n, 33n, 34n]);
  });

  it('breaks ties in ASCII order: digits before letters', () => {
    const corsica = { finess: withKey('2A000001'), activity: 1n };
    const nord = { finess: withKey('29000001'), activity: 1n };
    const charente = { finess: withKey('16000001'), activity: 1n };
    expect(allocate(1n, [corsica, nord])?.get(nord.finess)).toBe(1n);
    expect(allocate(1n, [corsica, nord, charente])?.get(charente.finess)).toBe(1n);
  });

  it('gives nothing to a member without activity, not even a cent left over', () => {
    expect(shares(100n, members(0n, 1n, 1n, 1n))).toEqual([0n, 34n, 33n, 33n]);
    expect(shares(0n, members(1n, 2n))).toEqual([0n, 0n]);
  });

  it('is unknown when an activity is, when they sum to zero, and without members', () => {
    expect(allocate(100n, members(1n, null))).toBeNull();
    expect(allocate(0n, members(null))).toBeNull();
    expect(allocate(100n, members(0n, 0n))).toBeNull();
    expect(allocate(100n, [])).toBeNull();
  });

  it('stays exact beyond what a binary float holds', () => {
    const amount = 9_007_199_254_740_993n;
    expect(shares(amount, members(1n, 1n))).toEqual([4_503_599_627_370_497n, 4_503_599_627_370_496n]);
    expect(shares(amount, members(9_007_199_254_740_993n, 0n))).toEqual([amount, 0n]);
  });

  const activities = fc
    .array(fc.oneof(fc.bigInt({ min: 0n, max: 4n }), fc.bigInt({ min: 0n, max: 10n ** 12n })), {
      minLength: 1,
      maxLength: 15,
    })
    .filter((list) => list.some((activity) => activity > 0n));
  const amounts = fc.oneof(fc.bigInt({ min: 0n, max: 30n }), fc.bigInt({ min: 0n, max: 10n ** 17n }));

  it('gives shares that sum to the amount, each within one unit of its exact part', () => {
    fc.assert(
      fc.property(amounts, activities, (amount, list) => {
        const sum = list.reduce((total, activity) => total + activity, 0n);
        const given = (shares(amount, members(...list)) ?? []).map((share) => share ?? -1n);
        expect(given.reduce((total, share) => total + share, 0n)).toBe(amount);
        given.forEach((share, index) => {
          const floor = (amount * (list[index] ?? 0n)) / sum;
          expect(share === floor || share === floor + 1n).toBe(true);
        });
      }),
    );
  });

  it('never gives less to more activity, nor more to a higher FINESS of equal activity', () => {
    fc.assert(
      fc.property(amounts, activities, (amount, list) => {
        const pool = members(...list);
        const allocated = allocate(amount, pool);
        for (const a of pool) {
          for (const b of pool) {
            const more = (a.activity ?? 0n) > (b.activity ?? 0n);
            const first = a.activity === b.activity && a.finess < b.finess;
            const [left = -1n, right = -1n] = [allocated?.get(a.finess), allocated?.get(b.finess)];
            if (more || first) expect(left >= right).toBe(true);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the members, nor on the unit of activity', () => {
    fc.assert(
      fc.property(amounts, activities, fc.bigInt({ min: 1n, max: 10_000n }), (amount, list, unit) => {
        const pool = members(...list);
        const expected = shares(amount, pool);
        const shuffled = allocate(amount, [...pool].reverse());
        expect(pool.map(({ finess }) => shuffled?.get(finess))).toEqual(expected);
        expect(shares(amount, members(...list.map((activity) => activity * unit)))).toEqual(expected);
      }),
    );
  });
});
