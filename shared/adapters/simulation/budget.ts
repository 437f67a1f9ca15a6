import type { Declarant } from '../../domain/declarant/reference-set.ts';
import type { Random } from './random.ts';

/** Operating expenses by category, in millions of euros: orders of magnitude, not statistics. */
const MILLIONS: Readonly<Record<string, readonly [number, number]>> = {
  '101': [400, 1_800],
  '355': [25, 300],
  '106': [5, 25],
  '292': [30, 140],
  '131': [90, 250],
  '365': [12, 90],
  '128': [8, 40],
  '122': [8, 60],
  '109': [4, 30],
  '161': [4, 20],
  '141': [3, 20],
  '127': [4, 30],
};
const OTHERS = [3, 30] as const;

/** A declarant's year before anything is pooled: cents and hundredths of an FTE. */
export interface Budget {
  readonly titles: readonly [bigint, bigint, bigint, bigint];
  readonly investment: bigint;
  /** Digital part of each title, then of the investment: never above it. */
  readonly digital: readonly [bigint, bigint, bigint, bigint];
  readonly digitalInvestment: bigint;
  readonly fte: bigint;
  readonly ssiFte: bigint;
  readonly externalSsiFte: bigint;
}

/** Always the same for a declarant and a seed. */
export function budgetOf({ finess, category }: Declarant, random: Random): Budget {
  const draw = random.of(`budget ${finess}`);
  const [least, most] = MILLIONS[category] ?? OTHERS;
  // More small ones than large ones.
  const size = draw.next();
  const total = cents((least + (most - least) * size * size) * 1e6) + BigInt(draw.integer(0, 99_999));
  const share = 0.009 + draw.next() * 0.015;
  // A few to be asked about: ten times too little, or more than the double of anyone's.
  const digital = part(total, draw.chance(0.02) ? 0.0015 : draw.chance(0.02) ? 0.055 : share);
  const titles = [part(total, 0.62), part(total, 0.17), part(total, 0.14)] as const;
  const lines = [part(digital, 0.35), part(digital, 0.05), part(digital, 0.45)] as const;
  const investment = part(total, 0.03 + draw.next() * 0.05);
  const millions = Number(total / 100_000_000n);
  return {
    titles: [...titles, total - titles[0] - titles[1] - titles[2]],
    investment,
    digital: [...lines, digital - lines[0] - lines[1] - lines[2]],
    digitalInvestment: part(investment, 0.02 + draw.next() * 0.08),
    fte: BigInt(draw.integer(1_100, 1_700) * Math.max(millions, 1)),
    ssiFte: draw.chance(0.05) ? 0n : BigInt(25 * Math.ceil((millions * draw.integer(1, 4)) / 40)),
    externalSsiFte: BigInt(draw.chance(0.5) ? 0 : 10 * draw.integer(1, 10)),
  };
}

function cents(euros: number): bigint {
  return BigInt(Math.floor(euros)) * 100n;
}

/** A fraction of an amount, to the millionth, whole cents by floor. */
function part(amount: bigint, fraction: number): bigint {
  return (amount * BigInt(Math.floor(fraction * 1e6))) / 1_000_000n;
}
