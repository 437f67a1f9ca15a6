import { computeFigures, poolStatementOf } from '../../shared/domain/figures/compute.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import type { ReportContext } from '../../shared/domain/report/build-regional-report.ts';
import type { Standing } from '../../shared/domain/report/standing.ts';
import { foldEntries, type Return } from '../../shared/domain/return/fold.ts';

/** Every body's return with what is computed of it, each pool as its carrier states it. */
export function standingOf(
  returns: ReadonlyMap<Finess, Return>,
  { campaign, directory, rules }: Pick<ReportContext, 'campaign' | 'directory' | 'rules'>,
): Standing {
  return new Map(
    [...returns].map(([finess, state]) => {
      const outcome = directory.declarant(finess)
        ? computeFigures(
            {
              campaign,
              finess,
              own: state,
              carries: directory.carried(finess) !== null,
              pools: directory.groupsOf(finess).map((group) => ({
                group,
                carrier: poolStatementOf(returns.get(group.carrier) ?? foldEntries([], rules)),
              })),
            },
            rules,
          )
        : null;
      return [finess, { state, outcome }] as const;
    }),
  );
}
