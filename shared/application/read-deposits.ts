import type { FactId } from '../domain/return/entry.ts';
import type { Failure } from './failure.ts';
import type { Generation } from './generation.ts';
import { type GiveVerdictsPorts, giveVerdicts } from './give-verdicts.ts';
import { journalEntries } from './journal-entries.ts';
import type { Openings, Queue } from './ports.ts';
import { bodiesNamedIn, type FactToRead, type ReadFact, type ReadFactPorts, readFact } from './read-fact.ts';
import { shelvesOf } from './shelves.ts';

export interface ReadDepositsPorts extends GiveVerdictsPorts, ReadFactPorts {
  readonly openings: Openings;
  readonly queue: Queue;
}

/**
 * Reads facts, files and acts alike: entries into the journal, deposits on their shelves, figures asked for, then the
 * verdict, last. Twice, late or beside itself changes nothing. One fact that fails does not hold the others.
 */
export async function readDeposits(
  ports: ReadDepositsPorts,
  generation: Generation,
  facts: readonly FactToRead[],
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

  const erased = await ports.facts.erased(generation.scope.campaign);
  const unique = new Map(facts.map((fact) => [fact.id, fact]));
  const read = (
    await Promise.all(
      [...unique.values()].map((fact) =>
        attempt(fact.id, () => readFact(ports, generation, fact, erased.get(fact.id) ?? null)),
      ),
    )
  ).filter((r) => r !== null);
  await Promise.all([addEntries(ports, generation, read), shelve(ports, generation, read)]);
  await askForFigures(ports, generation, read);
  return [...failures, ...(await giveVerdicts(ports, generation, read))];
}

async function addEntries(
  { journal }: ReadDepositsPorts,
  generation: Generation,
  read: readonly ReadFact[],
): Promise<void> {
  const entries = read.flatMap(({ reading }) => journalEntries(reading, generation));
  if (entries.length > 0) await journal.add(generation.scope, entries);
}

/** Lists show deposits, never acts; what a rebuild starts from is the facts, so that it finds the lists again too. */
async function shelve(
  { openings }: ReadDepositsPorts,
  { directory }: Generation,
  read: readonly ReadFact[],
): Promise<void> {
  const deposits = read
    .filter(({ fact }) => fact.kind === 'deposit')
    .map(({ fact, perimeter }) => ({ fact, shelves: shelvesOf(perimeter, directory) }));
  if (deposits.length > 0) await openings.put(deposits);
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
