import { documentHash } from '../../../shared/application/document-hash.ts';
import { linkEdition } from '../../../shared/application/link-edition.ts';
import { listDeclarants } from '../../../shared/application/list-declarants.ts';
import { listEditions } from '../../../shared/application/list-editions.ts';
import { showDashboard } from '../../../shared/application/show-dashboard.ts';
import { showEdition } from '../../../shared/application/show-edition.ts';
import type { Finess } from '../../../shared/domain/finess/finess.ts';
import { withKey } from '../../../shared/domain/finess/finess.ts';
import type { RegionCode } from '../../../shared/domain/territory/regions.ts';
import { actOf } from '../../builders/act.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { csvOf, generation } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { CARRIER, declarantOf, EXTERNAL, LONER, MEMBER, NEIGHBOUR } from '../../builders/directory.ts';
import { CAMPAIGN, year } from '../../builders/entry.ts';
import { readingStage } from '../../doubles/reading-stage.ts';
import { spied } from '../../doubles/spied.ts';

const ARS = callerOf('ars', regionOf('84'));
const rowOf = (finess: Finess, over: Readonly<Record<string, string>> = {}) =>
  csvOf({ ...GOOD_ROW, finess, ...over });
const LIST = {
  campaign: CAMPAIGN,
  region: '84',
  situation: null,
  toChase: false,
  after: null,
  limit: 50,
} as const;

/** Of the three declarants of 84: one refused, one that waits for its carrier elsewhere, one computed. */
async function region() {
  const stage = await readingStage();
  await stage.deposit(rowOf(CARRIER, { charges_titre1: 'néant' }), bodiesOf(CARRIER));
  await stage.deposit(rowOf(MEMBER), bodiesOf(MEMBER));
  await stage.deposit(rowOf(LONER), bodiesOf(LONER));
  return stage;
}

