import type { Fact, Facts, Queue, Scope } from './ports.ts';

/**
 * Takes a deposit in: kept as received before anything else is said, then queued to be read. Doing it twice
 * changes nothing; what a crash leaves unread, the sweep finds.
 *
 * @param scopes the generations in which it is to be read: the one in force, and one being built.
 */
export async function receiveFact(
  ports: { readonly facts: Facts; readonly queue: Queue },
  fact: Fact,
  bytes: Uint8Array,
  scopes: readonly Scope[],
): Promise<void> {
  await ports.facts.put(fact, bytes);
  await ports.queue.send(scopes.map((scope) => ({ kind: 'read-deposit', scope, fact: fact.id })));
}
