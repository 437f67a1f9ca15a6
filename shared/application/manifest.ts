import { entryLine, factLine } from '../domain/verification/manifest-lines.ts';
import { VERSION } from '../domain/version.ts';
import type { Generation } from './generation.ts';
import type { ReturnRecord, Sha256 } from './ports.ts';

/** What an edition stands on, beside its generation. */
export interface ManifestSubject {
  readonly records: readonly ReturnRecord[];
  /** Hash of the nation's aggregates.csv that a region is compared with; null without one, and of the nation. */
  readonly nation: Sha256 | null;
}

/**
 * manifest.txt: the hash of every fact and of every journal entry that an edition stands on, one a line, then those of
 * the reference set and of the rule set, and the version of the code. Each line is a hash, two spaces, and what it
 * is of: `sha256sum` of a deposit is found in it, and so is every entry of a receipt. The same edition always has the
 * same text. architecture.md, promises 1 and 2.
 */
export function editionManifest(
  { rules, sources }: Generation,
  { records, nation }: ManifestSubject,
): string {
  const entries = records.flatMap(({ finess, entries }) =>
    entries.map(({ fact, sha256, line, hash }) => ({ finess, fact, sha256, line, hash })),
  );
  const facts = new Map(entries.map(({ fact, sha256 }) => [fact, sha256]));
  const lines = [
    ...sorted([...facts].map(([fact, hash]) => `${hash}  ${factLine(fact)}`)),
    ...sorted(entries.map(({ finess, fact, line, hash }) => `${hash}  ${entryLine(fact, line, finess)}`)),
    ...sorted(Object.entries(sources.files).map(([name, hash]) => `${hash}  referentiel ${name}`)),
    `${sources.rules}  regles ${rules.id}`,
    ...(nation === null ? [] : [`${nation}  nation aggregates.csv`]),
    `${VERSION}  code`,
  ];
  return `${lines.join('\n')}\n`;
}

/** By what they are of, in the order of code points: the journal's own order. */
function sorted(lines: readonly string[]): readonly string[] {
  const named = lines.map((line) => [line.slice(line.indexOf('  ')), line] as const);
  return named.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}
