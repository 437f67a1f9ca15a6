import type { Territory } from '../domain/declarant/directory.ts';
import type { Finess } from '../domain/finess/finess.ts';
import { compareEntries } from '../domain/return/entry.ts';
import { digestOf, sha256 } from './digest.ts';
import type { PlacedEntry } from './journal-entries.ts';
import type { Documents, Fact, Sha256, VerdictRecord } from './ports.ts';
import { readJson } from './read-json.ts';

/** An entry of a deposit, by what manifests name it. */
export interface NamedEntry {
  readonly finess: Finess;
  /** Whose manifest names it, beside the nation's; `EXT` of an external carrier. */
  readonly territory: Territory;
  readonly line: number;
  /** As `entryHashes` gives it. */
  readonly hash: Sha256;
}

/**
 * The list of a fact's entries that its receipt is made of, as a document: in the order of the journal, named by its
 * hash, so that the same fact under the same generation always has the same one.
 */
export function keptEntries(
  { campaign, id }: Pick<Fact, 'campaign' | 'id'>,
  placed: readonly PlacedEntry[],
): { readonly key: string; readonly bytes: Uint8Array } {
  const named = [...placed]
    .sort((a, b) => (a.entry.finess < b.entry.finess ? -1 : a.entry.finess > b.entry.finess ? 1 : 0))
    .sort((a, b) => compareEntries(a.entry, b.entry))
    .map(
      ({ territory, entry }): NamedEntry => ({
        finess: entry.finess,
        territory,
        line: entry.line,
        hash: digestOf(entry),
      }),
    );
  const bytes = new TextEncoder().encode(`${JSON.stringify(named)}\n`);
  return { key: `verdicts/${campaign}/${id}-entries-${sha256(bytes)}.json`, bytes };
}

/** As `keptEntries` wrote them; null of a verdict given before there was a list. */
export async function readKeptEntries(
  documents: Pick<Documents, 'get'>,
  { entries }: Pick<VerdictRecord, 'entries'>,
): Promise<readonly NamedEntry[] | null> {
  return entries === null ? null : ((await readJson(documents, entries)) as readonly NamedEntry[]);
}
