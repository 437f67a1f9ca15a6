import type { Territory } from '../domain/declarant/directory.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { neighboursOf, type ReportContext } from '../domain/report/build-regional-report.ts';
import type { Standing } from '../domain/report/standing.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import type { Generation } from './generation.ts';
import type { ReturnRecord, Returns } from './ports.ts';

/** The returns that a region's report stands on: its own, and those of its pools' bodies elsewhere. */
export async function regionalStanding(
  returns: Returns,
  { scope, directory }: Generation,
  region: RegionCode,
): Promise<Standing> {
  const own = await returns.ofTerritory(scope, region);
  const others = await Promise.all(
    neighboursOf(region, directory).map(async (finess) => {
      const territory = directory.territory(finess);
      return territory === null ? null : ((await returns.get(scope, territory, finess))?.value ?? null);
    }),
  );
  return standingOf([...own, ...others.filter((record) => record !== null)]);
}

/** Every return of the campaign. */
export async function nationalStanding(
  returns: Returns,
  { scope, directory }: Generation,
): Promise<Standing> {
  const all: ReturnRecord[] = [];
  for (const territory of territoriesOf({ directory }))
    all.push(...(await returns.ofTerritory(scope, territory)));
  return standingOf(all);
}

/** Regions that have declarants, and that of the external carriers. */
export function territoriesOf({ directory }: Pick<Generation, 'directory'>): readonly Territory[] {
  return [...directory.regions(), 'EXT'];
}

export function reportContext({ scope, directory, rules }: Generation): ReportContext {
  return { campaign: scope.campaign, generation: scope.generation, directory, rules };
}

function standingOf(records: readonly ReturnRecord[]): Standing {
  return new Map(
    records.map(
      ({
        finess,
        state,
        outcome,
      }): [Finess, { state: ReturnRecord['state']; outcome: ReturnRecord['outcome'] }] => [
        finess,
        { state, outcome },
      ],
    ),
  );
}
