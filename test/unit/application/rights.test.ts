import { bootstrapRight } from '../../../shared/application/bootstrap-right.ts';
import { grantRight } from '../../../shared/application/grant-right.ts';
import { listRights } from '../../../shared/application/list-rights.ts';
import type { Rights } from '../../../shared/application/ports.ts';
import { revokeRight } from '../../../shared/application/revoke-right.ts';
import { NATION, type Perimeter } from '../../../shared/domain/access/perimeter.ts';
import { ROLES, type Role } from '../../../shared/domain/access/role.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { LONER } from '../../builders/directory.ts';
import { memoryRights } from '../../doubles/memory-access.ts';

const ISSUER = 'https://issuer.test';
const FIRST = { issuer: ISSUER, subject: 'administrateur' };
const OTHER = { issuer: ISSUER, subject: 'autre' };
const ADMINISTRATOR = callerOf('administrateur');
const NOW = '2026-07-15T10:00:00.000Z';

/** Rights with a first administrator, and what is done to them. */
async function registry(over: Partial<Rights> = {}) {
  const rights = memoryRights();
  const clock = () => new Date(NOW);
  await bootstrapRight({ rights, clock }, FIRST, 'Exploitation');
  const ports = { rights: { ...rights, ...over }, clock };
  const grant = (subject: typeof OTHER, role: Role, perimeter: Perimeter = NATION, caller = ADMINISTRATOR) =>
    grantRight(ports, caller, { ...subject, role, perimeter, label: 'Nom' });
  const revoke = (subject: typeof OTHER, caller = ADMINISTRATOR) => revokeRight(ports, caller, subject);
  return { ports, rights, grant, revoke };
}
const codeOf = async (ask: () => unknown) => (await refusedWith(ask))?.code ?? null;

describe('the first administrator', () => {
  it('is named where there is none', async () => {
    const { rights } = await registry();
    expect(await rights.all()).toEqual([
      {
        ...FIRST,
        role: 'administrateur',
        perimeter: NATION,
        label: 'Exploitation',
        grantedAt: NOW,
        grantedBy: FIRST,
        revoked: null,
      },
    ]);
  });

  it('is not named where there is one', async () => {
    const { ports, rights } = await registry();
    expect(await bootstrapRight(ports, OTHER, '')).toBeNull();
    expect(await rights.get(OTHER)).toBeNull();
  });

  it('is named again where the only one was revoked, even to the same subject', async () => {
    const { ports, rights } = await registry();
    const standing = await rights.get(FIRST);
    if (!standing) throw new Error('there is an administrator');
    await rights.put({ ...standing.value, revoked: { at: NOW, by: OTHER } }, standing.version);
    expect(await bootstrapRight(ports, FIRST, '')).toMatchObject({ ...FIRST, revoked: null });
  });
});

