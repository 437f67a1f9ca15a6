import { ACTIONS, type Action, PERMISSIONS } from '../domain/access/permissions.ts';
import { authorize, type Caller } from './authorize.ts';

export interface Profile {
  readonly caller: Caller;
  /** What its role may ask, within its perimeter. */
  readonly actions: readonly Action[];
}

/** Who the caller is to the collection. */
export function showProfile(caller: Caller): Profile {
  authorize(caller, 'profile.read', { kind: 'own' });
  return { caller, actions: ACTIONS.filter((action) => PERMISSIONS[action].includes(caller.role)) };
}
