import * as fc from 'fast-check';
import { StorageFailure } from '../../../shared/application/errors.ts';
import { linkNational } from '../../../shared/application/link-national.ts';
import { type AggregateList, listAggregates } from '../../../shared/application/list-aggregates.ts';
import { type FigureList, listFigures } from '../../../shared/application/list-figures.ts';
import { snapshotLoader } from '../../../shared/application/load-snapshot.ts';
import { ratio } from '../../../shared/domain/numbers/ratio.ts';
import type { SlicePlace } from '../../../shared/domain/report/slice-place.ts';
import type { TableLine } from '../../../shared/domain/report/table-lines.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { csvOf } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { CARRIER, LONER, MEMBER, NEIGHBOUR } from '../../builders/directory.ts';
import { CAMPAIGN, year } from '../../builders/entry.ts';
import { readingStage } from '../../doubles/reading-stage.ts';

const DNS = callerOf('dns');
const FIGURES: FigureList = {
  campaign: CAMPAIGN,
  region: null,
  status: null,
  category: null,
  size: null,
  state: null,
  least: null,
  most: null,
  after: null,
  limit: 200,
};
const AGGREGATES: AggregateList = {
  campaign: CAMPAIGN,
  axis: null,
  slice: null,
  indicator: null,
  after: null,
  limit: 200,
};

/** The loner is computed, the member waits for its carriers, the others are silent. */
async function nation() {
  const stage = await readingStage();
  for (const finess of [LONER, MEMBER]) await stage.deposit(csvOf({ ...GOOD_ROW, finess }), bodiesOf(finess));
  await stage.publishNation();
  const figures = async (over: Partial<FigureList> = {}) =>
    (await listFigures(stage.ports, DNS, { ...FIGURES, ...over })).page;
  const aggregates = async (over: Partial<AggregateList> = {}) =>
    (await listAggregates(stage.ports, DNS, { ...AGGREGATES, ...over })).page;
  return { ...stage, figures, aggregates };
}

