import { type Directory, directoryOf } from '../../shared/domain/declarant/directory.ts';
import type {
  Declarant,
  Group,
  Member,
  PastFigures,
  ReferenceSet,
} from '../../shared/domain/declarant/reference-set.ts';
import { type Finess, withKey } from '../../shared/domain/finess/finess.ts';

/** Fictional bodies. By FINESS: carrier, member, neighbour, loner, outsider, external carrier, stranger. */
export const CARRIER = withKey('01000001');
/** A member of both pools, in the carrier's region. */
export const MEMBER = withKey('01000002');
/** A member of both pools, in another region. */
export const NEIGHBOUR = withKey('13000003');
/** A declarant of the carrier's region and of no pool. */
export const LONER = withKey('38000004');
/** A member of the carrier's pool that is no declarant. */
export const OUTSIDER = withKey('69000005');
/** Carries a pool and is no declarant. */
export const EXTERNAL = withKey('75000006');
/** In no reference set. */
export const STRANGER = withKey('99000007');

export function declarantOf(finess: Finess, over: Partial<Declarant> = {}): Declarant {
  return {
    finess,
    name: `Établissement ${finess}`,
    status: 'public',
    category: '355',
    region: '84',
    department: '01',
    legalEntity: finess,
    ...over,
  };
}

/** Activities in whole units; null is unknown. */
export function membersOf(
  activities: readonly (readonly [Finess, number | bigint | null])[],
): readonly Member[] {
  return activities.map(([finess, activity]) => ({
    finess,
    activity: activity === null ? null : BigInt(activity) * 10_000n,
  }));
}

export const GHT: Group = {
  code: 'GHT-1',
  label: 'GHT des Dombes',
  carrier: CARRIER,
  externalCarrier: false,
  members: membersOf([
    [CARRIER, 50],
    [MEMBER, 30],
    [NEIGHBOUR, 15],
    [OUTSIDER, 5],
  ]),
};

export const GCS: Group = {
  code: 'GCS-2',
  label: 'GCS e-santé',
  carrier: EXTERNAL,
  externalCarrier: true,
  members: membersOf([
    [MEMBER, 1],
    [NEIGHBOUR, 1],
  ]),
};

const DECLARANTS: readonly Declarant[] = [
  declarantOf(CARRIER),
  declarantOf(MEMBER),
  declarantOf(NEIGHBOUR, { region: '93', department: '13' }),
  declarantOf(LONER, { status: 'prive_lucratif', category: '128', department: '38' }),
];

export function referenceSet(over: Partial<ReferenceSet> = {}): ReferenceSet {
  return {
    declarants: DECLARANTS,
    groups: [GCS, GHT],
    contacts: [],
    campaigns: [],
    accounts: [],
    measures: [],
    relaxations: [],
    history: [],
    successions: [],
    referenceEdition: null,
    ...over,
  };
}

export function directory(over: Partial<ReferenceSet> = {}): Directory {
  return directoryOf(referenceSet(over));
}

/** A history that has no more columns than it must. */
export const TOTALS_ALONE = {
  ownDigital: null,
  carriedDigital: null,
  contributions: null,
  ownSsiFte: null,
  carriedSsiFte: null,
  externalSsiFte: null,
} as const;

export function pastFigures(finess: Finess, over: Partial<PastFigures> = {}): PastFigures {
  return {
    campaign: 2025 as PastFigures['campaign'],
    finess,
    totalExpenses: 100_000_000n,
    retainedDigital: 2_000_000n,
    retainedSsiFte: 100n,
    ...TOTALS_ALONE,
    ...over,
  };
}
