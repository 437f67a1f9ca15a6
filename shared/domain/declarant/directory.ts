import type { Finess } from '../finess/finess.ts';
import type { RegionCode } from '../territory/regions.ts';
import type { Contact, Declarant, Group, PastFigures, ReferenceSet } from './reference-set.ts';

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
  inRegion(region: RegionCode): readonly Declarant[];
  /** Regions that have declarants, by code. */
  regions(): readonly RegionCode[];
  contacts(finess: string): readonly Contact[];
  /** Its figures of that campaign; null when it had none. */
  past(finess: string, campaign: number): PastFigures | null;
}

export function directoryOf(reference: ReferenceSet): Directory {
  const declarants = new Map(reference.declarants.map((d) => [d.finess as string, d]));
  const carried = new Map(reference.groups.map((g) => [g.carrier as string, g]));
  const groups = gather(reference.groups.flatMap((g) => g.members.map((m) => [m.finess, g] as const)));
  const regions = gather(reference.declarants.map((d) => [d.region, d] as const));
  const contacts = gather(reference.contacts.map((c) => [c.finess, c] as const));
  const past = new Map(reference.history.map((f) => [`${f.campaign}#${f.finess}`, f]));
  const isExternal = (finess: string) => carried.get(finess)?.externalCarrier === true;

  return {
    reference,
    declarant: (finess) => declarants.get(finess) ?? null,
    isKnown: (finess) => declarants.has(finess) || isExternal(finess),
    territory: (finess) => declarants.get(finess)?.region ?? (isExternal(finess) ? 'EXT' : null),
    carried: (finess) => carried.get(finess) ?? null,
    groupsOf: (finess) => groups.get(finess) ?? [],
    dependants: (finess) => {
      const members = carried.get(finess)?.members ?? [];
      return members.map((m) => m.finess).filter((member) => declarants.has(member));
    },
    inRegion: (region) => regions.get(region) ?? [],
    regions: () => [...regions.keys()].sort() as RegionCode[],
    contacts: (finess) => contacts.get(finess) ?? [],
    past: (finess, campaign) => past.get(`${campaign}#${finess}`) ?? null,
  };
}

function gather<V>(pairs: readonly (readonly [string, V])[]): Map<string, V[]> {
  const map = new Map<string, V[]>();
  for (const [key, value] of pairs) {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  }
  return map;
}
