import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { begin } from '../../../infra/local/begin.ts';
import { type RunningServer, startServer } from '../../../infra/local/server/start-server.ts';
import { FIXTURE } from '../../builders/campaign-job.ts';
import { day, year } from '../../builders/entry.ts';

/** Each instant is a millisecond after the one before: deposits sort as they are opened. */
export function tickingClock(start: string): () => Date {
  let next = Date.parse(start);
  return () => new Date(next++);
}

export interface FixtureServer extends RunningServer {
  readonly reported: readonly unknown[];
}

/** A server with the reference set of the fixture in force and no deposit, on 15 July 2026; it sweeps when it is drained. */
export async function fixtureServer(folder: string, port = 0): Promise<FixtureServer> {
  const reported: unknown[] = [];
  const deposits = join(folder, 'no-deposit');
  await mkdir(deposits, { recursive: true });
  const server = await startServer({
    folder: join(folder, 'state'),
    port,
    clock: tickingClock('2026-07-15T10:00:00.000Z'),
    report: (error) => reported.push(error),
  });
  const seed = {
    campaign: year('2026'),
    reference: join(FIXTURE, 'reference'),
    deposits,
    day: day('2026-07-15'),
  };
  const { sow } = await begin(server, join(folder, 'state'), seed);
  await sow?.();
  return { ...server, reported };
}
