import type { Perimeter } from '../domain/access/perimeter.ts';
import { enterAct } from '../domain/act/enter-act.ts';
import { readAct } from '../domain/act/read-act.ts';
import { type Reading, type ReadingContext, unreadable } from '../domain/deposit/reading.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { FileCode } from '../domain/issues/codes.ts';
import type { FactId, Source } from '../domain/return/entry.ts';
import { sha256 } from './digest.ts';
import { FactDamaged, FactInfected, FactUnscannable } from './errors.ts';
import { perimeterOf } from './fact-perimeter.ts';
import type { Generation } from './generation.ts';
import type { Fact, Facts, ReadFile, Scope, Tombstone } from './ports.ts';
import { readBytes } from './read-bytes.ts';

/** A fact and what it says. */
export interface ReadFact {
  readonly fact: Fact;
  /** What it may speak of. */
  readonly perimeter: Perimeter;
  readonly reading: Reading;
  /** Of a deposit that was erased: its bytes are not read. */
  readonly tombstone: Tombstone | null;
}

export interface FactToRead {
  readonly id: FactId;
  /** Of the object that holds its bytes, where the store keeps several. @default the latest */
  readonly version?: string;
}

export interface ReadFactPorts {
  readonly facts: Facts;
  readonly readFile: ReadFile;
}

/**
 * Reads a fact under a generation. An erased deposit, an infected one and one that no scan can
 * judge are readings too, with their one issue.
 *
 * @throws FactDamaged when the fact is not there, or not what was said when it was opened. @throws FactUnscanned
 */
export async function readFact(
  ports: ReadFactPorts,
  { scope, directory }: Generation,
  { id, version }: FactToRead,
  tombstone: Tombstone | null,
): Promise<ReadFact> {
  if (tombstone)
    return refused(await recordOf(ports.facts, scope, id), tombstone, {
      code: 'FILE_ERASED',
      at: {},
      seen: '',
      facts: { reason: tombstone.reason },
    });
  try {
    const found = await ports.facts.read(scope.campaign, id, version);
    if (!found) throw new FactDamaged(`fact ${id} is not there`);
    const { fact, bytes } = found;
    if (sha256(bytes) !== fact.sha256) throw new FactDamaged(`fact ${id} is not what its key says`);
    const perimeter = perimeterOf(fact);
    const context = { campaign: scope.campaign, source: sourceOf(fact), directory, perimeter };
    return { fact, perimeter, reading: await readingOf(ports.readFile, fact, bytes, context), tombstone };
  } catch (error) {
    const code = refusedByScan(error);
    if (!code) throw error;
    return refused(await recordOf(ports.facts, scope, id), tombstone, { code, at: {}, seen: '' });
  }
}

function refusedByScan(error: unknown): FileCode | null {
  if (error instanceof FactInfected) return 'FILE_INFECTED';
  return error instanceof FactUnscannable ? 'FILE_UNSCANNABLE' : null;
}

/** The bodies that facts speak of. */
export function bodiesNamedIn(read: readonly ReadFact[]): ReadonlySet<Finess> {
  return new Set(read.flatMap(({ reading }) => reading.entries.map(({ finess }) => finess)));
}

async function recordOf(facts: Facts, { campaign }: Scope, id: FactId): Promise<Fact> {
  const fact = await facts.record(campaign, id);
  if (!fact) throw new FactDamaged(`fact ${id} was never opened`);
  return fact;
}

function refused(fact: Fact, tombstone: Tombstone | null, issue: Reading['issues'][number]): ReadFact {
  return { fact, perimeter: perimeterOf(fact), reading: unreadable('unknown', [issue]), tombstone };
}

/** What every entry of a fact says of it: `by` only where it is said, so that nothing else has another digest. */
function sourceOf({ id, file, sha256: hash, day, depositor }: Fact): Source {
  const source = { fact: id, file, sha256: hash, day };
  return depositor.role === 'ars' ? { ...source, by: 'ars' } : source;
}

async function readingOf(
  readFile: ReadFile,
  { id, kind, depositor }: Fact,
  bytes: Uint8Array,
  context: ReadingContext,
): Promise<Reading> {
  if (kind === 'deposit') return readBytes(readFile, bytes, context);
  const act = readAct(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  // The system wrote it: anything else is a defect.
  if (!act) throw new FactDamaged(`fact ${id} is no act`);
  return enterAct(act, depositor.role, context);
}
