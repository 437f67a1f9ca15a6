import { writeFileSync } from 'node:fs';
import { judgeMutant } from './judge-mutant.ts';
import { mutantOf } from './mutant.ts';
import type { FromChild, Order } from './protocol.ts';
import { seedFiles } from './seeds.ts';

/** Judges mutants from the iteration that it is told until it is stopped; its parent watches time and memory. */
const say = (message: FromChild) => process.send?.(message);

process.once('message', async ({ seed, from, mutant: path, fault }: Order) => {
  const seeds = await seedFiles();
  for (let iteration = from; ; iteration++) {
    const bytes = await mutantOf(seeds, seed, iteration);
    say({ kind: 'begun', iteration });
    writeFileSync(path, bytes);
    try {
      if (fault?.at === iteration) plant(fault.kind);
      say({ kind: 'judged', iteration, outcome: await judgeMutant(bytes), cpu: process.cpuUsage().user });
    } catch (error) {
      say({ kind: 'failed', iteration, error: error instanceof Error ? (error.stack ?? '') : String(error) });
      return;
    }
  }
});

/** So that the guards are seen to catch what they are there for. */
function plant(kind: 'throw' | 'hang' | 'memory'): void {
  if (kind === 'throw') throw new Error('planted');
  if (kind === 'memory') {
    held.push(Buffer.alloc(2 * 1024 ** 3, 1));
    return;
  }
  for (;;) Math.random();
}
const held: Buffer[] = [];