describe('granting a right', () => {
  it('says who granted it, and when', async () => {
    const { rights, grant } = await registry();
    const right = await grant(OTHER, 'ars', regionOf('84'));
    expect(right).toEqual({
      ...OTHER,
      role: 'ars',
      perimeter: regionOf('84'),
      label: 'Nom',
      grantedAt: NOW,
      grantedBy: FIRST,
      revoked: null,
    });
    expect((await rights.get(OTHER))?.value).toEqual(right);
  });

  it('replaces the one that stood, and one that was revoked', async () => {
    const { rights, grant, revoke } = await registry();
    await grant(OTHER, 'ars', regionOf('84'));
    await grant(OTHER, 'dns');
    expect(await rights.get(OTHER)).toMatchObject({ value: { role: 'dns', perimeter: NATION } });
    await revoke(OTHER);
    await grant(OTHER, 'etablissement', bodiesOf(LONER));
    expect(await rights.get(OTHER)).toMatchObject({ value: { role: 'etablissement', revoked: null } });
  });

  const kinds = { bodies: bodiesOf(LONER), region: regionOf('84'), nation: NATION };
  const held = { etablissement: 'bodies', ars: 'region', dns: 'nation', administrateur: 'nation' };
  const pairs = ROLES.flatMap((role) =>
    Object.entries(kinds).map(([kind, perimeter]) => ({ role, kind, perimeter })),
  );
  it.each(pairs)('$role on $kind', async ({ role, kind, perimeter }) => {
    const { rights, grant } = await registry();
    const refused = await refusedWith(() => grant(OTHER, role, perimeter));
    expect(refused).toEqual(
      held[role] === kind ? null : { code: 'PERIMETER_OF_OTHER_ROLE', facts: { role } },
    );
    expect((await rights.get(OTHER)) !== null).toBe(refused === null);
  });

  it('never takes the last administrator’s place', async () => {
    const { rights, grant } = await registry();
    expect(await codeOf(() => grant(FIRST, 'dns'))).toBe('LAST_ADMINISTRATOR');
    expect((await rights.get(FIRST))?.value.role).toBe('administrateur');
    await grant(FIRST, 'administrateur');
    await grant(OTHER, 'administrateur');
    expect(await codeOf(() => grant(FIRST, 'dns'))).toBeNull();
  });

  it('starts again from what another writer left, and says so when others keep coming first', async () => {
    const { rights } = await registry();
    let puts = 0;
    const late = await registry({
      get: rights.get,
      put: async (right, expected) => {
        if (++puts === 1) await rights.put({ ...right, label: 'Un autre' }, expected);
        return rights.put(right, expected);
      },
    });
    await late.grant(OTHER, 'dns');
    expect(await rights.get(OTHER)).toMatchObject({ version: 2, value: { label: 'Nom' } });

    let tries = 0;
    const never = await registry({ put: async () => ++tries < 0 });
    expect(await codeOf(() => never.grant(OTHER, 'dns'))).toBe('CONFLICT');
    expect(tries).toBe(5);
  });
});

describe('revoking a right', () => {
  it('keeps it in the list, with who revoked it and when', async () => {
    const { ports, grant, revoke } = await registry();
    await grant(OTHER, 'dns');
    const revoked = { at: NOW, by: FIRST };
    expect(await revoke(OTHER)).toMatchObject({ ...OTHER, role: 'dns', revoked });
    expect(await listRights(ports, ADMINISTRATOR)).toMatchObject([
      { ...FIRST, revoked: null },
      { ...OTHER, revoked },
    ]);
  });

  it('twice keeps the first time', async () => {
    const { ports, grant, revoke } = await registry();
    await grant(OTHER, 'dns');
    const first = await revoke(OTHER);
    const later = { ...ports, clock: () => new Date('2026-08-01T00:00:00.000Z') };
    expect(await revokeRight(later, ADMINISTRATOR, OTHER)).toEqual(first);
  });

  it('finds nothing of a subject that has none', async () => {
    const { revoke } = await registry();
    expect(await codeOf(() => revoke(OTHER))).toBe('NOT_FOUND');
  });

  it('leaves the last administrator, whatever others there were', async () => {
    const { rights, grant, revoke } = await registry();
    expect(await codeOf(() => revoke(FIRST))).toBe('LAST_ADMINISTRATOR');
    await grant(OTHER, 'administrateur');
    await revoke(OTHER);
    expect(await codeOf(() => revoke(FIRST))).toBe('LAST_ADMINISTRATOR');
    expect((await rights.get(FIRST))?.value.revoked).toBeNull();
  });

  it('takes an administrator’s right where another administers', async () => {
    const { grant, revoke } = await registry();
    await grant(OTHER, 'administrateur');
    expect(await revoke(FIRST)).toMatchObject({ revoked: { at: NOW } });
  });
});

describe('rights', () => {
  it.each(['etablissement', 'ars', 'dns'] as const)('are nothing to %s', async (role) => {
    const { ports, rights, grant, revoke } = await registry();
    const caller = callerOf(role, role === 'ars' ? regionOf('84') : NATION);
    expect(await codeOf(() => listRights(ports, caller))).toBe('ROLE_FORBIDDEN');
    expect(await codeOf(() => grant(OTHER, 'administrateur', NATION, caller))).toBe('ROLE_FORBIDDEN');
    expect(await codeOf(() => revoke(FIRST, caller))).toBe('ROLE_FORBIDDEN');
    expect(await rights.all()).toHaveLength(1);
  });
});
