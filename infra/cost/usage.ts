import { type Amount, NOTHING, sumOf } from './amount.ts';
import { costOf } from './price.ts';
import { METERS, type Meter, PRICES } from './prices.ts';

/** How much of each metered thing, in what its price counts; what is not named is none. */
export type Usage = Readonly<Partial<Record<Meter, bigint>>>;

export function together(usages: Iterable<Usage>): Usage {
  const all = [...usages];
  return Object.fromEntries(
    METERS.flatMap((meter) => {
      const quantity = all.reduce((sum, usage) => sum + (usage[meter] ?? 0n), 0n);
      return quantity === 0n ? [] : [[meter, quantity]];
    }),
  );
}

/** The same, that many times. */
export function repeated(usage: Usage, count: bigint): Usage {
  return Object.fromEntries(METERS.flatMap((meter) => (usage[meter] ? [[meter, usage[meter] * count]] : [])));
}

export function costOfUsage(usage: Usage): Amount {
  return sumOf(METERS.map((meter) => costOfMeter(usage, meter)));
}

export function costOfMeter(usage: Usage, meter: Meter): Amount {
  const quantity = usage[meter];
  return quantity === undefined ? NOTHING : costOf(quantity, PRICES[meter]);
}
