import type { Directory, Territory } from '../domain/declarant/directory.ts';
import {
  computeFigures as figuresOf,
  type PoolInput,
  type PoolStatement,
  poolStatementOf,
} from '../domain/figures/compute.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { compareEntries, type Entry } from '../domain/return/entry.ts';
import { foldEntries, type Return } from '../domain/return/fold.ts';
import { digestOf } from './digest.ts';
import { WriteContention } from './errors.ts';
import type { Failure } from './failure.ts';
import type { Generation } from './generation.ts';
import type {
  Changes,
  EntryHash,
  Pause,
  Queue,
  ReturnRecord,
  Returns,
  Scope,
  Sha256,
  Versioned,
} from './ports.ts';
import { type ReadJournalsPorts, readJournals } from './read-journals.ts';
import { MOST_TRIES } from './tries.ts';

export interface ComputeFiguresPorts extends ReadJournalsPorts {
  readonly returns: Returns;
  readonly changes: Changes;
  readonly queue: Queue;
  readonly pause: Pause;
}

/**
 * Brings the returns of these bodies up to date with the journal. Twice, late or beside itself changes nothing.
 * A carrier whose pool statement changed has its members computed again.
 */
export async function computeFigures(
  ports: ComputeFiguresPorts,
  generation: Generation,
  bodies: readonly Finess[],
): Promise<readonly Failure<Finess>[]> {
  const { scope, directory } = generation;
  const unique = [...new Set(bodies)];
  const known = unique.flatMap((finess) => {
    const territory = directory.territory(finess);
    return territory === null ? [] : [{ finess, territory }];
  });
  // Versions first, inputs after: what is put never stands on less than what its version had seen.
  const current = await ports.returns.getMany(scope, known);
  const journals = await readJournals(ports, generation, [...unique, ...carriersOf(generation, unique)]);
  const failures: Failure<Finess>[] = unique
    .filter((finess) => directory.territory(finess) === null)
    .map((finess) => ({ of: finess, error: new Error(`${finess} is no body of the reference set`) }));
  let changed = false;
  await Promise.all(
    known.map(async (body) => {
      try {
        const put = await computeOne(ports, generation, body, current.get(body.finess) ?? null, journals);
        changed ||= put;
      } catch (error) {
        failures.push({ of: body.finess, error });
      }
    }),
  );
  if (changed) await ports.changes.mark(scope);
  return failures;
}

interface Body {
  readonly finess: Finess;
  readonly territory: Territory;
}

type Journals = ReadonlyMap<Finess, readonly Entry[]>;

/** The carriers of all pools of these bodies. */
function carriersOf({ directory }: Generation, bodies: readonly Finess[]): readonly Finess[] {
  return bodies.flatMap((finess) => directory.groupsOf(finess).map(({ carrier }) => carrier));
}

/** @returns whether the return was put. */
async function computeOne(
  ports: ComputeFiguresPorts,
  generation: Generation,
  { finess, territory }: Body,
  read: Versioned<ReturnRecord> | null,
  readEntries: Journals,
): Promise<boolean> {
  const { scope, directory, rules } = generation;
  let current = read;
  let journals = readEntries;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const entries = journals.get(finess) ?? [];
    // Asked for by its carrier, it has deposited nothing: no return, whichever of the two comes first.
    if (entries.length === 0 && current === null) return false;
    const statements = statementsOf(journals, generation, finess);
    const hashes = entryHashes(entries);
    const inputs = inputsDigest(hashes, statements);
    if (current?.value.inputs === inputs) return false;

    const state = foldEntries(entries, rules);
    await fanOut(ports.queue, scope, directory, finess, current?.value.state ?? null, state);
    const outcome = outcomeOf(generation, finess, state, statements);
    const record: ReturnRecord = { finess, territory, inputs, entries: hashes, state, outcome };
    if (await ports.returns.put(scope, record, current?.version ?? null)) return true;
    await ports.pause(attempt);
    current = await ports.returns.get(scope, territory, finess);
    journals = await readJournals(ports, generation, [finess, ...carriersOf(generation, [finess])]);
  }
  throw new WriteContention(`return of ${finess}`);
}

/** What the carriers of its pools say, by carrier. */
function statementsOf(
  journals: Journals,
  { directory, rules }: Generation,
  finess: Finess,
): ReadonlyMap<Finess, PoolStatement> {
  const carriers = directory.groupsOf(finess).map(({ carrier }) => carrier);
  return new Map(
    carriers.map((carrier) => [carrier, poolStatementOf(foldEntries(journals.get(carrier) ?? [], rules))]),
  );
}

/**
 * The figures of a body as its return stands, or why there are none; null for an external carrier.
 *
 * @param statements of every carrier of its pools.
 */
export function outcomeOf(
  { scope, directory, rules }: Generation,
  finess: Finess,
  own: Return,
  statements: ReadonlyMap<Finess, PoolStatement>,
): ReturnRecord['outcome'] {
  if (!directory.declarant(finess)) return null;
  const pools = directory.groupsOf(finess).flatMap((group): PoolInput[] => {
    const carrier = group.carrier === finess ? poolStatementOf(own) : statements.get(group.carrier);
    return carrier ? [{ group, carrier }] : [];
  });
  return figuresOf(
    { campaign: scope.campaign, finess, own, carries: directory.carried(finess) !== null, pools },
    rules,
  );
}

/** Asked for before the return is put: a crash between the two asks again, and never forgets. */
async function fanOut(
  queue: Queue,
  scope: Scope,
  directory: Directory,
  finess: Finess,
  before: Return | null,
  after: Return,
): Promise<void> {
  const dependants = directory.dependants(finess).filter((member) => member !== finess);
  if (dependants.length === 0) return;
  if (before && digestOf(poolStatementOf(before)) === digestOf(poolStatementOf(after))) return;
  await queue.send(dependants.map((member) => ({ kind: 'compute-figures', scope, finess: member })));
}

/** Hash of each entry, in the order of the journal: what receipts and manifests name it by. */
export function entryHashes(entries: readonly Entry[]): readonly EntryHash[] {
  return [...entries].sort(compareEntries).map((entry) => ({
    fact: entry.source.fact,
    sha256: entry.source.sha256,
    line: entry.line,
    hash: digestOf(entry),
  }));
}

/** Digest of all that a return stands on: its own entries, and what the carriers of its pools say. */
export function inputsDigest(
  entries: readonly EntryHash[],
  statements: ReadonlyMap<Finess, PoolStatement>,
): Sha256 {
  return digestOf({
    entries: entries.map(({ hash }) => hash).sort(),
    carriers: Object.fromEntries(statements),
  });
}
