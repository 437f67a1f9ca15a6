import { atOnce } from '../../../shared/adapters/pace/at-once.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

it('treats everything, never more than so many at once, and keeps the order of results', async () => {
  let running = 0;
  let most = 0;
  const results = await atOnce(3, [1, 2, 3, 4, 5, 6, 7], async (n) => {
    most = Math.max(most, ++running);
    for (let wait = n % 3; wait >= 0; wait--) await turn();
    running--;
    return n * 10;
  });
  expect(results).toEqual([10, 20, 30, 40, 50, 60, 70]);
  expect(most).toBe(3);
});

it('begins nothing more once one has failed', async () => {
  const begun: number[] = [];
  const treat = async (n: number) => {
    begun.push(n);
    await turn();
    if (n === 1) throw new Error('one');
  };
  await expect(atOnce(2, [1, 2, 3, 4], treat)).rejects.toThrow('one');
  await turn();
  expect(begun.length).toBeLessThan(4);
});

it('does nothing with nothing', async () => {
  expect(await atOnce(8, [], async () => 1)).toEqual([]);
});
