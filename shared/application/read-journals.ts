import type { Finess } from '../domain/finess/finess.ts';
import type { Entry } from '../domain/return/entry.ts';
import type { Generation } from './generation.ts';
import type { Facts, Journal } from './ports.ts';

/** Bodies not asked for that a range may pass over: to read their entries costs less than another call. */
const LARGEST_GAP = 8;

export interface ReadJournalsPorts {
  readonly journal: Journal;
  readonly facts: Facts;
}

/**
 * The entries of many bodies, with as few calls as their neighbourhood allows: deposits come by region and by
 * group, so that a batch is often a run of FINESS numbers. A body without entries, or unknown, has none; what an
 * erased deposit said is no entry any more.
 */
export async function readJournals(
  { journal, facts }: ReadJournalsPorts,
  { scope, directory }: Generation,
  bodies: Iterable<Finess>,
): Promise<ReadonlyMap<Finess, readonly Entry[]>> {
  const asked = new Set(bodies);
  const byTerritory = Map.groupBy(asked, (finess) => directory.territory(finess));
  const runs = [...byTerritory].flatMap(([territory, members]) =>
    territory === null
      ? []
      : runsOf(members, directory.bodiesOf(territory)).map((run) => ({ territory, ...run })),
  );
  const [erased, ...entries] = await Promise.all([
    facts.erased(scope.campaign),
    ...runs.map(({ territory, from, to }) => journal.ofRange(scope, territory, from, to)),
  ]);
  return Map.groupBy(
    entries.flat().filter(({ finess, source }) => asked.has(finess) && !erased.has(source.fact)),
    ({ finess }) => finess,
  );
}

interface Run {
  readonly from: Finess;
  readonly to: Finess;
}

/** @param all every body of the territory, by FINESS. */
function runsOf(bodies: readonly Finess[], all: ReadonlyMap<Finess, number>): readonly Run[] {
  const rank = (finess: Finess) => all.get(finess) ?? 0;
  const runs: Run[] = [];
  for (const finess of [...bodies].sort((a, b) => rank(a) - rank(b))) {
    const last = runs.at(-1);
    if (last && rank(finess) - rank(last.to) <= LARGEST_GAP + 1)
      runs[runs.length - 1] = { from: last.from, to: finess };
    else runs.push({ from: finess, to: finess });
  }
  return runs;
}
