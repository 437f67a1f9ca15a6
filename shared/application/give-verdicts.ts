import type { Reading } from '../domain/deposit/reading.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { Entry, FactId } from '../domain/return/entry.ts';
import { foldEntries, type Judgement } from '../domain/return/fold.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { giveVerdict } from '../domain/verdict/give-verdict.ts';
import type { Verdict, Wording } from '../domain/verdict/verdict.ts';
import { digestOf, sha256 } from './digest.ts';
import { WriteContention } from './errors.ts';
import type { Failure } from './failure.ts';
import type { Generation } from './generation.ts';
import { journalEntries } from './journal-entries.ts';
import { keptEntries } from './kept-entries.ts';
import type {
  Documents,
  Fact,
  Generations,
  Pause,
  Scope,
  Tombstone,
  VerdictRecord,
  Verdicts,
  Versioned,
} from './ports.ts';
import { bodiesNamedIn, type ReadFact } from './read-fact.ts';
import { type ReadJournalsPorts, readJournals } from './read-journals.ts';
import { MOST_TRIES } from './tries.ts';

export interface GiveVerdictsPorts extends ReadJournalsPorts {
  readonly verdicts: Verdicts;
  readonly generations: Generations;
  readonly documents: Documents;
  readonly wording: Wording;
  readonly pause: Pause;
}

/** Gives each deposit its verdict as the journal stands, unless it is already the one in force. */
export async function giveVerdicts(
  ports: GiveVerdictsPorts,
  generation: Generation,
  read: readonly ReadFact[],
): Promise<readonly Failure<FactId>[]> {
  // Versions first, journals after: what is put never stands on less than what its version had seen.
  const standing = await standingVerdicts(ports, generation.scope, read);
  const journals = await readJournals(ports, generation, bodiesNamedIn(read));
  const failures: Failure<FactId>[] = [];
  await Promise.all(
    read.map(async (one) => {
      try {
        await judge(ports, generation, one, standing, journals);
      } catch (error) {
        failures.push({ of: one.fact.id, error });
      }
    }),
  );
  return failures;
}

type Journals = ReadonlyMap<Finess, readonly Entry[]>;

/** What was said of these deposits before: in this generation, and first of all. */
interface StandingVerdicts {
  readonly current: ReadonlyMap<FactId, Versioned<VerdictRecord>>;
  /** Keys of the first verdicts, kept with the generation in force while another is being built. */
  readonly first: ReadonlyMap<FactId, string>;
}

async function standingVerdicts(
  { verdicts, generations }: GiveVerdictsPorts,
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

async function judge(
  ports: GiveVerdictsPorts,
  generation: Generation,
  one: ReadFact,
  standing: StandingVerdicts,
  read: Journals,
): Promise<void> {
  const { fact, reading, tombstone } = one;
  const entries = keptEntries(fact, journalEntries(reading, generation));
  let current = standing.current.get(fact.id) ?? null;
  let journals = read;
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const judgements = judgementsOf(fact, reading, journals, generation.rules);
    const judged = judgedDigest(judgements, tombstone);
    if (current?.value.judged === judged && current.value.entries === entries.key) return;
    await ports.documents.put(entries.key, entries.bytes);
    const verdict = giveVerdict(fact, reading, judgements, generation.rules, ports.wording);
    const document = await keepVerdict(ports.documents, fact, verdict);
    const first = current?.value.first ?? standing.first.get(fact.id) ?? document;
    const { status } = verdict;
    const record = { fact: fact.id, status, judged, document, first, entries: entries.key };
    if (await ports.verdicts.put(generation.scope, record, current?.version ?? null)) return;
    await ports.pause(attempt);
    current = await ports.verdicts.get(generation.scope, fact.id);
    journals = await readJournals(ports, generation, bodiesNamedIn([one]));
  }
  throw new WriteContention(`verdict of ${fact.id}`);
}

/** What the folds decide of a deposit's rows. */
function judgementsOf(
  fact: Fact,
  { entries }: Reading,
  journals: Journals,
  rules: RuleSet,
): readonly Judgement[] {
  return [...new Set(entries.map(({ finess }) => finess))].flatMap((finess) =>
    foldEntries(journals.get(finess) ?? [], rules).judgements.filter(
      (judgement) => judgement.fact === fact.id,
    ),
  );
}

/** Digest of what a verdict stands on: what the folds decided of a fact's rows, in any order, or its erasure. */
export function judgedDigest(judgements: readonly Judgement[], tombstone: Tombstone | null): string {
  return digestOf(tombstone ? { erased: tombstone.reason } : [...judgements].sort((a, b) => a.line - b.line));
}

async function keepVerdict(documents: Documents, fact: Fact, verdict: Verdict): Promise<string> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(verdict, null, 2)}\n`);
  const key = `verdicts/${fact.campaign}/${fact.id}-${sha256(bytes)}.json`;
  await documents.put(key, bytes);
  return key;
}