describe('the dashboard of a region', () => {
  it('counts its own declarants as they stand', async () => {
    const { ports, deposit } = await region();
    await deposit(rowOf(NEIGHBOUR), bodiesOf(NEIGHBOUR));
    const { dashboard, calendar, lastEdition } = await showDashboard(ports, ARS, CAMPAIGN, '84');
    expect(dashboard).toEqual({
      expected: 3,
      received: 2,
      refused: 1,
      computed: 1,
      late: 2,
      toChase: 2,
      waived: 0,
      coverage: { numerator: 1n, denominator: 3n },
    });
    expect(calendar).toMatchObject({ opening: '2026-01-01', deadline: '2026-06-30', close: '2026-12-31' });
    expect(lastEdition).toBeNull();
  });

  it('leaves who was waived out of those to be chased', async () => {
    const { ports, act } = await region();
    await act(actOf({ finess: CARRIER, kind: 'dispense', text: 'Fermeture en mars.' }), 'ars');
    expect((await showDashboard(ports, ARS, CAMPAIGN, '84')).dashboard).toMatchObject({
      expected: 3,
      waived: 1,
      toChase: 1,
      late: 1,
    });
  });

  it('takes today’s day in Paris: the deadline lasts its whole day', async () => {
    const { ports } = await region();
    const lateAt = async (now: string) =>
      (await showDashboard({ ...ports, clock: () => new Date(now) }, ARS, CAMPAIGN, '84')).dashboard.late;
    expect(await lateAt('2026-06-30T21:59:59.000Z')).toBe(0);
    expect(await lateAt('2026-06-30T22:00:00.000Z')).toBe(2);
  });

  it('names the last edition of its workbook', async () => {
    const { ports, deposit, publishRegion } = await region();
    await publishRegion('84');
    await deposit(rowOf(CARRIER, { mutualise_charges: '0', mutualise_etp_ssi: '0' }), bodiesOf(CARRIER));
    await publishRegion('84');
    expect((await showDashboard(ports, ARS, CAMPAIGN, '84')).lastEdition).toMatchObject({
      number: 2,
      builtAt: '2026-07-15T10:00:00.000Z',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('of a region without declarants is all zeros', async () => {
    const { ports } = await region();
    expect((await showDashboard(ports, callerOf('dns'), CAMPAIGN, '975')).dashboard).toEqual({
      expected: 0,
      received: 0,
      refused: 0,
      computed: 0,
      late: 0,
      toChase: 0,
      waived: 0,
      coverage: null,
    });
  });
});

describe('the declarants of a region', () => {
  it('are its own by FINESS, with how far each has come and why it has no figures', async () => {
    const { ports } = await region();
    const { elements, next } = await listDeclarants(ports, ARS, LIST);
    expect(elements).toMatchObject([
      {
        declarant: { finess: CARRIER },
        progress: { situation: 'refuse' },
        chase: { refusal: [{ code: 'NUMBER_UNREADABLE' }] },
      },
      {
        declarant: { finess: MEMBER },
        progress: { situation: 'non-calcule', reasons: ['mutualisation-non-close'] },
        chase: { situation: 'en-attente-du-porteur' },
      },
      { declarant: { finess: LONER }, progress: { situation: 'calcule' }, chase: null },
    ]);
    expect(next).toBeNull();
  });

  it('know their carriers of other territories', async () => {
    const { ports, deposit } = await region();
    const waited = async () => {
      const { elements } = await listDeclarants(ports, ARS, { ...LIST, situation: 'non-calcule' });
      return elements.map(({ chase }) => chase?.carriers.map(({ name }) => name));
    };
    expect(await waited()).toEqual([['GCS e-santé', `Établissement ${CARRIER}`]]);
    const pool = { finess: EXTERNAL, campagne: '2026', cloture: 'definitive', date_cloture: '2026-04-01' };
    await deposit(csvOf({ ...pool, mutualise_charges: '500', mutualise_etp_ssi: '0' }), bodiesOf(EXTERNAL));
    expect(await waited()).toEqual([[`Établissement ${CARRIER}`]]);
  });

  it('can be those of one situation, or those to be chased', async () => {
    const { ports, act } = await region();
    const finess = async (over: Partial<Parameters<typeof listDeclarants>[2]>) =>
      (await listDeclarants(ports, ARS, { ...LIST, ...over })).elements.map(
        ({ declarant }) => declarant.finess,
      );
    expect(await finess({ situation: 'calcule' })).toEqual([LONER]);
    expect(await finess({ situation: 'jamais-depose' })).toEqual([]);
    expect(await finess({ toChase: true })).toEqual([CARRIER, MEMBER]);
    await act(actOf({ finess: CARRIER, kind: 'dispense', text: 'Fermeture en mars.' }), 'ars');
    expect(await finess({ toChase: true })).toEqual([MEMBER]);
    expect(await finess({ situation: 'refuse' })).toEqual([CARRIER]);
  });

  it('come page after page, none lost and none twice, over more than one reading', async () => {
    const many = Array.from({ length: 230 }, (_, n) => withKey(`3900${String(n).padStart(4, '0')}`)).sort();
    const { ports } = await readingStage(
      generation({ declarants: many.map((finess) => declarantOf(finess)), groups: [] }),
    );
    for (const limit of [1, 99, 100, 101, 230]) {
      const walked: Finess[] = [];
      for (let after: Finess | null = null; ; ) {
        const page = await listDeclarants(ports, ARS, { ...LIST, after, limit });
        expect(page.elements.length).toBeLessThanOrEqual(limit);
        walked.push(...page.elements.map(({ declarant }) => declarant.finess));
        if (page.next === null) break;
        after = page.next;
      }
      expect(walked).toEqual(many);
    }
  });

  it('of a region without any are an empty page', async () => {
    const { ports } = await region();
    const page = await listDeclarants(ports, callerOf('dns'), { ...LIST, region: '11' });
    expect(page).toEqual({ elements: [], next: null });
  });
});

describe('the editions of a region’s workbook', () => {
  async function threeEditions() {
    const stage = await readingStage();
    for (const etp of ['2', '3', '4']) {
      await stage.deposit(rowOf(LONER, { etp_ssi_internes: etp }), bodiesOf(LONER));
      await stage.publishRegion('84');
    }
    return stage;
  }
  const EDITIONS = { campaign: CAMPAIGN, region: '84', before: null, limit: 50 } as const;

  it('are the latest first, page after page', async () => {
    const { ports } = await threeEditions();
    const first = await listEditions(ports, ARS, { ...EDITIONS, limit: 2 });
    expect(first).toMatchObject({ elements: [{ number: 3 }, { number: 2 }], next: 2 });
    const last = await listEditions(ports, ARS, { ...EDITIONS, before: 2, limit: 2 });
    expect(last).toMatchObject({ elements: [{ number: 1 }], next: null });
  });

  it('are none before the first', async () => {
    const { ports } = await readingStage();
    expect(await listEditions(ports, ARS, EDITIONS)).toEqual({ elements: [], next: null });
  });

  it('are each downloaded under the region, the campaign and the number', async () => {
    const { ports, generation: under } = await threeEditions();
    const link = await linkEdition(ports, ARS, { campaign: CAMPAIGN, region: '84', number: 2 }, 'workbook');
    const edition = (await ports.editions.all(under.scope, '84')).find(({ number }) => number === 2);
    expect(link).toEqual({
      url: `https://documents.test/${edition?.documents['workbook']}`,
      expiresAt: '2026-07-15T10:05:00.000Z',
      file: 'ARS-84-campagne-2026-edition-2.xlsx',
      hash: documentHash(edition?.documents['workbook'] ?? ''),
      manifest: documentHash(edition?.documents['manifest'] ?? ''),
    });
  });

  it('are not found under a number that was never published', async () => {
    const { ports } = await threeEditions();
    for (const number of [4, 9_999_999])
      expect(
        await refusedWith(() =>
          linkEdition(ports, ARS, { campaign: CAMPAIGN, region: '84', number }, 'manifest'),
        ),
      ).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a region', () => {
  const asks: Record<
    string,
    (ports: Ports, caller: typeof ARS, region: RegionCode, campaign?: typeof CAMPAIGN) => Promise<unknown>
  > = {
    dashboard: (ports, caller, region, campaign = CAMPAIGN) => showDashboard(ports, caller, campaign, region),
    declarants: (ports, caller, region, campaign = CAMPAIGN) =>
      listDeclarants(ports, caller, { ...LIST, campaign, region }),
    editions: (ports, caller, region, campaign = CAMPAIGN) =>
      listEditions(ports, caller, { campaign, region, before: null, limit: 9 }),
    workbook: (ports, caller, region, campaign = CAMPAIGN) =>
      linkEdition(ports, caller, { campaign, region, number: 1 }, 'workbook'),
    manifest: (ports, caller, region, campaign = CAMPAIGN) =>
      linkEdition(ports, caller, { campaign, region, number: 1 }, 'manifest'),
    edition: (ports, caller, region, campaign = CAMPAIGN) =>
      showEdition(ports, caller, { campaign, region, number: 1 }),
  };
  type Ports = Awaited<ReturnType<typeof readingStage>>['ports'];

  it.each(Object.entries(asks))(
    'shows its %s to its own agency and to the nation alone',
    async (_what, ask) => {
      const { ports, publishRegion } = await region();
      await publishRegion('84');
      await publishRegion('93');
      const refusal = (caller: typeof ARS, code: RegionCode) => refusedWith(() => ask(ports, caller, code));
      expect(await refusal(ARS, '84')).toBeNull();
      expect(await refusal(ARS, '93')).toEqual({ code: 'NOT_FOUND', facts: {} });
      for (const role of ['dns', 'administrateur'] as const)
        for (const code of ['84', '93'] as const) expect(await refusal(callerOf(role), code)).toBeNull();
      const body = callerOf('etablissement', bodiesOf(LONER));
      expect(await refusal(body, '84')).toMatchObject({ code: 'ROLE_FORBIDDEN' });
    },
  );

  it.each(Object.entries(asks))('that is not the caller’s costs no read of its %s', async (_what, ask) => {
    const { ports } = await region();
    const { ports: watched, calls } = spied(ports);
    await refusedWith(() => ask(watched, ARS, '93'));
    expect(calls).toEqual(['generations.current', 'loadGeneration']);
  });

  it.each(Object.entries(asks))(
    'of a campaign without a generation in force has no %s',
    async (_what, ask) => {
      const { ports } = await region();
      expect(await refusedWith(() => ask(ports, ARS, '84', year('2031')))).toMatchObject({
        code: 'NOT_FOUND',
      });
    },
  );
});
