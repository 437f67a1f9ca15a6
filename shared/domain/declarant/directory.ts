import type { CampaignYear } from '../campaign/campaign.ts';
import type { Finess } from '../finess/finess.ts';
import type { RegionCode } from '../territory/regions.ts';
import { pastByHolder, pastKey } from './past-by-holder.ts';
import type { Contact, Declarant, Group, PastFigures, ReferenceSet } from './reference-set.ts';
import { type Replacement, successionsOf } from './successions.ts';

/** The territory under which a body's items are kept: its region, or none for an external carrier. */
export type Territory = RegionCode | 'EXT';

/** Answers about one reference set, each by a map built once. */
export interface Directory {
  readonly reference: ReferenceSet;
  declarant(finess: string): Declarant | null;
  /** A declarant, or an external carrier: who may file. */
  isKnown(finess: string): boolean;
  /** Null when the body is unknown. */
  territory(finess: string): Territory | null;
  /** The group that it carries, if any: one at most. */
  carried(finess: string): Group | null;
  /** Every group in which it takes a share, by code. */
  groupsOf(finess: string): readonly Group[];
  /** Everyone whose figures its pool touches: members that are declarants. Blank when it carries nothing. */
  dependants(finess: string): readonly Finess[];
  /** Every body kept under a territory, with its rank by FINESS. */
  bodiesOf(territory: Territory): ReadonlyMap<Finess, number>;
  inRegion(region: RegionCode): readonly Declarant[];
  /** Regions that have declarants, by code. */
  regions(): readonly RegionCode[];
  contacts(finess: string): readonly Contact[];
  /** Its figures of that campaign, those of the numbers that it replaced since added; null when there are none. */
  past(finess: string, campaign: number): PastFigures | null;
  /** The numbers under which `past` was published, by FINESS. Blank where there is none. */
  pastSources(finess: string, campaign: number): readonly Finess[];
  /** The numbers that it replaced since, whose figures of that campaign are its own, published or not; by FINESS. */
  formersOf(finess: Finess, campaign: CampaignYear): readonly Finess[];
  /** Those of them of whose figures of that campaign nothing was published; by FINESS. */
  unpublishedPast(finess: Finess, campaign: CampaignYear): readonly Finess[];
  /** Who answers for a number that was replaced, and since when; null where nothing replaced it. */
  replaced(finess: Finess): Replacement | null;
}

export function directoryOf(reference: ReferenceSet): Directory {
  const declarants = new Map<string, Declarant>(reference.declarants.map((d) => [d.finess, d]));
  const carried = new Map<string, Group>(reference.groups.map((g) => [g.carrier, g]));
  const memberships = reference.groups.flatMap((group) =>
    group.members.map(({ finess }) => ({ finess, group })),
  );
  const groups = Map.groupBy(memberships, ({ finess }): string => finess);
  const regions = Map.groupBy(reference.declarants, ({ region }) => region);
  const contacts = Map.groupBy(reference.contacts, ({ finess }): string => finess);
  const successions = successionsOf(reference.successions);
  const past = pastByHolder(reference.history, successions);
  const pastSources = (finess: string, campaign: number) =>
    past.get(pastKey(finess, campaign))?.sources ?? [];
  const externals = reference.groups
    .filter(({ externalCarrier }) => externalCarrier)
    .map(({ carrier }) => carrier);
  const territoryOf = (finess: string): Territory | null =>
    declarants.get(finess)?.region ?? (carried.get(finess)?.externalCarrier ? 'EXT' : null);
  const bodies = Map.groupBy(
    [...reference.declarants.map(({ finess }) => finess), ...externals].sort(),
    territoryOf,
  );
  const ranks = new Map(
    [...bodies].map(([territory, all]) => [territory, new Map(all.map((f, rank) => [f, rank]))]),
  );

  return {
    reference,
    declarant: (finess) => declarants.get(finess) ?? null,
    isKnown: (finess) => territoryOf(finess) !== null,
    territory: territoryOf,
    carried: (finess) => carried.get(finess) ?? null,
    groupsOf: (finess) => groups.get(finess)?.map(({ group }) => group) ?? [],
    dependants: (finess) => {
      const members = carried.get(finess)?.members ?? [];
      return members.map((m) => m.finess).filter((member) => declarants.has(member));
    },
    bodiesOf: (territory) => ranks.get(territory) ?? new Map(),
    inRegion: (region) => regions.get(region) ?? [],
    regions: () => [...regions.keys()].sort(),
    contacts: (finess) => contacts.get(finess) ?? [],
    past: (finess, campaign) => past.get(pastKey(finess, campaign))?.figures ?? null,
    pastSources,
    formersOf: successions.formersOf,
    unpublishedPast: (finess, campaign) =>
      successions.unpublished(finess, campaign, pastSources(finess, campaign)),
    replaced: successions.replaced,
  };
}
