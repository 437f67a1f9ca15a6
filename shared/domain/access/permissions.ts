import { ACT_KINDS, type ActKind } from '../act/act.ts';
import { ROLES, type Role } from './role.ts';

/** Everything that can be asked of the system; acts each by its kind. */
export const ACTIONS = [
  'profile.read',
  'deposit.open',
  'deposit.read',
  'deposit.erase',
  'return.read',
  ...ACT_KINDS.map((kind): `act.${ActKind}` => `act.${kind}`),
  'region.read',
  'nation.read',
  'right.manage',
  'campaign.rebuild',
] as const;
export type Action =
  | `act.${ActKind}`
  | 'profile.read'
  | 'deposit.open'
  | 'deposit.read'
  | 'deposit.erase'
  | 'return.read'
  | 'region.read'
  | 'nation.read'
  | 'right.manage'
  | 'campaign.rebuild';

/**
 * Who may ask what, each within its perimeter. What an establishment declares, certifies or justifies is its own
 * word: nobody says it in its place; a region's agency looks after the returns of its region and may deposit for a
 * body; the DNS reads all and writes nothing; the administrator grants rights, erases, rebuilds, and takes files in.
 */
export const PERMISSIONS: Readonly<Record<Action, readonly Role[]>> = {
  'profile.read': ROLES,
  'deposit.open': ['etablissement', 'ars', 'administrateur'],
  'deposit.read': ROLES,
  'deposit.erase': ['administrateur'],
  'return.read': ROLES,
  'act.justification': ['etablissement'],
  'act.certification': ['etablissement'],
  'act.visa': ['ars'],
  'act.retour': ['ars'],
  'act.reouverture': ['ars'],
  'act.dispense': ['ars'],
  'region.read': ['ars', 'dns', 'administrateur'],
  'nation.read': ['dns', 'administrateur'],
  'right.manage': ['administrateur'],
  'campaign.rebuild': ['administrateur'],
};
