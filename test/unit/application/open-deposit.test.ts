import { computeFigures } from '../../../shared/application/compute-figures.ts';
import { type DepositRequest, openDeposit } from '../../../shared/application/open-deposit.ts';
import { NATION, type Perimeter } from '../../../shared/domain/access/perimeter.ts';
import type { Role } from '../../../shared/domain/access/role.ts';
import { LARGEST_DEPOSIT } from '../../../shared/domain/deposit/largest-deposit.ts';
import type { Finess } from '../../../shared/domain/finess/finess.ts';
import { actEntry } from '../../builders/act.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { generation } from '../../builders/campaign.ts';
import { CARRIER, EXTERNAL, LONER, MEMBER, NEIGHBOUR, STRANGER } from '../../builders/directory.ts';
import { CAMPAIGN, day, year } from '../../builders/entry.ts';
import { deployment } from '../../doubles/deployment.ts';

const FILE = {
  campaign: CAMPAIGN,
  file: 'budget 2025.csv',
  size: 1_000,
  sha256: 'b'.repeat(64),
  contentType: 'text/csv',
  finess: null,
} as const satisfies DepositRequest;

/** Open from 1 March to 30 September 2026. */
const UNDER = generation({
  campaigns: [
    {
      year: CAMPAIGN,
      opening: day('2026-03-01'),
      deadline: day('2026-06-30'),
      close: day('2026-09-30'),
      ruleSet: '2026-1',
    },
  ],
});

async function opened(now = '2026-07-15T10:00:00.000Z') {
  const { ports } = await deployment(UNDER);
  const all = { ...ports, clock: () => new Date(now) };
  const open = (role: Role, perimeter: Perimeter, over: Partial<DepositRequest> = {}) =>
    openDeposit(all, callerOf(role, perimeter), { ...FILE, ...over });
  const refused = (role: Role, perimeter: Perimeter, over: Partial<DepositRequest> = {}) =>
    refusedWith(() => open(role, perimeter, over));
  const reopen = async (finess: Finess, until: string) => {
    const territory = UNDER.directory.territory(finess) ?? 'EXT';
    const entry = { ...actEntry('a', { kind: 'reouverture', by: 'ars', until: day(until) }), finess };
    await ports.journal.add(UNDER.scope, [{ territory, entry }]);
    await computeFigures(ports, UNDER, [finess]);
  };
  return { ports: all, open, refused, reopen };
}

