/**
 * Treats each thing, so many on their way at once; the first failure ends it, and nothing more is begun.
 * @returns what came of each, in their order.
 */
export async function atOnce<T, R>(
  most: number,
  things: readonly T[],
  treat: (thing: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = things.entries();
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const [index, thing] of waiting) {
      if (failed) return;
      try {
        results[index] = await treat(thing);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, things.length) }, lane));
  return results;
}
