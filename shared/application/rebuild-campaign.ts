import type { Facts, Queue, Scope } from './ports.ts';

/** Asks for every raw fact of a campaign to be read: all that is derived follows from them. @returns how many there are. */
export async function rebuildCampaign(
  ports: { readonly facts: Facts; readonly queue: Queue },
  scope: Scope,
): Promise<number> {
  const ids = await ports.facts.ids(scope.campaign);
  if (ids.length > 0) await ports.queue.send(ids.map((fact) => ({ kind: 'read-deposit', scope, fact })));
  return ids.length;
}
