import type { Tombstone } from '../../shared/application/ports.ts';
import type { RouteInput } from '../../shared/contracts/routes.ts';

/** Which deposit a call erases, and why. */
export function erasureOf({
  params,
  body,
}: RouteInput<'erase-deposit'>): Pick<Tombstone, 'campaign' | 'fact' | 'reason'> {
  return { campaign: params.campagne, fact: params.depot, reason: body.motif };
}
