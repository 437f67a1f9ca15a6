import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { checkFile } from '../../shared/application/check-file.ts';
import { sha256 } from '../../shared/application/digest.ts';
import type { Generation } from '../../shared/application/generation.ts';
import type { Peers } from '../../shared/application/peers-of.ts';
import { type PreviewedReturn, previewReturns } from '../../shared/application/preview-return.ts';
import { readBytes } from '../../shared/application/read-bytes.ts';
import type { Perimeter } from '../../shared/domain/access/perimeter.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import type { ReadingContext } from '../../shared/domain/deposit/reading.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import { peerMedians } from '../../shared/domain/report/peer-medians.ts';
import type { TableLine } from '../../shared/domain/report/table-lines.ts';
import type { Entry, FactId } from '../../shared/domain/return/entry.ts';
import { foldEntries } from '../../shared/domain/return/fold.ts';
import type { Verdict } from '../../shared/domain/verdict/verdict.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import type { Previewed } from '../../shared/messages/preview-in-words.ts';

/** A file as it stands on the disk. */
export interface LocalFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface OfflineCheck {
  readonly file: LocalFile;
  /** Deposited before it; null where it is the first. */
  readonly previous: LocalFile | null;
  readonly perimeter: Perimeter;
  readonly day: Day;
  /** Lines of a published aggregates.csv; null where none is at hand. */
  readonly aggregates: readonly TableLine[] | null;
}

export interface OfflineResult {
  /** Nothing of the previous file was taken: it does not count. */
  readonly previousRefused: boolean;
  readonly verdict: Verdict;
  readonly returns: readonly Previewed[];
  readonly others: number;
}

/** Judges a file after what an earlier one says, and nothing else: what others have deposited is not at hand. */
export async function checkOffline(generation: Generation, check: OfflineCheck): Promise<OfflineResult> {
  const { directory, rules } = generation;
  const { file, previous, aggregates } = check;
  const before = previous ? await entriesOf(previous, contextOf(generation, check, previous, '0')) : [];
  const standing = Map.groupBy(before, ({ finess }) => finess);
  const ports = { readFile: readDepositBytes, wording: frenchWording, standing: async () => standing };
  const { verdict, changes } = await checkFile(
    ports,
    file.bytes,
    contextOf(generation, check, file, '1'),
    rules,
  );
  const states = [...standing].map(([finess, entries]) => [finess, foldEntries(entries, rules)] as const);
  const known = new Set<Finess>([...standing.keys(), ...changes.keys()]);
  const unknownPools = ({ finess }: PreviewedReturn) =>
    directory
      .groupsOf(finess)
      .filter(({ carrier }) => !known.has(carrier))
      .map(({ label }) => label);
  const peersOf = (category: string): Peers | null =>
    aggregates && { category, builtAt: null, ...peerMedians(aggregates, category, rules) };
  const { returns, others } = previewReturns(
    generation,
    changes,
    new Map(states.map(([finess, state]) => [finess, { state, outcome: null }])),
    peersOf,
  );
  return {
    previousRefused: previous !== null && states.every(([, state]) => !state.answered && !state.budgetCheck),
    verdict,
    returns: returns.map((one) => ({ ...one, unknownPools: unknownPools(one) })),
    others,
  };
}

function contextOf(
  { scope, directory }: Generation,
  { perimeter, day }: OfflineCheck,
  { path, bytes }: LocalFile,
  fact: string,
): ReadingContext {
  const source = { fact: fact as FactId, file: path, sha256: sha256(bytes), day };
  return { campaign: scope.campaign, source, directory, perimeter };
}

async function entriesOf({ bytes }: LocalFile, context: ReadingContext): Promise<readonly Entry[]> {
  return (await readBytes(readDepositBytes, bytes, context)).entries;
}
