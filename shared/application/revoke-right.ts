import type { Right, Subject } from '../domain/access/right.ts';
import { authorize, type Caller } from './authorize.ts';
import type { Clock, Rights } from './ports.ts';
import { putRight } from './put-right.ts';
import { Refusal } from './refusal.ts';

export interface RevokeRightPorts {
  readonly rights: Rights;
  readonly clock: Clock;
}

/**
 * Revokes the right of a subject, which stays in the list. Twice changes nothing.
 *
 * @throws Refusal ROLE_FORBIDDEN, NOT_FOUND, LAST_ADMINISTRATOR, CONFLICT.
 */
export async function revokeRight(
  { rights, clock }: RevokeRightPorts,
  caller: Caller,
  subject: Subject,
): Promise<Right> {
  authorize(caller, 'right.manage', { kind: 'own' });
  const by = { issuer: caller.issuer, subject: caller.subject };
  const at = clock().toISOString();
  const right = await putRight(rights, subject, (standing) =>
    standing === null || standing.revoked ? null : { ...standing, revoked: { at, by } },
  );
  if (!right) throw new Refusal('NOT_FOUND');
  return right;
}