describe('opening a deposit', () => {
  it('keeps who brings what, in which perimeter, and gives the form of that file', async () => {
    const { ports, open } = await opened();
    const { fact, form } = await open('etablissement', bodiesOf(MEMBER, LONER));
    expect(fact).toEqual({
      id: fact.id,
      kind: 'deposit',
      campaign: CAMPAIGN,
      file: 'budget 2025.csv',
      size: 1_000,
      sha256: 'b'.repeat(64),
      openedAt: '2026-07-15T10:00:00.000Z',
      day: '2026-07-15',
      depositor: { issuer: 'https://issuer.test', subject: 'etablissement', role: 'etablissement' },
      scope: `${MEMBER} ${LONER}`,
    });
    expect(await ports.facts.record(CAMPAIGN, fact.id)).toEqual(fact);
    expect(form.fields).toEqual({ key: fact.id, 'Content-Type': 'text/csv' });
  });

  it('is no fact yet: its bytes are to come', async () => {
    const { ports, open } = await opened();
    await open('etablissement', bodiesOf(LONER));
    expect(await ports.facts.ids(CAMPAIGN)).toEqual([]);
  });

  it('is found in the lists of the body, its region and the nation', async () => {
    const { ports, open } = await opened();
    const { fact } = await open('etablissement', bodiesOf(LONER));
    for (const shelf of [
      { kind: 'body', finess: LONER },
      { kind: 'region', region: '84' },
      { kind: 'all' },
    ] as const)
      expect(await ports.openings.page(CAMPAIGN, shelf, { before: null, limit: 9 })).toEqual([fact]);
  });

  it('is of the one body that is named, so that an agency’s deposit is that body’s as well', async () => {
    const { open } = await opened();
    const { fact } = await open('ars', regionOf('84'), { finess: LONER });
    expect(fact).toMatchObject({ scope: LONER, depositor: { role: 'ars' } });
  });

  it('gives no form when the record could not be kept', async () => {
    const { ports } = await opened();
    let forms = 0;
    const broken = {
      ...ports,
      facts: { ...ports.facts, open: () => Promise.reject(new Error('full')) },
      uploads: { form: async () => Promise.reject(new Error(`form ${++forms}`)) },
    };
    await expect(openDeposit(broken, callerOf('ars', regionOf('84')), FILE)).rejects.toThrow('full');
    expect(forms).toBe(0);
  });

  it('takes 25 MB and not a byte more', async () => {
    const { open, refused } = await opened();
    await open('etablissement', bodiesOf(LONER), { size: LARGEST_DEPOSIT });
    expect(await refused('etablissement', bodiesOf(LONER), { size: LARGEST_DEPOSIT + 1 })).toEqual({
      code: 'DEPOSIT_TOO_LARGE',
      facts: { limit: '26214400' },
    });
  });

  it('is refused to the DNS, and for a campaign that is none', async () => {
    const { refused } = await opened();
    expect(await refused('dns', NATION)).toMatchObject({ code: 'ROLE_FORBIDDEN' });
    expect(await refused('administrateur', NATION, { campaign: year('2031') })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each([
    ['an establishment', 'etablissement', bodiesOf(LONER), [MEMBER, NEIGHBOUR, STRANGER]],
    ['an agency', 'ars', regionOf('84'), [NEIGHBOUR, EXTERNAL, STRANGER]],
    ['the administrator', 'administrateur', NATION, [STRANGER]],
  ] as const)(
    'is refused to %s for a body elsewhere, there or not, in the same words',
    async (_who, role, perimeter, bodies) => {
      const { refused } = await opened();
      for (const finess of bodies)
        expect(await refused(role, perimeter, { finess })).toEqual({
          code: 'OUTSIDE_PERIMETER',
          facts: { finess },
        });
    },
  );
});

describe('the calendar of the campaign', () => {
  it('counts days in Paris, the first and the last included', async () => {
    const before = await opened('2026-02-28T22:59:59.000Z');
    expect(await before.refused('administrateur', NATION)).toEqual({
      code: 'CAMPAIGN_NOT_OPEN',
      facts: { campaign: '2026', opening: '01/03/2026' },
    });
    const first = await opened('2026-02-28T23:00:00.000Z');
    expect(await first.refused('etablissement', bodiesOf(LONER))).toBeNull();
    const last = await opened('2026-09-30T21:59:59.000Z');
    expect(await last.refused('etablissement', bodiesOf(LONER))).toBeNull();
    const after = await opened('2026-09-30T22:00:00.000Z');
    expect(await after.refused('etablissement', bodiesOf(LONER))).toEqual({
      code: 'CAMPAIGN_CLOSED',
      facts: { campaign: '2026', close: '30/09/2026' },
    });
  });

  it('is the usual one where the reference set has none', async () => {
    const { ports } = await deployment(generation());
    const open = (now: string) =>
      refusedWith(() =>
        openDeposit({ ...ports, clock: () => new Date(now) }, callerOf('ars', regionOf('84')), FILE),
      );
    expect(await open('2026-12-31T12:00:00.000Z')).toBeNull();
    expect(await open('2027-01-01T12:00:00.000Z')).toMatchObject({ code: 'CAMPAIGN_CLOSED' });
  });
});

describe('after the close', () => {
  const CLOSED = '2026-10-10T12:00:00.000Z';

  it('a body deposits to the last day of its reopening, included', async () => {
    const { refused, reopen } = await opened(CLOSED);
    await reopen(LONER, '2026-10-09');
    expect(await refused('etablissement', bodiesOf(LONER))).toMatchObject({ code: 'CAMPAIGN_CLOSED' });
    const other = await opened(CLOSED);
    await other.reopen(LONER, '2026-10-10');
    expect(await other.refused('etablissement', bodiesOf(LONER))).toBeNull();
  });

  it('a group deposits for its reopened bodies, and for no other', async () => {
    const { open, reopen } = await opened(CLOSED);
    await reopen(LONER, '2026-10-31');
    const { fact } = await open('etablissement', bodiesOf(CARRIER, MEMBER, LONER));
    expect(fact.scope).toBe(LONER);
  });

  it('an agency deposits for a reopened body that it names', async () => {
    const { open, refused, reopen } = await opened(CLOSED);
    await reopen(LONER, '2026-10-31');
    expect((await open('ars', regionOf('84'), { finess: LONER })).fact.scope).toBe(LONER);
    expect(await refused('ars', regionOf('84'), { finess: MEMBER })).toMatchObject({
      code: 'CAMPAIGN_CLOSED',
    });
    expect(await refused('ars', regionOf('84'))).toMatchObject({ code: 'CAMPAIGN_CLOSED' });
  });

  it('a body that the reference set does not know was never reopened', async () => {
    const { refused } = await opened(CLOSED);
    expect(await refused('etablissement', bodiesOf(STRANGER))).toMatchObject({ code: 'CAMPAIGN_CLOSED' });
  });

  it('the administrator takes files in', async () => {
    const { open } = await opened(CLOSED);
    expect((await open('administrateur', NATION)).fact.scope).toBe('*');
    expect((await open('administrateur', NATION, { finess: LONER })).fact.scope).toBe(LONER);
  });
});
