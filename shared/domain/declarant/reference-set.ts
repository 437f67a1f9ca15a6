import type { DigitalAccount } from '../accounts/digital-account.ts';
import type { Campaign, CampaignYear } from '../campaign/campaign.ts';
import type { EditionFigures } from '../figures/edition-figures.ts';
import type { Finess } from '../finess/finess.ts';
import type { Measure } from '../maturity/measure.ts';
import type { Relaxation } from '../rules/relaxation.ts';
import type { RegionCode } from '../territory/regions.ts';
import type { LegalStatus } from './legal-status.ts';
import type { Succession } from './successions.ts';

/** Who owes a return: the entité juridique of a public body, the établissement of a private one. */
export interface Declarant {
  readonly finess: Finess;
  readonly name: string;
  readonly status: LegalStatus;
  /** FINESS category code; its label is categoryLabel's. */
  readonly category: string;
  readonly region: RegionCode;
  readonly department: string;
  readonly legalEntity: string;
}

export interface Member {
  readonly finess: Finess;
  /** Combined activity in ten-thousandths; null is unknown. */
  readonly activity: bigint | null;
}

/** A group (GHT, GCS, chain) that shares digital expenses. */
export interface Group {
  readonly code: string;
  readonly label: string;
  readonly carrier: Finess;
  /** An external carrier is no declarant and takes no share. */
  readonly externalCarrier: boolean;
  /** All who take a share, an internal carrier included, by FINESS in ASCII order. */
  readonly members: readonly Member[];
}

export interface Contact {
  readonly finess: Finess;
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** A figure of an earlier campaign, as published then: cents and hundredths of an FTE. */
export interface PastFigures {
  readonly campaign: CampaignYear;
  readonly finess: Finess;
  readonly totalExpenses: bigint;
  readonly retainedDigital: bigint;
  readonly retainedSsiFte: bigint;
  /** The rest of figures.csv, where historique.csv has the column. */
  readonly ownDigital: bigint | null;
  readonly carriedDigital: bigint | null;
  readonly contributions: bigint | null;
  readonly ownSsiFte: bigint | null;
  readonly carriedSsiFte: bigint | null;
  readonly externalSsiFte: bigint | null;
}

/** Who reports, and in which groups: read whole or refused whole. */
export interface ReferenceSet {
  /** By FINESS in ASCII order. */
  readonly declarants: readonly Declarant[];
  /** By code. */
  readonly groups: readonly Group[];
  readonly contacts: readonly Contact[];
  readonly campaigns: readonly Campaign[];
  /** Of comptes.csv, by nomenclature, year then account. */
  readonly accounts: readonly DigitalAccount[];
  /** Of mesures.csv, in its order. */
  readonly measures: readonly Measure[];
  /** Of regles.csv: rules turned down, by day. */
  readonly relaxations: readonly Relaxation[];
  /** Computed figures of historique.csv, by campaign then FINESS. */
  readonly history: readonly PastFigures[];
  /** Of successions.csv, by former number. */
  readonly successions: readonly Succession[];
  /** Of edition_reference.csv, by FINESS; null where none is given. */
  readonly referenceEdition: readonly EditionFigures[] | null;
}
