import { readDeposits } from '../../../shared/application/read-deposits.ts';
import { recordAct } from '../../../shared/application/record-act.ts';
import type { Perimeter } from '../../../shared/domain/access/perimeter.ts';
import type { Role } from '../../../shared/domain/access/role.ts';
import type { Act } from '../../../shared/domain/act/act.ts';
import { readAct } from '../../../shared/domain/act/read-act.ts';
import { actOf } from '../../builders/act.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { LONER, NEIGHBOUR, STRANGER } from '../../builders/directory.ts';
import { CAMPAIGN, day, year } from '../../builders/entry.ts';
import { deployment } from '../../doubles/deployment.ts';

async function stage() {
  const { ports, generation } = await deployment();
  const record = (role: Role, perimeter: Perimeter, act: Act) =>
    recordAct(ports, callerOf(role, perimeter), act);
  const refused = async (role: Role, perimeter: Perimeter, act: Act) =>
    (await refusedWith(() => record(role, perimeter, act)))?.code ?? null;
  return { ports, generation, record, refused };
}

const REOPENING = actOf({ kind: 'reouverture', text: 'Comptes rectifiés.', until: day('2027-01-31') });

describe('recording an act', () => {
  it('keeps its canonical JSON as a fact of its body, with who said it', async () => {
    const { ports, record } = await stage();
    const fact = await record('ars', regionOf('84'), REOPENING);
    expect(fact).toMatchObject({
      kind: 'act',
      campaign: CAMPAIGN,
      file: 'reouverture.json',
      openedAt: '2026-07-15T10:00:00.000Z',
      day: '2026-07-15',
      depositor: { subject: 'ars', role: 'ars' },
      scope: LONER,
    });
    const kept = await ports.facts.read(CAMPAIGN, fact.id);
    expect(kept?.fact).toEqual(fact);
    expect(readAct(new TextDecoder().decode(kept?.bytes))).toEqual(REOPENING);
    expect(fact.size).toBe(kept?.bytes.length);
  });

  it('is read as any fact: an entry of its body, and a verdict', async () => {
    const { ports, generation, record } = await stage();
    const { id } = await record('ars', regionOf('84'), REOPENING);
    expect(await readDeposits(ports, generation, [{ id }])).toEqual([]);
    const [entry] = await ports.journal.ofTerritory(generation.scope, '84');
    expect(entry).toMatchObject({
      finess: LONER,
      act: { by: 'ars', kind: 'reouverture', until: '2027-01-31' },
    });
    const verdict = await ports.verdicts.get(generation.scope, id);
    expect(verdict?.value.status).toBe('accepted');
  });

  it('keeps nothing that could not be read back', async () => {
    const { ports, record } = await stage();
    const endless = { ...REOPENING, until: null };
    await expect(record('ars', regionOf('84'), endless)).rejects.toThrow('no such act');
    expect(await ports.facts.ids(CAMPAIGN)).toEqual([]);
  });

  it('is no deposit of the lists', async () => {
    const { ports, generation, record } = await stage();
    const { id } = await record('ars', regionOf('84'), REOPENING);
    await readDeposits(ports, generation, [{ id }]);
    expect(await ports.openings.page(CAMPAIGN, { kind: 'all' }, { before: null, limit: 9 })).toEqual([]);
  });

  it('is for the role that has that kind of act', async () => {
    const { refused } = await stage();
    expect(await refused('ars', regionOf('84'), actOf())).toBe('ROLE_FORBIDDEN');
    expect(await refused('etablissement', bodiesOf(LONER), REOPENING)).toBe('ROLE_FORBIDDEN');
  });

  it.each([
    ['a body of another region', 'ars', regionOf('84'), { ...REOPENING, finess: NEIGHBOUR }],
    ['an unknown body', 'ars', regionOf('84'), { ...REOPENING, finess: STRANGER }],
    ['another body', 'etablissement', bodiesOf(LONER), actOf({ finess: NEIGHBOUR })],
    ['its own body, no longer known', 'etablissement', bodiesOf(STRANGER), actOf({ finess: STRANGER })],
    ['a campaign that is none', 'etablissement', bodiesOf(LONER), actOf({ campaign: year('2031') })],
  ] as const)('finds nothing for %s', async (_case, role, perimeter, act) => {
    const { ports, refused } = await stage();
    expect(await refused(role, perimeter, act)).toBe('NOT_FOUND');
    expect(await ports.facts.ids(CAMPAIGN)).toEqual([]);
  });
});
