import type { Group } from '../../domain/declarant/reference-set.ts';
import type { Finess } from '../../domain/finess/finess.ts';
import type { Budget } from './budget.ts';
import type { Random } from './random.ts';

/** What a group's carrier pays for all, and what it charges back: cents and hundredths of an FTE. */
export interface Pool {
  readonly charges: bigint;
  readonly ssiFte: bigint;
  /** By member, the carrier left out; none for one whose activity is not known. */
  readonly contributions: ReadonlyMap<Finess, bigint>;
}

/** An external carrier's pool: 1.5 M€ and a little more, one FTE and a half. */
const EXTERNAL = { charges: 150_000_000n, ssiFte: 150n } as const;

/** @param carrier the carrier's own year; null for one that is no declarant */
export function poolOf(group: Group, carrier: Budget | null, random: Random): Pool {
  const draw = random.of(`pool ${group.code}`);
  const general = carrier?.digital[2];
  const charges =
    (general === undefined ? EXTERNAL.charges : (general * BigInt(draw.integer(30, 60))) / 100n) +
    BigInt(draw.integer(0, 99));
  const ssiFte = carrier === null ? EXTERNAL.ssiFte : (carrier.ssiFte * BigInt(draw.integer(2, 6))) / 10n;
  const sum = group.members.reduce((total, { activity }) => total + (activity ?? 0n), 0n);
  // Two thirds of each share: what carriers charge back is seldom the whole.
  const contributions = group.members
    .filter(({ finess }) => finess !== group.carrier)
    .map(({ finess, activity }) => {
      const share = sum === 0n ? 0n : (charges * 2n * (activity ?? 0n)) / (3n * sum);
      return [finess, share] as const;
    });
  return { charges, ssiFte, contributions: new Map(contributions) };
}

/** What the carrier says that it charged back. */
export function chargedBack({ contributions }: Pool): bigint {
  return [...contributions.values()].reduce((sum, amount) => sum + amount, 0n);
}
