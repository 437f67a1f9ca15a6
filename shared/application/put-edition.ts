import { VERSION } from '../domain/version.ts';
import { editionDescription, editionDescriptionKey } from './edition-description.ts';
import { WriteContention } from './errors.ts';
import type { Clock, Documents, EditionRecord, Editions, Pause, Scope } from './ports.ts';
import { MOST_TRIES } from './tries.ts';

export interface PutEditionPorts {
  readonly editions: Editions;
  readonly documents: Documents;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** What an edition would stand on now, and how to make its documents. */
interface Draft extends Pick<EditionRecord, 'inputs' | 'nation'> {
  readonly write: () => Promise<EditionRecord['documents']>;
}

/**
 * Publishes an edition under the next number unless the last one stands on the same inputs; edition.json is kept beside
 * its documents. @param draft read anew at each try, so that the edition never stands on less than the one before it.
 * @returns whether an edition was published.
 */
export async function putEdition(
  { editions, documents, clock, pause }: PutEditionPorts,
  scope: Scope,
  of: EditionRecord['of'],
  draft: () => Promise<Draft>,
): Promise<boolean> {
  const describe = (record: EditionRecord): Promise<void> =>
    documents.put(editionDescriptionKey(scope, record), editionDescription(scope, record));
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const last = await editions.get(scope, of);
    const { inputs, nation, write } = await draft();
    if (last?.inputs === inputs && last.nation === nation) {
      // A crash may have come between the edition and its description.
      await describe(last);
      return false;
    }
    const written = await write();
    const number = (last?.number ?? 0) + 1;
    const builtAt = clock().toISOString();
    const record = { of, number, inputs, nation, builtAt, code: VERSION, documents: written };
    if (await editions.put(scope, record)) {
      await describe(record);
      return true;
    }
    await pause(attempt);
  }
  throw new WriteContention(`edition of ${of}`);
}
