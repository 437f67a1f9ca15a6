import type { Territory } from '../domain/declarant/directory.ts';
import { type PoolStatement, poolStatementOf } from '../domain/figures/compute.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { neighboursOf } from '../domain/report/build-regional-report.ts';
import type { Entry, FactId } from '../domain/return/entry.ts';
import { foldEntries, type Judgement } from '../domain/return/fold.ts';
import { comparedHash } from './build-workbook.ts';
import { entryHashes, inputsDigest } from './compute-figures.ts';
import type { Generation } from './generation.ts';
import { judgedDigest } from './give-verdicts.ts';
import { isLakeBehind, type LakeTargetPorts } from './lake-target.ts';
import type {
  Changes,
  EditionRecord,
  Editions,
  Facts,
  Journal,
  Message,
  Queue,
  Returns,
  Scope,
  Sha256,
  Tombstone,
  Verdicts,
} from './ports.ts';
import { editionInputs, territoriesOf } from './standing.ts';

export interface SweepPorts {
  readonly facts: Facts;
  readonly journal: Journal;
  readonly returns: Returns;
  readonly verdicts: Verdicts;
  readonly queue: Queue;
}

/**
 * Finds the work that was lost between two steps (architecture.md, promise 4) and asks for it again: a fact
 * without a verdict, or with one that the journal no longer bears out; a return whose inputs have changed.
 *
 * @returns how many messages were sent; none means that everything derived from the facts stands on them.
 */
export async function sweepReturns(ports: SweepPorts, generation: Generation): Promise<number> {
  const erased = await ports.facts.erased(generation.scope.campaign);
  const journal = await foldJournal(ports.journal, generation, erased);
  const messages = [
    ...(await staleVerdicts(ports, generation.scope, journal, erased)),
    ...(await staleReturns(ports, generation, journal)),
  ];
  if (messages.length > 0) await ports.queue.send(messages);
  return messages.length;
}

interface FoldedJournal {
  readonly judgements: ReadonlyMap<FactId, readonly Judgement[]>;
  readonly entries: ReadonlyMap<Territory, ReadonlyMap<Finess, readonly Entry[]>>;
  readonly statements: ReadonlyMap<Finess, PoolStatement>;
}

type Erased = ReadonlyMap<FactId, Tombstone>;

async function foldJournal(journal: Journal, generation: Generation, erased: Erased): Promise<FoldedJournal> {
  const judgements: Judgement[] = [];
  const entries = new Map<Territory, ReadonlyMap<Finess, readonly Entry[]>>();
  const statements = new Map<Finess, PoolStatement>();
  for (const territory of territoriesOf(generation)) {
    const all = await journal.ofTerritory(generation.scope, territory);
    const standing = all.filter(({ source }) => !erased.has(source.fact));
    const bodies = Map.groupBy(standing, ({ finess }) => finess);
    entries.set(territory, bodies);
    for (const [finess, own] of bodies) {
      const state = foldEntries(own, generation.rules);
      judgements.push(...state.judgements);
      if (generation.directory.carried(finess)) statements.set(finess, poolStatementOf(state));
    }
  }
  return { judgements: Map.groupBy(judgements, ({ fact }) => fact), entries, statements };
}

async function staleVerdicts(
  { facts, verdicts }: SweepPorts,
  scope: Scope,
  { judgements }: FoldedJournal,
  erased: Erased,
): Promise<readonly Message[]> {
  const given = new Map((await verdicts.all(scope)).map(({ fact, judged }) => [fact, judged]));
  const ids = await facts.ids(scope.campaign);
  return ids
    .filter((fact) => given.get(fact) !== judgedDigest(judgements.get(fact) ?? [], erased.get(fact) ?? null))
    .map((fact) => ({ kind: 'read-deposit', scope, fact }));
}

async function staleReturns(
  { returns }: SweepPorts,
  generation: Generation,
  journal: FoldedJournal,
): Promise<readonly Message[]> {
  const { scope, directory } = generation;
  const silent = poolStatementOf(foldEntries([], generation.rules));
  const stale: Message[] = [];
  for (const [territory, bodies] of journal.entries) {
    const known = await returns.inputsOf(scope, territory);
    // A return may stand on nothing but what was erased.
    for (const finess of new Set([...bodies.keys(), ...known.keys()])) {
      const entries = bodies.get(finess) ?? [];
      const carriers = directory
        .groupsOf(finess)
        .map(({ carrier }) => [carrier, journal.statements.get(carrier) ?? silent] as const);
      if (known.get(finess) !== inputsDigest(entryHashes(entries), new Map(carriers)))
        stale.push({ kind: 'compute-figures', scope, finess });
    }
  }
  return stale;
}

