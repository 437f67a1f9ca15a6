import { PERIMETER_OF_ROLE, type Right } from '../domain/access/right.ts';
import { authorize, type Caller } from './authorize.ts';
import type { Clock, Rights } from './ports.ts';
import { putRight } from './put-right.ts';
import { Refusal } from './refusal.ts';

export interface GrantRightPorts {
  readonly rights: Rights;
  readonly clock: Clock;
}

/**
 * Grants a right, instead of the one that its subject had.
 *
 * @throws Refusal ROLE_FORBIDDEN, PERIMETER_OF_OTHER_ROLE, LAST_ADMINISTRATOR, CONFLICT.
 */
export async function grantRight(
  { rights, clock }: GrantRightPorts,
  caller: Caller,
  granted: Pick<Right, 'issuer' | 'subject' | 'role' | 'perimeter' | 'label'>,
): Promise<Right> {
  authorize(caller, 'right.manage', { kind: 'own' });
  const { issuer, subject, role, perimeter, label } = granted;
  if (perimeter.kind !== PERIMETER_OF_ROLE[role]) throw new Refusal('PERIMETER_OF_OTHER_ROLE', { role });
  const right: Right = {
    issuer,
    subject,
    role,
    perimeter,
    label,
    grantedAt: clock().toISOString(),
    grantedBy: { issuer: caller.issuer, subject: caller.subject },
    revoked: null,
  };
  await putRight(rights, right, () => right);
  return right;
}
