import { Crash, crashing } from '../../doubles/crashing.ts';

const counter = () => {
  let count = 0;
  return { count: { add: async () => ++count }, value: () => count };
};

describe('crashing ports', () => {
  const outcome = async (seed: number, lasting = false) => {
    const { count, value } = counter();
    const ports = crashing({ count }, { after: 2, seed, lasting });
    const calls = [];
    for (let n = 0; n < 3; n++) calls.push(await ports.count.add().catch((error: unknown) => error));
    return { calls, value: value() };
  };

  it('break at the call told, before or after it took effect as the seed tells', async () => {
    const values = await Promise.all(
      Array.from({ length: 20 }, async (_, seed) => (await outcome(seed)).value),
    );
    expect(new Set(values)).toEqual(new Set([2, 3]));
    const { calls } = await outcome(1);
    expect(calls).toEqual([1, expect.any(Crash), expect.any(Number)]);
  });

  it('answer nothing more when the crash lasts', async () => {
    expect((await outcome(1, true)).calls).toEqual([1, expect.any(Crash), expect.any(Crash)]);
  });
});
