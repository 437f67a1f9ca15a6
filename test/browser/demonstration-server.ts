import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin } from '../../infra/local/begin.ts';
import { type RunningServer, startServer } from '../../infra/local/server/start-server.ts';
import { writeSimulation } from '../../infra/local/write-simulation.ts';
import { day, year } from '../builders/entry.ts';
import { tickingClock } from '../integration/server/fixture-server.ts';

export interface DemonstrationServer extends RunningServer {
  /** Defects that the server told of. */
  readonly defects: readonly unknown[];
}

/** What `npm start` shows, smaller: a fictional campaign deposited and computed, workbooks published, on 16 July 2026. */
export async function demonstrationServer(declarants: number): Promise<DemonstrationServer> {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  const seed = join(folder, 'seed');
  await writeSimulation(seed, { declarants });
  const defects: unknown[] = [];
  const state = join(folder, 'state');
  const server = await startServer({
    folder: state,
    port: 0,
    clock: tickingClock('2026-07-16T10:00:00.000Z'),
    report: (error) => defects.push(error),
  });
  const { sow } = await begin(server, state, {
    campaign: year('2026'),
    reference: join(seed, 'reference'),
    deposits: join(seed, 'deposits'),
    day: day('2026-07-15'),
  });
  await sow?.();
  return {
    ...server,
    defects,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
