import { setTimeout as wait } from 'node:timers/promises';
import type { SweepFunction } from '../../functions/sweep/handler.ts';
import { SWEEPS, type SweepKind } from '../../shared/contracts/functions.ts';
import { contextOf } from './server/context.ts';

export interface Schedule {
  /** Sweeps no more, and resolves when what runs has ended. */
  stop(): Promise<void>;
}

/**
 * Calls the sweep for each of its gaps, at once and then every so many seconds, one call of a gap at a time.
 * @param report hears of a sweep that failed; the next one comes all the same.
 */
export function schedule(
  sweep: SweepFunction,
  seconds: Readonly<Record<SweepKind, number>>,
  report: (error: unknown) => void,
): Schedule {
  const stopping = new AbortController();
  const repeat = async (gap: SweepKind): Promise<void> => {
    while (!stopping.signal.aborted) {
      await sweep({ gap }, contextOf('sweep')).catch(report);
      await wait(seconds[gap] * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = Promise.all((Object.keys(SWEEPS) as SweepKind[]).map(repeat));
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
