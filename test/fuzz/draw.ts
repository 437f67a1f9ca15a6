/** Numbers drawn from a seed: the same seed gives the same numbers, so that a mutant can be made again. */
export interface Draw {
  /** From 0 to `below`, excluded. */
  below(below: number): number;
  /** One of them. */
  of<T>(items: readonly T[]): T;
  /** True once in so many. */
  once(inSoMany: number): boolean;
}

/** mulberry32, seeded by the run and the iteration. */
export function drawFrom(seed: number, iteration: number): Draw {
  let state = (seed * 0x9e3779b1 + iteration * 0x85ebca6b) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('nothing to draw from');
      return item;
    },
    once: (inSoMany) => below(inSoMany) === 0,
  };
}
