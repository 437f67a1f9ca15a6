import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { SliceAsked } from '../domain/explain/slice-sums.ts';
import { slicePlaceOf } from '../domain/report/slice-place.ts';
import type { TableLine } from '../domain/report/table-lines.ts';
import { authorize, type Caller } from './authorize.ts';
import type { Generations } from './ports.ts';
import { type ReadSnapshotPorts, readSnapshot, type Snapshot } from './read-snapshot.ts';

export interface ShowTrendPorts extends ReadSnapshotPorts {
  readonly generations: Pick<Generations, 'current' | 'campaigns'>;
}

/** An indicator over a slice in one campaign. */
export interface TrendStep {
  readonly campaign: CampaignYear;
  /** `edition`: as the nation published it; `historique`: from historique.csv, over the declarants of today. */
  readonly source: 'edition' | 'historique';
  /** Of `edition`. */
  readonly edition: Pick<Snapshot, 'number' | 'builtAt' | 'hash'> | null;
  /** A line of aggregates.csv; of `historique`, who was expected is blank. */
  readonly line: TableLine;
  /** Null where it is not known. */
  readonly ruleSet: string | null;
  /** The rule set is known to be another than that of the step before. */
  readonly isBreak: boolean;
}

export interface Trend {
  /** Oldest first. */
  readonly steps: readonly TrendStep[];
  /** Campaigns asked for of which nothing is known over this slice. */
  readonly unknown: readonly CampaignYear[];
}

/**
 * An indicator over a slice, campaign after campaign: the nation's last edition of each, and for those that published
 * nothing what the latest edition remembers of them.
 *
 * @param campaigns those asked for; null is every one that is known
 * @throws Refusal ROLE_FORBIDDEN
 */
export async function showTrend(
  ports: ShowTrendPorts,
  caller: Caller,
  asked: SliceAsked,
  campaigns: readonly CampaignYear[] | null,
): Promise<Trend> {
  authorize(caller, 'nation.read', { kind: 'nation' });
  const published = await publishedSnapshots(ports);
  const found = [...pastSteps(published, asked), ...editionSteps(published, asked)]
    .filter(({ campaign }) => campaigns === null || campaigns.includes(campaign))
    .sort((a, b) => a.campaign - b.campaign);
  const steps = found.map((step, index) => ({ ...step, isBreak: differs(found[index - 1], step) }));
  const known = new Set(steps.map(({ campaign }) => campaign));
  return {
    steps,
    unknown: (campaigns ?? []).filter((campaign) => !known.has(campaign)).sort((a, b) => a - b),
  };
}

interface Published {
  readonly campaign: CampaignYear;
  readonly snapshot: Snapshot;
}

/** The last edition of every campaign that has one, the latest campaign first. */
async function publishedSnapshots(ports: ShowTrendPorts): Promise<readonly Published[]> {
  const years = await ports.generations.campaigns();
  const found = await Promise.all(
    years.map(async (campaign) => {
      const current = await ports.generations.current(campaign);
      const snapshot = current && (await readSnapshot(ports, { generation: current.value, campaign }));
      return snapshot ? [{ campaign, snapshot }] : [];
    }),
  );
  return found.flat().sort((a, b) => b.campaign - a.campaign);
}

type Step = Omit<TrendStep, 'isBreak'>;

function editionSteps(published: readonly Published[], asked: SliceAsked): readonly Step[] {
  return published.flatMap(({ campaign, snapshot }) => {
    const { number, builtAt, hash, ruleSet, aggregates, sizes } = snapshot;
    const lines = asked.axis === 'taille_budget' ? sizes : aggregates;
    const line = lines.find((one) => isAbout(one, asked));
    if (!line) return [];
    return [{ campaign, source: 'edition', edition: { number, builtAt, hash }, line, ruleSet }];
  });
}

function pastSteps([latest, ...others]: readonly Published[], asked: SliceAsked): readonly Step[] {
  if (!latest) return [];
  const published = [latest, ...others].map(({ campaign }) => campaign);
  return latest.snapshot.past.flatMap((past) => {
    const campaign = Number(past['campagne']) as CampaignYear;
    if (published.includes(campaign) || !isAbout(past, asked)) return [];
    const { jeu_de_regles: ruleSet = '', ...line } = past;
    return [{ campaign, source: 'historique', edition: null, line, ruleSet: ruleSet || null }];
  });
}

function isAbout(line: TableLine, { axis, slice, indicator }: SliceAsked): boolean {
  const place = slicePlaceOf(line);
  return place.axis === axis && place.slice === slice && place.indicator === indicator;
}

function differs(before: Step | undefined, after: Step): boolean {
  const [then, now] = [before?.ruleSet ?? null, after.ruleSet];
  return then !== null && now !== null && then !== now;
}
