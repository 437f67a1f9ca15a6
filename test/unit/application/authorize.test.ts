import { authorize, identifyCaller, type Target } from '../../../shared/application/authorize.ts';
import { NATION, type Perimeter } from '../../../shared/domain/access/perimeter.ts';
import { ACTIONS, type Action } from '../../../shared/domain/access/permissions.ts';
import type { Right } from '../../../shared/domain/access/right.ts';
import { ROLES, type Role } from '../../../shared/domain/access/role.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { CARRIER, directory, LONER, MEMBER, NEIGHBOUR, STRANGER } from '../../builders/directory.ts';
import { memoryRights } from '../../doubles/memory-access.ts';

const DIRECTORY = directory();
/** LONER, MEMBER and CARRIER are of region 84, NEIGHBOUR of region 93. */
const PERIMETERS: Readonly<Record<Role, Perimeter>> = {
  etablissement: bodiesOf(MEMBER, LONER),
  ars: regionOf('84'),
  dns: NATION,
  administrateur: NATION,
};

const body = (finess: string): Target => ({ kind: 'body', finess, directory: DIRECTORY });
const perimeter = (of: Perimeter): Target => ({ kind: 'perimeter', perimeter: of, directory: DIRECTORY });

const TARGETS = {
  'the action itself': { kind: 'own' },
  'a body of the establishment': body(LONER),
  'another body of the region': body(CARRIER),
  'a body of another region': body(NEIGHBOUR),
  'an unknown body': body(STRANGER),
  'region 84': { kind: 'region', region: '84' },
  'region 93': { kind: 'region', region: '93' },
  'a deposit of the establishment': perimeter(bodiesOf(MEMBER, LONER)),
  'a deposit of another body of the region': perimeter(bodiesOf(CARRIER)),
  'a deposit of the establishment and another': perimeter(bodiesOf(CARRIER, LONER)),
  'a deposit across two regions': perimeter(bodiesOf(LONER, NEIGHBOUR)),
  'a deposit for region 84': perimeter(regionOf('84')),
  'a deposit for region 93': perimeter(regionOf('93')),
  'a deposit for the nation': perimeter(NATION),
  'the nation': { kind: 'nation' },
} as const satisfies Record<string, Target>;
type TargetName = keyof typeof TARGETS;

const NATIONAL: Readonly<Record<TargetName, boolean>> = {
  'the action itself': true,
  'a body of the establishment': true,
  'another body of the region': true,
  'a body of another region': true,
  'an unknown body': false,
  'region 84': true,
  'region 93': true,
  'a deposit of the establishment': true,
  'a deposit of another body of the region': true,
  'a deposit of the establishment and another': true,
  'a deposit across two regions': true,
  'a deposit for region 84': true,
  'a deposit for region 93': true,
  'a deposit for the nation': true,
  'the nation': true,
};

/** What each role reaches, written apart from the code that decides it. */
const REACHED: Readonly<Record<Role, Readonly<Record<TargetName, boolean>>>> = {
  etablissement: {
    'the action itself': true,
    'a body of the establishment': true,
    'another body of the region': false,
    'a body of another region': false,
    'an unknown body': false,
    'region 84': false,
    'region 93': false,
    'a deposit of the establishment': true,
    'a deposit of another body of the region': false,
    'a deposit of the establishment and another': false,
    'a deposit across two regions': false,
    'a deposit for region 84': false,
    'a deposit for region 93': false,
    'a deposit for the nation': false,
    'the nation': false,
  },
  ars: {
    'the action itself': true,
    'a body of the establishment': true,
    'another body of the region': true,
    'a body of another region': false,
    'an unknown body': false,
    'region 84': true,
    'region 93': false,
    'a deposit of the establishment': true,
    'a deposit of another body of the region': true,
    'a deposit of the establishment and another': true,
    'a deposit across two regions': false,
    'a deposit for region 84': true,
    'a deposit for region 93': false,
    'a deposit for the nation': false,
    'the nation': false,
  },
  dns: NATIONAL,
  administrateur: NATIONAL,
};

/** Who may ask what: e(tablissement), a(rs), d(ns), A(dministrateur). */
const ASKED: Readonly<Record<Action, string>> = {
  'profile.read': 'e a d A',
  'deposit.open': 'e a A',
  'deposit.read': 'e a d A',
  'deposit.erase': 'A',
  'return.read': 'e a d A',
  'act.justification': 'e',
  'act.certification': 'e',
  'act.visa': 'a',
  'act.retour': 'a',
  'act.reouverture': 'a',
  'act.dispense': 'a',
  'region.read': 'a d A',
  'nation.read': 'd A',
  'right.manage': 'A',
  'campaign.rebuild': 'A',
};
const LETTERS: Readonly<Record<Role, string>> = {
  etablissement: 'e',
  ars: 'a',
  dns: 'd',
  administrateur: 'A',
};

const names = Object.keys(TARGETS) as readonly TargetName[];
const cases = ROLES.flatMap((role) =>
  ACTIONS.flatMap((action) => names.map((target) => ({ role, action, target }))),
);

describe('role × action × target', () => {
  it('is walked whole', () => {
    expect(cases).toHaveLength(4 * 15 * 15);
    expect(Object.keys(ASKED).sort()).toEqual([...ACTIONS].sort());
  });

  it.each(cases)('$role, $action, $target', async ({ role, action, target }) => {
    const asks = () => authorize(callerOf(role, PERIMETERS[role]), action, TARGETS[target]);
    const answer = await refusedWith(asks);
    if (!ASKED[action].split(' ').includes(LETTERS[role]))
      expect(answer).toEqual({ code: 'ROLE_FORBIDDEN', facts: {} });
    else if (!REACHED[role][target]) expect(answer).toEqual({ code: 'NOT_FOUND', facts: {} });
    else expect(answer).toBeNull();
  });
});

describe('who asks', () => {
  const right: Right = {
    ...callerOf('ars', regionOf('84')),
    label: 'Service numérique',
    grantedAt: '2026-01-01T00:00:00.000Z',
    grantedBy: { issuer: 'i', subject: 's' },
    revoked: null,
  };

  it('has the role and the perimeter granted on the server', async () => {
    const rights = memoryRights();
    await rights.put(right, null);
    expect(await identifyCaller({ rights }, right)).toEqual({
      ...callerOf('ars', regionOf('84')),
      label: 'Service numérique',
    });
  });

  it('has no right when none was granted, to the same subject of another issuer either', async () => {
    const rights = memoryRights();
    await rights.put(right, null);
    const other = { issuer: 'https://elsewhere.test', subject: right.subject };
    expect(await refusedWith(() => identifyCaller({ rights }, other))).toEqual({
      code: 'NO_RIGHT',
      facts: {},
    });
  });

  it('has no right once it is revoked', async () => {
    const rights = memoryRights();
    const revoked = { at: '2026-02-01T00:00:00.000Z', by: right.grantedBy };
    await rights.put({ ...right, revoked }, null);
    expect((await refusedWith(() => identifyCaller({ rights }, right)))?.code).toBe('NO_RIGHT');
  });
});
