import type { SnapshotTables } from '../../../shared/application/load-snapshot.ts';
import type { EditionRecord, GenerationId } from '../../../shared/application/ports.ts';
import { showTrend } from '../../../shared/application/show-trend.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import type { SliceAsked } from '../../../shared/domain/explain/slice-sums.ts';
import { pastTable } from '../../../shared/domain/report/past-table.ts';
import { tableLines } from '../../../shared/domain/report/table-lines.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { CARRIER, directory, LONER, MEMBER, pastFigures } from '../../builders/directory.ts';
import { CAMPAIGN, year } from '../../builders/entry.ts';

const DNS = callerOf('dns');
const SHARE: SliceAsked = { axis: 'nation', slice: 'FR', indicator: 'part_numerique' };
const years = (...numbers: readonly number[]) => numbers.map((number) => year(String(number)));

const line = (campaign: number, over: Readonly<Record<string, string>> = {}) => ({
  campagne: String(campaign),
  axe: 'nation',
  tranche: 'FR',
  indicateur: 'part_numerique',
  n: '3',
  attendus: '4',
  valeur: '0.020000',
  ...over,
});

const under = directory({
  history: [
    pastFigures(CARRIER, { campaign: 2023 as CampaignYear }),
    pastFigures(LONER, { campaign: 2024 as CampaignYear, retainedDigital: 3_000_000n }),
    pastFigures(MEMBER, { campaign: 2024 as CampaignYear, retainedDigital: 1_000_000n }),
    pastFigures(LONER, { campaign: 2025 as CampaignYear }),
  ],
  campaigns: [
    {
      year: 2024 as CampaignYear,
      opening: '2024-01-01',
      deadline: '2024-06-30',
      close: '2024-12-31',
      ruleSet: '2024-1',
    } as never,
  ],
});
const PAST = tableLines(
  pastTable(under.reference.declarants, { campaign: CAMPAIGN, directory: under, rules: LATEST_RULE_SET }),
);

/** Nations published in these campaigns, the latest of which remembers `PAST`. */
function ports(published: Readonly<Record<number, Partial<SnapshotTables>>>) {
  const campaigns = years(
    ...Object.keys(published)
      .map(Number)
      .sort((a, b) => b - a),
  );
  const hash = (campaign: number) => String(campaign).padStart(64, '0');
  return {
    generations: {
      campaigns: async () => campaigns,
      current: async (campaign: CampaignYear) => ({ version: 1, value: `g${campaign}` as GenerationId }),
    },
    editions: {
      get: async ({ campaign }: { readonly campaign: CampaignYear }): Promise<EditionRecord | null> =>
        published[campaign] === undefined
          ? null
          : ({
              number: 7,
              builtAt: '2026-07-15T10:00:00.000Z',
              documents: { snapshot: `${campaign}/${hash(campaign)}.json` },
            } as never),
    },
    loadSnapshot: async (key: string): Promise<SnapshotTables> => {
      const campaign = Number(key.split('/')[0]);
      return {
        ruleSet: LATEST_RULE_SET.id,
        figures: [],
        aggregates: [line(campaign)],
        sizes: [],
        past: campaign === campaigns[0] ? PAST : [],
        observed: [],
        nation: () => {
          throw new Error('nobody asks who counts');
        },
        ...published[campaign],
      };
    },
  };
}

const trend = (
  published: Parameters<typeof ports>[0],
  asked: Partial<SliceAsked> = {},
  campaigns: readonly CampaignYear[] | null = null,
) => showTrend(ports(published), DNS, { ...SHARE, ...asked }, campaigns);

describe('the trend of a slice', () => {
  it('is what each campaign published, and of the others what the latest remembers; oldest first', async () => {
    const { steps } = await trend({ 2026: {}, 2025: {} });
    expect(steps).toMatchObject([
      { campaign: 2023, source: 'historique', edition: null, line: { n: '1', attendus: '' } },
      {
        campaign: 2024,
        source: 'historique',
        line: { n: '2', numerateur: '40000.00', denominateur: '2000000.00', valeur: '0.020000' },
      },
      { campaign: 2025, source: 'edition', edition: { number: 7 }, line: { n: '3', attendus: '4' } },
      { campaign: 2026, source: 'edition' },
    ]);
  });

  it('is of the campaigns asked for, and says those of which nothing is known', async () => {
    const found = await trend({ 2026: {}, 2025: {} }, {}, years(2026, 2024, 2019));
    expect(found.steps.map(({ campaign }) => campaign)).toEqual([2024, 2026]);
    expect(found.unknown).toEqual([2019]);
  });

  it('marks where the rule set is known to be another', async () => {
    const { steps } = await trend({ 2026: {}, 2025: { ruleSet: null } });
    expect(steps.map(({ ruleSet }) => ruleSet)).toEqual([null, '2024-1', null, '2026-1']);
    expect(steps.map(({ isBreak }) => isBreak)).toEqual([false, false, false, false]);
    const other = await trend({ 2026: {}, 2025: {} }, {}, years(2024, 2025, 2026));
    expect(other.steps.map(({ isBreak }) => isBreak)).toEqual([false, true, false]);
  });

  it('is of a region, a status or a size of budget as well; of a share of investment where it was published', async () => {
    const sizes = [line(2026, { axe: 'taille_budget', tranche: '1_moins_de_20M' })];
    const bySize = await trend({ 2026: { sizes } }, { axis: 'taille_budget', slice: '1_moins_de_20M' });
    expect(bySize.steps.map(({ campaign, source }) => [campaign, source])).toEqual([
      [2023, 'historique'],
      [2024, 'historique'],
      [2025, 'historique'],
      [2026, 'edition'],
    ]);
    const status = await trend({ 2026: {} }, { axis: 'statut', slice: 'prive_lucratif' });
    expect(status.steps.map(({ campaign }) => campaign)).toEqual([2024, 2025]);
    expect((await trend({ 2026: {} }, { indicator: 'part_investissement' })).steps).toEqual([]);
  });

  it('is empty before anything was published', async () => {
    expect(await trend({})).toEqual({ steps: [], unknown: [] });
  });

  it('is for the DNS and the administrators', async () => {
    for (const caller of [callerOf('ars', regionOf('84')), callerOf('etablissement', bodiesOf(LONER))])
      expect(await refusedWith(() => showTrend(ports({}), caller, SHARE, null))).toMatchObject({
        code: 'ROLE_FORBIDDEN',
      });
    expect(await refusedWith(() => showTrend(ports({}), callerOf('administrateur'), SHARE, null))).toBeNull();
  });
});
