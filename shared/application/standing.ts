import type { Territory } from '../domain/declarant/directory.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { type EditionContext, neighboursOf } from '../domain/report/build-regional-report.ts';
import type { Standing } from '../domain/report/standing.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import { digestOf } from './digest.ts';
import type { Generation } from './generation.ts';
import type { ReturnRecord, Returns, Sha256 } from './ports.ts';

/** The returns that a region's report stands on: its own, and those of its pools' bodies elsewhere. */
export async function regionalReturns(
  returns: Returns,
  { scope, directory }: Generation,
  region: RegionCode,
): Promise<readonly ReturnRecord[]> {
  const own = await returns.ofTerritory(scope, region);
  const elsewhere = neighboursOf(region, directory).flatMap((finess) => {
    const territory = directory.territory(finess);
    return territory === null ? [] : [{ finess, territory }];
  });
  const neighbours = await returns.getMany(scope, elsewhere);
  return [...own, ...[...neighbours.values()].map(({ value }) => value)];
}

/** Every return of the campaign. */
export async function nationalReturns(
  returns: Returns,
  { scope, directory }: Generation,
): Promise<readonly ReturnRecord[]> {
  const all: ReturnRecord[] = [];
  for (const territory of territoriesOf({ directory })) {
    all.push(...(await returns.ofTerritory(scope, territory)));
  }
  return all;
}

/** Regions that have declarants, and that of the external carriers. */
export function territoriesOf({ directory }: Pick<Generation, 'directory'>): readonly Territory[] {
  return [...directory.regions(), 'EXT'];
}

export function reportContext({
  scope,
  directory,
  rules,
  sources,
}: Generation): Omit<EditionContext, 'manifest'> {
  return { campaign: scope.campaign, generation: scope.generation, directory, rules, sources };
}

export function standingOf(records: readonly ReturnRecord[]): Standing {
  return new Map(records.map((record) => [record.finess, record]));
}

/** What an edition stands on: the inputs of every return that it shows. The generation is its key already. */
export function editionInputs(inputs: Iterable<readonly [Finess, Sha256]>): Sha256 {
  return digestOf(Object.fromEntries(inputs));
}