export interface SweepEditionsPorts {
  readonly returns: Returns;
  readonly editions: Editions;
  readonly queue: Queue;
}

/**
 * The third gap where returns have changed since every edition was last found to stand on them: elsewhere it costs two
 * small reads. Run each minute it is also the debounce of workbooks. A mark that a crash lost is made good by
 * `sweepEditions`, and so is what a region is compared with: a deposit elsewhere moves the nation and asks for no workbook
 * at once.
 *
 * @returns how many editions were asked for.
 */
export async function sweepChangedEditions(
  ports: SweepEditionsPorts & { readonly changes: Changes },
  generation: Generation,
): Promise<number> {
  const { changes } = ports;
  // The mark first: what changes while the returns are read makes another.
  const mark = await changes.last(generation.scope);
  if (mark === (await changes.settled(generation.scope))) return 0;
  const stale = await staleEditions(ports, generation);
  if (stale.length > 0) await ports.queue.send(stale);
  else if (mark !== null) await changes.settle(generation.scope, mark);
  return stale.length;
}

/**
 * The third gap: a region's workbook, or the nation's snapshot, that stands on other returns than those of now; and
 * once the nation is up to date, a region that is compared with an earlier one, and the lake where its tables are those of
 * another edition.
 * @returns how many editions were asked for.
 */
export async function sweepEditions(
  ports: SweepEditionsPorts & LakeTargetPorts,
  generation: Generation,
): Promise<number> {
  const asked = await staleEditions(ports, generation);
  // A region built before the nation would be built again after it.
  const nation = asked.filter(({ kind }) => kind === 'build-national');
  const messages = nation.length > 0 ? nation : asked;
  const compared = nation.length > 0 ? [] : await behindTheNation(ports, generation, messages);
  const behind = nation.length === 0 && (await isLakeBehind(ports, generation.scope));
  const lake: readonly Message[] = behind ? [{ kind: 'build-national', scope: generation.scope }] : [];
  const all = [...messages, ...compared, ...lake];
  if (all.length > 0) await ports.queue.send(all);
  return all.length;
}

/** Regions whose own returns are as their edition shows them, compared with another edition of the nation than the last. */
async function behindTheNation(
  { editions }: SweepEditionsPorts,
  { scope, directory }: Generation,
  asked: readonly Message[],
): Promise<readonly Message[]> {
  const nation = await editions.get(scope, 'FR');
  const built = new Set(
    asked.flatMap((message) => (message.kind === 'build-workbook' ? message.region : [])),
  );
  const messages: Message[] = [];
  for (const region of directory.regions()) {
    if (built.has(region)) continue;
    const compared = (await editions.get(scope, region))?.nation ?? null;
    if (compared !== (nation && comparedHash(nation)))
      messages.push({ kind: 'build-workbook', scope, region });
  }
  return messages;
}

/** Those that stand on other returns than those of now. */
async function staleEditions(ports: SweepEditionsPorts, generation: Generation): Promise<readonly Message[]> {
  const { scope, directory } = generation;
  const inputs = new Map<Finess, Sha256>();
  for (const territory of territoriesOf(generation)) {
    for (const [finess, digest] of await ports.returns.inputsOf(scope, territory)) inputs.set(finess, digest);
  }
  const isStale = async (of: EditionRecord['of'], bodies: Iterable<Finess>): Promise<boolean> => {
    const shown = [...bodies].flatMap((finess) => {
      const digest = inputs.get(finess);
      return digest === undefined ? [] : [[finess, digest] as const];
    });
    return (await ports.editions.get(scope, of))?.inputs !== editionInputs(shown);
  };

  const messages: Message[] = [];
  for (const region of directory.regions()) {
    const own = directory.inRegion(region).map(({ finess }) => finess);
    const stale = await isStale(region, [...own, ...neighboursOf(region, directory)]);
    if (stale) messages.push({ kind: 'build-workbook', scope, region });
  }
  if (await isStale('FR', inputs.keys())) messages.push({ kind: 'build-national', scope });
  return messages;
}
