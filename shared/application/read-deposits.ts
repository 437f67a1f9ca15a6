import { readPerimeter } from '../domain/access/perimeter.ts';
import type { FactId, Source } from '../domain/return/entry.ts';
import { sha256 } from './digest.ts';
import { FactDamaged } from './errors.ts';
import type { Failure } from './failure.ts';
import type { Generation } from './generation.ts';
import { type GiveVerdictsPorts, giveVerdicts } from './give-verdicts.ts';
import type { Fact, Facts, Queue, ReadFile } from './ports.ts';
import { readBytes } from './read-bytes.ts';
import { bodiesNamedIn, type ReadFact } from './read-fact.ts';

export interface ReadDepositsPorts extends GiveVerdictsPorts {
  readonly facts: Facts;
  readonly queue: Queue;
  readonly readFile: ReadFile;
}

/**
 * Reads deposits: entries into the journal, figures asked for, then the verdict, last. Twice, late or beside
 * itself changes nothing. One deposit that fails does not hold the others.
 */
export async function readDeposits(
  ports: ReadDepositsPorts,
  generation: Generation,
  ids: readonly FactId[],
): Promise<readonly Failure<FactId>[]> {
  const failures: Failure<FactId>[] = [];
  const attempt = async <T>(id: FactId, step: () => Promise<T>): Promise<T | null> => {
    try {
      return await step();
    } catch (error) {
      failures.push({ of: id, error });
      return null;
    }
  };

  const unique = [...new Set(ids)];
  const read = (
    await Promise.all(unique.map((id) => attempt(id, () => readOne(ports, generation, id))))
  ).filter((r) => r !== null);
  await addEntries(ports, generation, read);
  await askForFigures(ports, generation, read);
  return [...failures, ...(await giveVerdicts(ports, generation, read))];
}

async function readOne(
  { facts, readFile }: ReadDepositsPorts,
  { scope, directory }: Generation,
  id: FactId,
): Promise<ReadFact> {
  const found = await facts.read(scope.campaign, id);
  if (!found) throw new FactDamaged(`fact ${id} is not there`);
  const { fact, bytes } = found;
  if (sha256(bytes) !== fact.sha256) throw new FactDamaged(`fact ${id} is not what its key says`);
  const perimeter = readPerimeter(fact.scope);
  if (!perimeter) throw new FactDamaged(`fact ${id} has no scope: ${fact.scope}`);
  const context = { campaign: scope.campaign, source: sourceOf(fact), directory, perimeter };
  return { fact, reading: await readBytes(readFile, bytes, context) };
}

/** What every entry of a deposit says of it: `by` only where it is said, so that nothing else has another digest. */
function sourceOf({ id, file, sha256: hash, day, depositor }: Fact): Source {
  const source = { fact: id, file, sha256: hash, day };
  return depositor.role === 'ars' ? { ...source, by: 'ars' } : source;
}

async function addEntries(
  { journal }: ReadDepositsPorts,
  { scope, directory }: Generation,
  read: readonly ReadFact[],
): Promise<void> {
  const entries = read.flatMap(({ reading }) =>
    reading.entries.flatMap((entry) => {
      const territory = directory.territory(entry.finess);
      return territory === null ? [] : [{ territory, entry }];
    }),
  );
  if (entries.length > 0) await journal.add(scope, entries);
}

async function askForFigures(
  { queue }: ReadDepositsPorts,
  { scope }: Generation,
  read: readonly ReadFact[],
): Promise<void> {
  const named = bodiesNamedIn(read);
  if (named.size > 0)
    await queue.send([...named].map((finess) => ({ kind: 'compute-figures', scope, finess })));
}
