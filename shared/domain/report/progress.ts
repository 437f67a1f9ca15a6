import { type FollowUp, followUpOf } from '../act/follow-up.ts';
import type { Reason } from '../figures/figures.ts';
import type { Finess } from '../finess/finess.ts';
import type { Source } from '../return/entry.ts';
import { outcomeOf, type Standing } from './standing.ts';

/** How far a declarant has come. */
export interface Progress extends Pick<FollowUp, 'certified' | 'approved' | 'waived'> {
  /** `refuse`: something was deposited, and every row of it refused. */
  readonly situation: 'jamais-depose' | 'refuse' | 'non-calcule' | 'calcule';
  /** Of `non-calcule`. */
  readonly reasons: readonly Reason[];
  /** It has no figures, and is not waived. */
  readonly toChase: boolean;
  readonly tries: number;
  readonly lastTry: Source | null;
}

export function progressOf(finess: Finess, standing: Standing): Progress {
  const outcome = outcomeOf(standing, finess);
  const state = standing.get(finess)?.state ?? null;
  const tries = state?.tries ?? 0;
  const { certified, approved, waived } = followUpOf(state ?? { acts: [], lastTaken: null });
  return {
    situation: situationOf(outcome.state, tries),
    reasons: outcome.state === 'non_calcule' ? outcome.reasons : [],
    toChase: outcome.state !== 'calcule' && !waived,
    tries,
    lastTry: state?.lastTry ?? null,
    certified,
    approved,
    waived,
  };
}

function situationOf(
  state: 'non_repondant' | 'non_calcule' | 'calcule',
  tries: number,
): Progress['situation'] {
  switch (state) {
    case 'calcule':
      return 'calcule';
    case 'non_calcule':
      return 'non-calcule';
    case 'non_repondant':
      return tries === 0 ? 'jamais-depose' : 'refuse';
  }
}
