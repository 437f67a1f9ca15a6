import { showReturn } from '../../../shared/application/show-return.ts';
import type { ReferenceSet } from '../../../shared/domain/declarant/reference-set.ts';
import { type Finess, withKey } from '../../../shared/domain/finess/finess.ts';
import { actOf } from '../../builders/act.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { csvOf, generation } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import {
  CARRIER,
  declarantOf,
  EXTERNAL,
  LONER,
  MEMBER,
  NEIGHBOUR,
  OUTSIDER,
  pastFigures,
  referenceSet,
  STRANGER,
} from '../../builders/directory.ts';
import { CAMPAIGN, day, year } from '../../builders/entry.ts';
import { readingStage } from '../../doubles/reading-stage.ts';

const DNS = callerOf('dns');
const rowOf = (finess: Finess, over: Readonly<Record<string, string>> = {}) =>
  csvOf({ ...GOOD_ROW, finess, ...over });

/** The bodies of directory.ts and others like the loner: category 128. */
const PEERS = [1, 2, 3, 4, 5].map((n) => withKey(`3800010${n}`));
function withPeers(over: Partial<ReferenceSet> = {}) {
  const { declarants } = referenceSet();
  const peers = PEERS.map((finess) => declarantOf(finess, { category: '128', department: '38' }));
  const all = [...declarants, ...peers].sort((a, b) => (a.finess < b.finess ? -1 : 1));
  return generation({ declarants: all, ...over });
}

describe('the return of a declarant', () => {
  it('is shown with its values in force, where each was read, and its figures', async () => {
    const { ports, deposit } = await readingStage();
    const fact = await deposit(rowOf(LONER), bodiesOf(LONER));
    const shown = await showReturn(ports, DNS, CAMPAIGN, LONER);
    expect(shown).toMatchObject({
      name: `Établissement ${LONER}`,
      state: { values: { charges_titre1: 60_000_000n }, tries: 1, lastTry: { fact: fact.id } },
      outcome: { state: 'calcule', figures: { totalExpenses: 100_000_000n, retainedDigital: 2_000_000n } },
      alerts: [],
    });
    expect(shown.state?.origins.charges_titre1).toMatchObject({
      source: { file: 'dépôt 1.csv' },
      at: { line: 2 },
    });
  });

  it('of somebody who deposited nothing is there, and empty', async () => {
    const { ports } = await readingStage();
    expect(await showReturn(ports, DNS, CAMPAIGN, LONER)).toMatchObject({
      state: null,
      outcome: { state: 'non_repondant' },
      previous: null,
      peers: null,
      alerts: [],
    });
  });

  it('of an external carrier has values and no figures, under the name of its group', async () => {
    const { ports, deposit, publishNation } = await readingStage();
    await deposit(
      csvOf({
        finess: EXTERNAL,
        campagne: '2026',
        cloture: 'definitive',
        date_cloture: '2026-04-01',
        mutualise_charges: '500',
        mutualise_etp_ssi: '0',
      }),
      bodiesOf(EXTERNAL),
    );
    await publishNation();
    expect(
      await showReturn(ports, callerOf('etablissement', bodiesOf(EXTERNAL)), CAMPAIGN, EXTERNAL),
    ).toMatchObject({
      name: 'GCS e-santé',
      state: { values: { mutualise_charges: 50_000n } },
      outcome: null,
      peers: null,
      alerts: [],
    });
  });

  it('has its figures of the campaign before', async () => {
    const past = pastFigures(LONER);
    const { ports } = await readingStage(
      generation({ history: [past, pastFigures(LONER, { campaign: year('2024') })] }),
    );
    expect(await showReturn(ports, DNS, CAMPAIGN, LONER)).toMatchObject({ previous: past });
  });

  it('has the figures of the numbers that it replaced, added to its own, and its doubts say so', async () => {
    const [one, other] = [withKey('77000001'), withKey('77000002')];
    const { ports, deposit } = await readingStage(
      generation({
        history: [
          pastFigures(one, { retainedDigital: 500_000n }),
          pastFigures(other, { retainedDigital: 700_000n }),
        ],
        successions: [one, other].map((former) => ({ former, successor: LONER, from: day('2026-01-01') })),
      }),
    );
    await deposit(rowOf(LONER), bodiesOf(LONER));
    const { previous, alerts } = await showReturn(ports, DNS, CAMPAIGN, LONER);
    expect(previous).toEqual(
      pastFigures(LONER, { totalExpenses: 200_000_000n, retainedDigital: 1_200_000n, retainedSsiFte: 200n }),
    );
    expect(alerts).toMatchObject([
      {
        code: 'CHANGE_ON_PREVIOUS_YEAR',
        facts: { avant: '0,60 %', maintenant: '2,00 %', rupture: 'fusion' },
      },
    ]);
  });

  it('has the acts that were recorded, in their order', async () => {
    const { ports, act } = await readingStage();
    await act(actOf({ finess: LONER }), 'etablissement');
    await act(actOf({ finess: LONER, kind: 'visa' }), 'ars');
    const { state } = await showReturn(ports, DNS, CAMPAIGN, LONER);
    expect(state?.acts.map(({ kind, by }) => [kind, by])).toEqual([
      ['certification', 'etablissement'],
      ['visa', 'ars'],
    ]);
    expect(state?.tries).toBe(0);
  });
});

