import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { drawFrom } from '../../fuzz/draw.ts';
import { fuzz } from '../../fuzz/fuzz.ts';
import { mutantOf } from '../../fuzz/mutant.ts';
import { seedFiles } from '../../fuzz/seeds.ts';

const SEED = 11;

describe('a fault of ours, found by a mutant', () => {
  it.each([
    ['throw', {}, /planted/],
    ['hang', { deadlineSeconds: 1 }, /plus de 1 s sans verdict/],
    ['memory', { megabytes: 900 }, /Mo de mémoire, 900 au plus/],
  ] as const)('is caught and its bytes are kept: %s', async (kind, bounds, why) => {
    const result = await fuzz({ seed: SEED, seconds: 60, fault: { at: 2, kind }, ...bounds });
    expect(result).toMatchObject({ ok: false, iteration: 2, why: expect.stringMatching(why) });
    if (!result.ok) rmSync(dirname(result.mutant), { recursive: true });
  });
});

describe('mutants', () => {
  it('are the same for the same seed and iteration, and others for another', async () => {
    const seeds = await seedFiles();
    const [first, again] = [await mutantOf(seeds, SEED, 5), await mutantOf(seeds, SEED, 5)];
    expect(Buffer.from(first)).toEqual(Buffer.from(again));
    const others = await Promise.all([6, 7, 8].map((iteration) => mutantOf(seeds, SEED, iteration)));
    expect(new Set([first, ...others].map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(4);
  });

  it('are drawn evenly enough to reach every change', () => {
    const draw = drawFrom(SEED, 0);
    const drawn = Array.from({ length: 400 }, () => draw.below(8));
    expect(new Set(drawn).size).toBe(8);
  });

  it('that a short run makes show no fault', async () => {
    const result = await fuzz({ seed: SEED, seconds: 2 });
    expect(result).toMatchObject({ ok: true });
  });
});
