import type { Reading } from '../domain/deposit/reading.ts';
import type { FactId } from '../domain/return/entry.ts';
import { foldEntries, type Judgement } from '../domain/return/fold.ts';
import { giveVerdict } from '../domain/verdict/give-verdict.ts';
import type { Verdict, Wording } from '../domain/verdict/verdict.ts';
import { digestOf, sha256 } from './digest.ts';
import { FactDamaged, WriteContention } from './errors.ts';
import type { Generation } from './generation.ts';
import type {
  Documents,
  Fact,
  Facts,
  Generations,
  Journal,
  Pause,
  Queue,
  ReadFile,
  Scope,
  VerdictRecord,
  Verdicts,
  Versioned,
} from './ports.ts';
import { readBytes } from './read-bytes.ts';
import { MOST_TRIES } from './tries.ts';

export interface ReadDepositsPorts {
  readonly facts: Facts;
  readonly journal: Journal;
  readonly verdicts: Verdicts;
  readonly generations: Generations;
  readonly documents: Documents;
  readonly queue: Queue;
  readonly readFile: ReadFile;
  readonly wording: Wording;
  readonly pause: Pause;
}

/** A message that could not be treated, for the queue to deliver again. */
export interface Failure<T> {
  readonly of: T;
  readonly error: unknown;
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
  const standing = await standingVerdicts(ports, generation.scope, read);
  await Promise.all(read.map((one) => attempt(one.fact.id, () => judge(ports, generation, one, standing))));
  return failures;
}

interface ReadFact {
  readonly fact: Fact;
  readonly reading: Reading;
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
  const source = { fact: fact.id, file: fact.file, sha256: fact.sha256, day: fact.day };
  return { fact, reading: await readBytes(readFile, bytes, { campaign: scope.campaign, source, directory }) };
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
  const named = new Set(read.flatMap(({ reading }) => reading.entries.map(({ finess }) => finess)));
  if (named.size > 0)
    await queue.send([...named].map((finess) => ({ kind: 'compute-figures', scope, finess })));
}

/** What was said of these deposits before: in this generation, and first of all. */
interface StandingVerdicts {
  readonly current: ReadonlyMap<FactId, Versioned<VerdictRecord>>;
  /** Keys of the first verdicts, kept with the generation in force while another is being built. */
  readonly first: ReadonlyMap<FactId, string>;
}

async function standingVerdicts(
  { verdicts, generations }: ReadDepositsPorts,
  scope: Scope,
  read: readonly ReadFact[],
): Promise<StandingVerdicts> {
  const ids = read.map(({ fact }) => fact.id);
  const current = await verdicts.getMany(scope, ids);
  const inForce = await generations.current(scope.campaign);
  if (!inForce || inForce.value === scope.generation) return { current, first: new Map() };
  const elsewhere = await verdicts.getMany({ ...scope, generation: inForce.value }, ids);
  return { current, first: new Map([...elsewhere].map(([id, { value }]) => [id, value.first])) };
}

/** Gives the verdict as the journal stands, unless it is already the one in force. */
async function judge(
  ports: ReadDepositsPorts,
  generation: Generation,
  { fact, reading }: ReadFact,
  standing: StandingVerdicts,
): Promise<void> {
  const { verdicts, documents, wording, pause } = ports;
  const { scope, rules } = generation;
  let current = standing.current.get(fact.id) ?? null;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const judgements = await judgementsOf(ports, generation, fact.id, reading);
    const judged = judgedDigest(judgements);
    if (current?.value.judged === judged) return;
    const verdict = giveVerdict(
      { file: fact.file, sha256: fact.sha256 },
      reading,
      judgements,
      rules,
      wording,
    );
    const document = await keepVerdict(documents, fact, verdict);
    const record: VerdictRecord = {
      fact: fact.id,
      status: verdict.status,
      judged,
      document,
      first: current?.value.first ?? standing.first.get(fact.id) ?? document,
    };
    if (await verdicts.put(scope, record, current?.version ?? null)) return;
    await pause(attempt);
    current = await verdicts.get(scope, fact.id);
  }
  throw new WriteContention(`verdict of ${fact.id}`);
}

async function judgementsOf(
  { journal }: ReadDepositsPorts,
  { scope, directory, rules }: Generation,
  fact: FactId,
  reading: Reading,
): Promise<readonly Judgement[]> {
  const named = [...new Set(reading.entries.map(({ finess }) => finess))];
  const folds = await Promise.all(
    named.map(async (finess) => {
      const territory = directory.territory(finess);
      return territory === null
        ? []
        : foldEntries(await journal.ofDeclarant(scope, territory, finess), rules).judgements;
    }),
  );
  return folds.flat().filter((judgement) => judgement.fact === fact);
}

/** Digest of what the folds decided of a deposit's rows, in any order. */
export function judgedDigest(judgements: readonly Judgement[]): string {
  return digestOf([...judgements].sort((a, b) => a.line - b.line));
}

async function keepVerdict(documents: Documents, fact: Fact, verdict: Verdict): Promise<string> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(verdict, null, 2)}\n`);
  const key = `verdicts/${fact.campaign}/${fact.id}/${sha256(bytes)}.json`;
  await documents.put(key, bytes);
  return key;
}
