import { NATION } from '../domain/access/perimeter.ts';
import type { Right, Subject } from '../domain/access/right.ts';
import type { Clock, Rights } from './ports.ts';
import { administers, putRight } from './put-right.ts';

/**
 * Names the first administrator: asked by who operates the system, and by nobody through the API.
 *
 * @returns null when somebody administers already.
 */
export async function bootstrapRight(
  { rights, clock }: { readonly rights: Rights; readonly clock: Clock },
  { issuer, subject }: Subject,
  label: string,
): Promise<Right | null> {
  if ((await rights.all()).some(administers)) return null;
  const right: Right = {
    issuer,
    subject,
    role: 'administrateur',
    perimeter: NATION,
    label,
    grantedAt: clock().toISOString(),
    grantedBy: { issuer, subject },
    revoked: null,
  };
  return putRight(rights, right, () => right);
}
