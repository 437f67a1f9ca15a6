import type { EditionRecord, Scope } from '../../application/ports.ts';
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
 * | one edition; replace it by version       | get; put  | `E#generation#campaign`         | region, or `FR`        |
 * | the generation in force; switch it       | get; put  | `G`                             | `campaign`             |
 *
 * The line has seven digits: more than the rows of any sheet.
 */
export function entryKey(scope: Scope, territory: Territory, entry: Entry): Key {
  const line = String(entry.line).padStart(7, '0');
  return {
    pk: journalPartition(scope, territory),
    sk: `${entriesOf(entry.finess)}${entry.source.fact}#${line}`,
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

export function editionKey(scope: Scope, of: EditionRecord['of']): Key {
  return { pk: `E#${inScope(scope)}`, sk: of };
}

export function generationKey(campaign: CampaignYear): Key {
  return { pk: 'G', sk: String(campaign) };
}

function inScope({ generation, campaign }: Scope): string {
  return `${generation}#${campaign}`;
}
