import { WriteContention } from './errors.ts';
import type { Clock, EditionRecord, Editions, Pause, Scope, Sha256 } from './ports.ts';
import { MOST_TRIES } from './tries.ts';

export interface PutEditionPorts {
  readonly editions: Editions;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** What an edition would stand on now, and how to make its documents. */
interface Draft {
  readonly inputs: Sha256;
  readonly write: () => Promise<EditionRecord['documents']>;
}

/**
 * Publishes an edition under the next number unless the last one stands on the same inputs. @param draft read anew
 * at each try, so that the edition never stands on less than the one before it.
 * @returns whether an edition was published.
 */
export async function putEdition(
  { editions, clock, pause }: PutEditionPorts,
  scope: Scope,
  of: EditionRecord['of'],
  draft: () => Promise<Draft>,
): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const last = await editions.get(scope, of);
    const { inputs, write } = await draft();
    if (last?.inputs === inputs) return false;
    const documents = await write();
    const number = (last?.number ?? 0) + 1;
    const record = { of, number, inputs, builtAt: clock().toISOString(), documents };
    if (await editions.put(scope, record)) return true;
    await pause(attempt);
  }
  throw new WriteContention(`edition of ${of}`);
}
