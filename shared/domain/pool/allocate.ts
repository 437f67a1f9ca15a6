import type { Member } from '../declarant/reference-set.ts';
import type { Finess } from '../finess/finess.ts';

/**
 * Shares a whole amount (cents, or hundredths of an FTE) among members by combined activity: whole units by
 * floor, those left over to the largest fractional parts, ties to the lowest FINESS in ASCII order. The
 * shares sum to the amount exactly. rules.md, « Figures », pool; seed, action 7 (« selon l'activité combinée »).
 *
 * @returns null when a member's activity is unknown or the activities sum to zero.
 */
export function allocate(amount: bigint, members: readonly Member[]): ReadonlyMap<Finess, bigint> | null {
  const keys: { finess: Finess; activity: bigint }[] = [];
  for (const { finess, activity } of members) {
    if (activity === null) return null;
    keys.push({ finess, activity });
  }
  const sum = keys.reduce((total, key) => total + key.activity, 0n);
  if (sum === 0n) return null;

  const shares = keys.map(({ finess, activity }) => ({
    finess,
    share: (amount * activity) / sum,
    rest: (amount * activity) % sum,
  }));
  const left = amount - shares.reduce((total, { share }) => total + share, 0n);
  const byRest = [...shares].sort((a, b) =>
    a.rest === b.rest ? (a.finess < b.finess ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  );
  const lucky = new Set(byRest.slice(0, Number(left)).map(({ finess }) => finess));
  return new Map(shares.map(({ finess, share }) => [finess, lucky.has(finess) ? share + 1n : share]));
}
