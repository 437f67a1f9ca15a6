import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { FactId } from '../domain/return/entry.ts';
import type { Fact, Openings, Shelf } from './ports.ts';

interface Reader {
  readonly shelf: Shelf;
  /** Read and not given yet, the latest first. */
  ahead: readonly Fact[];
  /** What is left of the shelf is strictly before this one; null where all of it is left. */
  before: FactId | null;
  ended: boolean;
}

/**
 * The openings of several shelves as one list, the latest first, strictly before a fact where one is given. A shelf is
 * read as the list advances: what is not asked for is not read.
 *
 * @param batch how many a shelf is asked for at once.
 */
export async function* mergeShelves(
  openings: Openings,
  campaign: CampaignYear,
  shelves: readonly Shelf[],
  { before, batch }: { readonly before: FactId | null; readonly batch: number },
): AsyncGenerator<Fact, void> {
  const readers = shelves.map((shelf): Reader => ({ shelf, ahead: [], before, ended: false }));
  const refill = async (reader: Reader): Promise<void> => {
    if (reader.ended || reader.ahead.length > 0) return;
    const page = { before: reader.before, limit: batch };
    reader.ahead = await openings.page(campaign, reader.shelf, page);
    reader.before = reader.ahead.at(-1)?.id ?? reader.before;
    reader.ended = reader.ahead.length < batch;
  };
  await Promise.all(readers.map(refill));
  for (let next = latest(readers); next; next = latest(readers)) {
    const { reader, fact } = next;
    reader.ahead = reader.ahead.slice(1);
    yield fact;
    await refill(reader);
  }
}

/** The reader whose first opening is the latest; null when all are at their end. */
function latest(readers: readonly Reader[]): { readonly reader: Reader; readonly fact: Fact } | null {
  let found: { readonly reader: Reader; readonly fact: Fact } | null = null;
  for (const reader of readers) {
    const [fact] = reader.ahead;
    if (fact && (found === null || fact.id > found.fact.id)) found = { reader, fact };
  }
  return found;
}
