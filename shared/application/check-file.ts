import type { ReadingContext } from '../domain/deposit/reading.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { Entry } from '../domain/return/entry.ts';
import { foldEntries, type Return } from '../domain/return/fold.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';
import { giveVerdict } from '../domain/verdict/give-verdict.ts';
import type { Verdict, Wording } from '../domain/verdict/verdict.ts';
import type { ReadFile } from './ports.ts';
import { readBytes } from './read-bytes.ts';

export interface CheckFilePorts {
  readonly readFile: ReadFile;
  readonly wording: Wording;
  /** What stands of these bodies before the file; one that has nothing may be absent. */
  readonly standing: (bodies: Iterable<Finess>) => Promise<ReadonlyMap<Finess, readonly Entry[]>>;
}

/** A return as it stands, and as it would with a file of which a row is taken. */
export interface ChangedReturn {
  readonly before: Return;
  readonly after: Return;
}

export interface CheckedFile {
  readonly verdict: Verdict;
  /** By body, in the order of the file. */
  readonly changes: ReadonlyMap<Finess, ChangedReturn>;
}

/**
 * The verdict that a file would receive, and what would stand after it. Nothing is kept.
 *
 * @param context its source's fact sorts after everything that stands.
 */
export async function checkFile(
  ports: CheckFilePorts,
  bytes: Uint8Array,
  context: ReadingContext,
  rules: RuleSet,
): Promise<CheckedFile> {
  const { source } = context;
  const reading = await readBytes(ports.readFile, bytes, context);
  const bodies = Map.groupBy(reading.entries, ({ finess }) => finess);
  const standing = await ports.standing(bodies.keys());
  const folds = [...bodies].map(([finess, entries]) => {
    const earlier = standing.get(finess) ?? [];
    const after = foldEntries([...earlier, ...entries], rules);
    const judgements = after.judgements.filter(({ fact }) => fact === source.fact);
    return { finess, before: foldEntries(earlier, rules), after, judgements };
  });
  const judgements = folds.flatMap((fold) => fold.judgements);
  const changed = folds.filter((fold) => fold.judgements.some(({ taken }) => taken));
  return {
    verdict: giveVerdict(source, reading, judgements, rules, ports.wording),
    changes: new Map(changed.map(({ finess, before, after }) => [finess, { before, after }])),
  };
}