/** A document of CSV as lines: column → text. */
async function csvLines({ ports, generation }: Awaited<ReturnType<typeof nation>>, document: string) {
  const edition = await ports.editions.get(generation.scope, 'FR');
  const bytes = await ports.documents.get(edition?.documents[document] ?? '');
  const [header = '', ...rows] = new TextDecoder()
    .decode(bytes ?? undefined)
    .trimEnd()
    .split('\n');
  const columns = header.split(';');
  return rows.map((row): TableLine => {
    const cells = row.split(';');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

describe('the figures of the nation', () => {
  it('are the lines of figures.csv', async () => {
    const stage = await nation();
    const { elements, next } = await stage.figures();
    expect(elements).toEqual(await csvLines(stage, 'figures'));
    expect(elements).toHaveLength(4);
    expect(next).toBeNull();
  });

  it('can be those of a region, a legal status, a state', async () => {
    const { figures } = await nation();
    const of = async (over: Partial<FigureList>) =>
      (await figures(over)).elements.map((line) => line['finess']);
    expect(await of({ region: '93' })).toEqual([NEIGHBOUR]);
    expect(await of({ status: 'prive_lucratif' })).toEqual([LONER]);
    expect(await of({ status: 'public' })).toEqual([CARRIER, MEMBER, NEIGHBOUR]);
    expect(await of({ state: 'non_repondant' })).toEqual([CARRIER, NEIGHBOUR]);
    expect(await of({ state: 'non_calcule', region: '84' })).toEqual([MEMBER]);
    expect(await of({ state: 'calcule', status: 'public' })).toEqual([]);
  });

  it('can be those of a category, a size of budget, a range of shares, bounds included', async () => {
    const { figures } = await nation();
    const of = async (over: Partial<FigureList>) =>
      (await figures(over)).elements.map((line) => line['finess']);
    expect(await of({ category: '128' })).toEqual([LONER]);
    expect(await of({ size: '1_moins_de_20M' })).toEqual([MEMBER, LONER]);
    expect(await of({ size: '9_non_declare' })).toEqual([CARRIER, NEIGHBOUR]);
    const share = (thousandths: bigint) => ratio(thousandths, 1_000n);
    expect(await of({ least: share(20n) })).toEqual([LONER]);
    expect(await of({ least: share(21n) })).toEqual([]);
    expect(await of({ most: share(20n) })).toEqual([LONER]);
    expect(await of({ most: share(19n) })).toEqual([]);
    expect(await of({ least: share(19n), most: share(21n), region: '93' })).toEqual([]);
  });

  it('are listed of an edition that did not keep who counts where, by what its lines say', async () => {
    const stage = await nation();
    const loadSnapshot = async (key: string) => ({
      ...(await stage.ports.loadSnapshot(key)),
      nation: () => {
        throw new StorageFailure('not kept');
      },
    });
    const ask = async (over: Partial<FigureList>) =>
      (await listFigures({ ...stage.ports, loadSnapshot }, DNS, { ...FIGURES, ...over })).page.elements;
    expect(await ask({ region: '84', state: 'non_calcule' })).toMatchObject([{ finess: MEMBER }]);
    await expect(ask({ category: '355' })).rejects.toThrow(StorageFailure);
  });

  it('come page after page by FINESS', async () => {
    const { figures } = await nation();
    const first = await figures({ limit: 3 });
    expect(first.elements.map((line) => line['finess'])).toEqual([CARRIER, MEMBER, NEIGHBOUR]);
    expect(first.next).toBe(NEIGHBOUR);
    const rest = await figures({ limit: 3, after: NEIGHBOUR });
    expect(rest).toMatchObject({ elements: [{ finess: LONER }], next: null });
    expect(await figures({ after: LONER })).toEqual({ elements: [], next: null });
  });
});

describe('the aggregates of the nation', () => {
  it('are the lines of aggregates.csv', async () => {
    const stage = await nation();
    const { elements, next } = await stage.aggregates();
    expect(elements).toEqual(await csvLines(stage, 'aggregates'));
    expect(elements.length).toBeGreaterThan(20);
    expect(next).toBeNull();
  });

  it('can be those of an axis, a slice, an indicator', async () => {
    const { aggregates } = await nation();
    const slices = async (over: Partial<AggregateList>) =>
      (await aggregates(over)).elements.map(
        ({ axe, tranche, indicateur }) => `${axe} ${tranche} ${indicateur}`,
      );
    expect(await slices({ axis: 'region', indicator: 'part_numerique' })).toEqual([
      'region 84 part_numerique',
      'region 93 part_numerique',
    ]);
    expect(await slices({ axis: 'region_statut', slice: '84|public' })).toEqual([
      'region_statut 84|public part_numerique',
      'region_statut 84|public part_investissement',
      'region_statut 84|public etp_ssi_retenus',
    ]);
    expect(await slices({ slice: 'nowhere' })).toEqual([]);
  });

  it('are by size of budget where that axis is asked for, and there alone', async () => {
    const { aggregates } = await nation();
    const { elements } = await aggregates({ axis: 'taille_budget', indicator: 'part_numerique' });
    expect(elements).toMatchObject([
      { axe: 'taille_budget', tranche: '1_moins_de_20M', n: '1', attendus: '2', valeur: '0.020000' },
      { axe: 'taille_budget', tranche: '9_non_declare', n: '0', attendus: '2', valeur: '' },
    ]);
    expect((await aggregates()).elements.filter((line) => line['axe'] === 'taille_budget')).toEqual([]);
  });

  it('come page after page, none lost and none twice, whatever the size', async () => {
    const { aggregates } = await nation();
    const all = (await aggregates()).elements;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (limit) => {
        const walked: TableLine[] = [];
        for (let after: SlicePlace | null = null; ; ) {
          const page = await aggregates({ after, limit });
          walked.push(...page.elements);
          if (page.next === null) break;
          after = page.next;
        }
        expect(walked).toEqual(all);
      }),
      { numRuns: 20 },
    );
  });

  it('go on after a line that a later edition no longer has', async () => {
    const { aggregates } = await nation();
    const gone: SlicePlace = { axis: 'region', slice: '85', indicator: 'part_numerique' };
    expect((await aggregates({ after: gone, limit: 1 })).elements).toMatchObject([
      { axe: 'region', tranche: '93' },
    ]);
  });
});

describe('the snapshot of the nation', () => {
  it('is the last edition, with its number, its date and its hash', async () => {
    const { ports, deposit, publishNation } = await nation();
    const before = await listFigures(ports, DNS, FIGURES);
    expect(before.snapshot).toMatchObject({ number: 1, builtAt: '2026-07-15T10:00:00.000Z' });
    await deposit(csvOf({ ...GOOD_ROW, finess: NEIGHBOUR }), bodiesOf(NEIGHBOUR));
    expect((await listFigures(ports, DNS, FIGURES)).snapshot).toEqual(before.snapshot);
    await publishNation();
    const after = await listFigures(ports, DNS, FIGURES);
    expect(after.snapshot.number).toBe(2);
    expect(after.snapshot.hash).not.toBe(before.snapshot.hash);
  });

  it('is read once, however many times it is asked for', async () => {
    const { ports } = await nation();
    let reads = 0;
    const documents = {
      get: (key: string) => {
        reads++;
        return ports.documents.get(key);
      },
    };
    const cached = { ...ports, loadSnapshot: snapshotLoader(documents) };
    await Promise.all([listFigures(cached, DNS, FIGURES), listAggregates(cached, DNS, AGGREGATES)]);
    await listFigures(cached, DNS, FIGURES);
    expect(reads).toBe(1);
  });

  it('is asked for again after it could not be read', async () => {
    const { ports } = await nation();
    let broken = true;
    const documents = { get: async (key: string) => (broken ? null : ports.documents.get(key)) };
    const cached = { ...ports, loadSnapshot: snapshotLoader(documents) };
    await expect(listFigures(cached, DNS, FIGURES)).rejects.toThrow(StorageFailure);
    broken = false;
    expect((await listFigures(cached, DNS, FIGURES)).page.elements).toHaveLength(4);
  });
});

describe('the documents of the nation', () => {
  it.each([
    ['workbook', 'DNS-campagne-2026-edition-1.xlsx'],
    ['figures', 'figures-campagne-2026-edition-1.csv'],
    ['aggregates', 'aggregates-campagne-2026-edition-1.csv'],
  ] as const)('are downloaded by edition: %s', async (document, file) => {
    const { ports, generation } = await nation();
    const edition = await ports.editions.get(generation.scope, 'FR');
    expect(await linkNational(ports, DNS, CAMPAIGN, document)).toEqual({
      url: `https://documents.test/${edition?.documents[document]}`,
      expiresAt: '2026-07-15T10:05:00.000Z',
      file,
    });
  });
});

describe('the nation', () => {
  type Ports = Awaited<ReturnType<typeof nation>>['ports'];
  const asks: Record<
    string,
    (ports: Ports, caller: typeof DNS, campaign?: typeof CAMPAIGN) => Promise<unknown>
  > = {
    figures: (ports, caller, campaign = CAMPAIGN) => listFigures(ports, caller, { ...FIGURES, campaign }),
    aggregates: (ports, caller, campaign = CAMPAIGN) =>
      listAggregates(ports, caller, { ...AGGREGATES, campaign }),
    workbook: (ports, caller, campaign = CAMPAIGN) => linkNational(ports, caller, campaign, 'workbook'),
  };

  it.each(Object.entries(asks))(
    'shows its %s to the DNS and the administrators alone',
    async (_what, ask) => {
      const { ports } = await nation();
      for (const role of ['dns', 'administrateur'] as const)
        expect(await refusedWith(() => ask(ports, callerOf(role)))).toBeNull();
      for (const caller of [callerOf('ars', regionOf('84')), callerOf('etablissement', bodiesOf(LONER))])
        expect(await refusedWith(() => ask(ports, caller))).toMatchObject({ code: 'ROLE_FORBIDDEN' });
    },
  );

  it.each(Object.entries(asks))(
    'has no %s before its first edition, nor in an unknown campaign',
    async (_what, ask) => {
      const { ports } = await readingStage();
      expect(await refusedWith(() => ask(ports, DNS))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refusedWith(() => ask(ports, DNS, year('2031')))).toMatchObject({ code: 'NOT_FOUND' });
    },
  );
});
