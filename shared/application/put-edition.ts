import { WriteContention } from './errors.ts';
import type { EditionRecord, Editions, Pause, Scope, Sha256 } from './ports.ts';
import { MOST_TRIES } from './tries.ts';

/** What an edition would stand on now, and how to make its documents. */
interface Draft {
  readonly inputs: Sha256;
  readonly write: () => Promise<EditionRecord['documents']>;
}

/**
 * Publishes an edition unless the last one stands on the same inputs. @param draft read anew at each try, so
 * that the edition never stands on less than the one it replaces.
 * @returns whether an edition was published.
 */
export async function putEdition(
  { editions, pause }: { readonly editions: Editions; readonly pause: Pause },
  scope: Scope,
  of: EditionRecord['of'],
  draft: () => Promise<Draft>,
): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const current = await editions.get(scope, of);
    const { inputs, write } = await draft();
    if (current?.value.inputs === inputs) return false;
    const record = { of, number: (current?.value.number ?? 0) + 1, inputs, documents: await write() };
    if (await editions.put(scope, record, current?.version ?? null)) return true;
    await pause(attempt);
  }
  throw new WriteContention(`edition of ${of}`);
}
