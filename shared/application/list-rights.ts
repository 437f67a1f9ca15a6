import type { Right } from '../domain/access/right.ts';
import { authorize, type Caller } from './authorize.ts';
import type { Rights } from './ports.ts';

/** Every right, by issuer and subject, revoked ones among them. @throws Refusal ROLE_FORBIDDEN */
export async function listRights(
  { rights }: { readonly rights: Rights },
  caller: Caller,
): Promise<readonly Right[]> {
  authorize(caller, 'right.manage', { kind: 'own' });
  return rights.all();
}
