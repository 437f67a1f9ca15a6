import type { Generation } from '../../shared/application/generation.ts';
import type { Progress } from './progress.ts';
import type { Ports } from './workplace.ts';

export interface FollowedWork {
  /** The same ports, heard. */
  readonly ports: Ports;
  /** Shows how many of the deposits have their verdict; those given before are counted. */
  showVerdicts(step: string, deposits: number): void;
  /** Every verdict is given: shows how many of the workbooks are built. */
  showEditions(workbooks: number): void;
  /** All is built. */
  end(): void;
}

/** Follows the work of the queue on a progress bar, through what it puts. */
export function followWork(ports: Ports, progress: Progress): FollowedWork {
  const done = { verdicts: 0, editions: 0 };
  let shown: { readonly what: keyof typeof done; readonly total: number } | null = null;
  const count = (what: keyof typeof done): void => {
    done[what]++;
    if (shown?.what === what) progress.reach(done[what]);
  };
  const show = (what: keyof typeof done, step: string, total: number): void => {
    // What was there from an earlier run is done too.
    if (shown) progress.reach(shown.total);
    shown = { what, total };
    progress.start(step, total);
    progress.reach(done[what]);
  };
  return {
    ports: {
      ...ports,
      verdicts: {
        ...ports.verdicts,
        put: async (scope, record, expected) => {
          const put = await ports.verdicts.put(scope, record, expected);
          if (put && expected === null) count('verdicts');
          return put;
        },
      },
      editions: {
        ...ports.editions,
        put: async (scope, record) => {
          const put = await ports.editions.put(scope, record);
          if (put) count('editions');
          return put;
        },
      },
    },
    showVerdicts: (step, deposits) => show('verdicts', step, deposits),
    showEditions: (workbooks) => show('editions', 'Classeurs', workbooks),
    end: () => shown && progress.reach(shown.total),
  };
}

/** One for each region that has declarants, and the nation's. */
export function workbooksOf({ directory }: Generation): number {
  return directory.regions().length + 1;
}
