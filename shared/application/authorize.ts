import { coversBody, coversPerimeter, coversRegion, type Perimeter } from '../domain/access/perimeter.ts';
import { type Action, PERMISSIONS } from '../domain/access/permissions.ts';
import type { Right, Subject } from '../domain/access/right.ts';
import type { Role } from '../domain/access/role.ts';
import type { Directory } from '../domain/declarant/directory.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import type { Rights } from './ports.ts';
import { Refusal } from './refusal.ts';

/** Who asks, with the right held at this moment. */
export interface Caller extends Subject {
  readonly role: Role;
  readonly perimeter: Perimeter;
  readonly label: string;
}

/** What an action is about. */
export type Target =
  /** The action itself: a list cut to what the caller holds, a right, a rebuild. */
  | { readonly kind: 'own' }
  | { readonly kind: 'body'; readonly finess: string; readonly directory: Directory }
  | { readonly kind: 'region'; readonly region: RegionCode }
  | { readonly kind: 'perimeter'; readonly perimeter: Perimeter; readonly directory: Directory }
  | { readonly kind: 'nation' };

/** The right of an authenticated subject, read at each call. @throws Refusal NO_RIGHT */
export async function identifyCaller(
  { rights }: { readonly rights: Rights },
  subject: Subject,
): Promise<Caller> {
  const right = (await rights.get(subject))?.value;
  if (!right || right.revoked) throw new Refusal('NO_RIGHT');
  const { issuer, subject: name, role, perimeter, label } = right satisfies Right;
  return { issuer, subject: name, role, perimeter, label };
}

/** Whether the role may ever ask this. @throws Refusal ROLE_FORBIDDEN */
export function authorizeRole({ role }: Caller, action: Action): void {
  if (!PERMISSIONS[action].includes(role)) throw new Refusal('ROLE_FORBIDDEN');
}

/**
 * The one place where a right is held against what is asked: role × action × perimeter.
 *
 * @throws Refusal ROLE_FORBIDDEN for an action that the role never has; NOT_FOUND for a target outside the
 * perimeter, which must look like one that does not exist.
 */
export function authorize(caller: Caller, action: Action, target: Target): void {
  authorizeRole(caller, action);
  if (!covers(caller.perimeter, target)) throw new Refusal('NOT_FOUND');
}

function covers(perimeter: Perimeter, target: Target): boolean {
  switch (target.kind) {
    case 'own':
      return true;
    case 'body':
      return coversBody(perimeter, target.finess, target.directory);
    case 'region':
      return coversRegion(perimeter, target.region);
    case 'perimeter':
      return coversPerimeter(perimeter, target.perimeter, target.directory);
    case 'nation':
      return perimeter.kind === 'nation';
  }
}