describe('the alerts of a return', () => {
  it('are those of its own figures', async () => {
    const { ports, deposit } = await readingStage();
    const small = { num_personnel: '100', num_medical: '0', num_general: '0', num_amortissement: '0' };
    await deposit(rowOf(LONER, small), bodiesOf(LONER));
    const { alerts } = await showReturn(ports, DNS, CAMPAIGN, LONER);
    expect(alerts).toMatchObject([{ code: 'SHARE_LOW', finess: LONER }]);
  });

  it('stand on what the members of the pool that it carries declare, of other regions too', async () => {
    // A pool of its own: contributions are compared where a member is in one pool alone.
    const { groups } = referenceSet();
    const { ports, deposit } = await readingStage(
      generation({ groups: groups.filter(({ code }) => code === 'GHT-1') }),
    );
    const pooled = { mutualise_charges: '1000', mutualise_etp_ssi: '0', quotes_parts_refacturees: '300' };
    await deposit(rowOf(CARRIER, pooled), bodiesOf(CARRIER));
    await deposit(rowOf(MEMBER, { quote_part_versee: '100' }), bodiesOf(MEMBER));
    const codes = async () =>
      (await showReturn(ports, DNS, CAMPAIGN, CARRIER)).alerts.map(({ code }) => code);
    expect(await codes()).toEqual([]);
    await deposit(rowOf(NEIGHBOUR, { quote_part_versee: '150' }), bodiesOf(NEIGHBOUR));
    expect(await codes()).toEqual(['CONTRIBUTIONS_DISAGREE']);
  });

  it('stand on what its carriers declare', async () => {
    const { groups } = referenceSet();
    const { ports, deposit } = await readingStage(
      generation({ groups: groups.filter(({ code }) => code === 'GHT-1') }),
    );
    await deposit(rowOf(CARRIER, { mutualise_charges: '0', mutualise_etp_ssi: '0' }), bodiesOf(CARRIER));
    await deposit(rowOf(NEIGHBOUR, { quote_part_versee: '100' }), bodiesOf(NEIGHBOUR));
    const { alerts } = await showReturn(ports, DNS, CAMPAIGN, NEIGHBOUR);
    expect(alerts.map(({ code }) => code)).toEqual(['CONTRIBUTION_TO_EMPTY_POOL']);
  });
});

describe('the peers of a declarant', () => {
  it('are shown from five computed declarants of its category on', async () => {
    const { ports, deposit, publishNation, generation: under } = await readingStage(withPeers());
    expect(under.rules.smallestShownSlice).toBe(5);
    for (const finess of PEERS.slice(0, 4)) await deposit(rowOf(finess), bodiesOf(finess));
    await publishNation();
    const peers = async () => (await showReturn(ports, DNS, CAMPAIGN, LONER)).peers;
    expect(await peers()).toEqual({
      category: '128',
      builtAt: '2026-07-15T10:00:00.000Z',
      digitalShare: null,
      ssiFte: null,
    });
    await deposit(rowOf(LONER, { num_personnel: '20000' }), bodiesOf(LONER));
    expect(await peers()).toMatchObject({ digitalShare: null });
    await publishNation();
    expect(await peers()).toMatchObject({
      digitalShare: { n: 5n, median: '0.020000' },
      ssiFte: { n: 5n, median: '2.50' },
    });
  });

  it('are of its own category alone', async () => {
    const { ports, deposit, publishNation } = await readingStage(withPeers());
    for (const finess of PEERS) await deposit(rowOf(finess), bodiesOf(finess));
    await publishNation();
    expect((await showReturn(ports, DNS, CAMPAIGN, CARRIER)).peers).toMatchObject({
      category: '355',
      digitalShare: null,
    });
  });
});

describe('whose return may be read', () => {
  const everyone = [CARRIER, MEMBER, NEIGHBOUR, LONER, EXTERNAL, OUTSIDER, STRANGER];

  it.each([
    ['an establishment: its own', callerOf('etablissement', bodiesOf(MEMBER)), [MEMBER]],
    ['a group: its own', callerOf('etablissement', bodiesOf(CARRIER, EXTERNAL)), [CARRIER, EXTERNAL]],
    ['a body that the reference set does not know: none', callerOf('etablissement', bodiesOf(STRANGER)), []],
    ['an agency: those of its region', callerOf('ars', regionOf('84')), [CARRIER, MEMBER, LONER]],
    ['an agency of a region without declarants: none', callerOf('ars', regionOf('11')), []],
    ['the DNS: all', DNS, [CARRIER, MEMBER, NEIGHBOUR, LONER, EXTERNAL]],
  ])('%s', async (_who, caller, visible) => {
    const { ports } = await readingStage();
    for (const finess of everyone) {
      const refusal = await refusedWith(() => showReturn(ports, caller, CAMPAIGN, finess));
      expect([finess, refusal]).toEqual([
        finess,
        visible.includes(finess) ? null : { code: 'NOT_FOUND', facts: {} },
      ]);
    }
  });

  it('costs no read of a return where it may not', async () => {
    const { ports } = await readingStage();
    const returns = { ...ports.returns, getMany: () => Promise.reject(new Error('read')) };
    for (const finess of [NEIGHBOUR, STRANGER])
      expect(
        await refusedWith(() =>
          showReturn({ ...ports, returns }, callerOf('ars', regionOf('84')), CAMPAIGN, finess),
        ),
      ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is nobody’s where the campaign has no generation in force', async () => {
    const { ports } = await readingStage();
    expect(await refusedWith(() => showReturn(ports, DNS, year('2031'), LONER))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
