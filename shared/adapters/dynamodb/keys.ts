import { createHash } from 'node:crypto';
import type { EditionRecord, Scope, Shelf } from '../../application/ports.ts';
import type { Subject } from '../../domain/access/right.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { Territory } from '../../domain/declarant/directory.ts';
import type { Finess } from '../../domain/finess/finess.ts';
import type { Entry, FactId } from '../../domain/return/entry.ts';

/** The primary key of an item. Every part is ASCII, so that byte order is text order. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/**
 * One table, no index, no transaction. Reads are strongly consistent.
 *
 * | access                                   | operation | pk                              | sk                     |
 * |------------------------------------------|-----------|---------------------------------|------------------------|
 * | add entries                              | batch put | `J#generation#campaign#territory` | `finess#fact#line`   |
 * | entries of a range of declarants         | query     | `J#generation#campaign#territory` | between `finess#`    |
 * | entries of a territory, by FINESS        | query     | `J#generation#campaign#territory` |                      |
 * | one return; replace it by version        | get; put  | `R#generation#campaign#territory` | `finess`             |
 * | returns of a territory, by FINESS        | query     | `R#generation#campaign#territory` |                      |
 * | one verdict; replace it by version       | get; put  | `V#generation#campaign`         | `fact`                 |
 * | verdicts of a campaign, by opening       | query     | `V#generation#campaign`         |                        |
 * | the last edition; all, the latest first  | query     | `E#generation#campaign`         | begins with `of#`      |
 * | publish an edition under a free number   | put       | `E#generation#campaign`         | `of#number`            |
 * | the generation in force; switch it       | get; put  | `G`                             | `campaign`             |
 * | the generation published last; publish   | get; put  | `N`                             | `campaign`             |
 * | campaigns of which one was published     | query     | `N`                             |                        |
 * | the right of a subject; replace it       | get; put  | `A`                             | hash of the subject    |
 * | every right                              | query     | `A`                             |                        |
 * | the mark of the last change of returns  | get; put  | `C#generation#campaign`         | `last`                 |
 * | the mark that workbooks stand on         | get; put  | `C#generation#campaign`         | `settled`              |
 * | put openings on their shelves            | batch put | `O#campaign`, `S#campaign#shelf` | `fact`                |
 * | one opening                              | get       | `O#campaign`                    | `fact`                 |
 * | a page of a shelf, the latest first      | query     | `S#campaign#shelf`              | before `fact`          |
 *
 * A shelf is a FINESS number, a region, or `*`. Lines and numbers have seven digits: more than the rows of any sheet. `of` is a region, or `FR`.
 */
export function entryKey(scope: Scope, territory: Territory, entry: Entry): Key {
  return {
    pk: journalPartition(scope, territory),
    sk: `${entriesOf(entry.finess)}${entry.source.fact}#${sevenDigits(entry.line)}`,
  };
}

/** The partition of a territory's entries. */
export function journalPartition(scope: Scope, territory: Territory): string {
  return `J#${inScope(scope)}#${territory}`;
}

/** How the sort keys of a declarant's entries begin. */
export function entriesOf(finess: Finess): string {
  return `${finess}#`;
}

/** Above the sort keys of all entries of a declarant: `~` is after every digit and letter. */
export function entriesEnd(finess: Finess): string {
  return `${finess}#~`;
}

/** The partition of a territory's returns. */
export function returnsPartition(scope: Scope, territory: Territory): string {
  return `R#${inScope(scope)}#${territory}`;
}

export function returnKey(scope: Scope, territory: Territory, finess: Finess): Key {
  return { pk: returnsPartition(scope, territory), sk: finess };
}

/** The partition of a campaign's verdicts. */
export function verdictsPartition(scope: Scope): string {
  return `V#${inScope(scope)}`;
}

export function verdictKey(scope: Scope, fact: FactId): Key {
  return { pk: verdictsPartition(scope), sk: fact };
}

/** The partition of a campaign's editions. */
export function editionsPartition(scope: Scope): string {
  return `E#${inScope(scope)}`;
}

/** How the sort keys of a region's, or the nation's, editions begin. */
export function editionsOf(of: EditionRecord['of']): string {
  return `${of}#`;
}

/** Above them all: `~` is after every digit. */
export function editionsEnd(of: EditionRecord['of']): string {
  return `${of}#~`;
}

export function editionKey(scope: Scope, { of, number }: EditionRecord): Key {
  return { pk: editionsPartition(scope), sk: `${editionsOf(of)}${sevenDigits(number)}` };
}

export function changeKey(scope: Scope, which: 'last' | 'settled'): Key {
  return { pk: `C#${inScope(scope)}`, sk: which };
}

export function generationKey(campaign: CampaignYear): Key {
  return { pk: 'G', sk: String(campaign) };
}

/** The partition of the generations published last. */
export const PUBLISHED_PARTITION = 'N';

export function publishedKey(campaign: CampaignYear): Key {
  return { pk: PUBLISHED_PARTITION, sk: String(campaign) };
}

/** The partition of all rights. */
export const RIGHTS_PARTITION = 'A';

/** What issuers and subjects hold is hashed: a key has a bounded length, theirs has none. */
export function rightKey({ issuer, subject }: Subject): Key {
  const sk = createHash('sha256').update(`${issuer}\n${subject}`).digest('hex');
  return { pk: RIGHTS_PARTITION, sk };
}

export function openingKey(campaign: CampaignYear, fact: FactId): Key {
  return { pk: `O#${campaign}`, sk: fact };
}

/** The partition of a shelf of openings. */
export function shelfPartition(campaign: CampaignYear, shelf: Shelf): string {
  return `S#${campaign}#${nameOf(shelf)}`;
}

export function shelfKey(campaign: CampaignYear, shelf: Shelf, fact: FactId): Key {
  return { pk: shelfPartition(campaign, shelf), sk: fact };
}

/** A FINESS number has nine characters, a region two or three. */
function nameOf(shelf: Shelf): string {
  switch (shelf.kind) {
    case 'body':
      return shelf.finess;
    case 'region':
      return shelf.region;
    case 'all':
      return '*';
  }
}

function sevenDigits(number: number): string {
  return String(number).padStart(7, '0');
}

function inScope({ generation, campaign }: Scope): string {
  return `${generation}#${campaign}`;
}
