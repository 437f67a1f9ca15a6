import type { Aggregate } from '../aggregates/aggregate.ts';
import type { Day } from '../calendar/day.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import type { Contact, Declarant, PastFigures } from '../declarant/reference-set.ts';
import type { Outcome, Reason } from '../figures/figures.ts';
import type { Finess } from '../finess/finess.ts';
import type { Issue } from '../issues/issue.ts';
import type { Measure } from '../maturity/measure.ts';
import type { Source } from '../return/entry.ts';
import type { Origin, Return } from '../return/fold.ts';
import type { Relaxation } from '../rules/relaxation.ts';
import type { RegionCode } from '../territory/regions.ts';
import type { ChangesSince } from './changes-since.ts';
import type { ComparabilityBreak } from './comparability.ts';
import type { EditionSources } from './edition-sources.ts';
import type { JustifiedAlert } from './justified-alerts.ts';
import type { PreviousSlice } from './previous-slices.ts';
import type { PublishedAggregate } from './published-aggregate.ts';
import type { TrendPoint } from './trend.ts';

/** Everything that a regional workbook shows, and nothing that depends on when it was built. */
export interface RegionalReport {
  readonly region: RegionCode;
  readonly campaign: CampaignYear;
  readonly ruleSet: string;
  /** Rules turned down by the reference set. */
  readonly relaxations: readonly Relaxation[];
  /** Hash of the reference set and the rule set. */
  readonly generation: string;
  /** What the generation is the hash of. */
  readonly sources: EditionSources;
  /** SHA-256 of the manifest: of the hashes of all that the edition stands on. */
  readonly manifest: string;
  /** Day of the last deposit that the report stands on; null when there is none. */
  readonly lastDeposit: Day | null;
  /** Every declarant of the region, by FINESS in ASCII order. */
  readonly rows: readonly ReportRow[];
  /** Axes `region`, `statut` and `categorie`, over this region alone. */
  readonly aggregates: readonly Aggregate[];
  /** Axes `nation`, `statut` and `categorie` of the nation's last edition; none before the first. */
  readonly nation: readonly PublishedAggregate[];
  /** The campaign before: axes `region`, `statut` and `categorie`, over this region alone. */
  readonly previousSlices: readonly PreviousSlice[];
  /** The region campaign by campaign, oldest first; this one is last. */
  readonly trend: readonly TrendPoint[];
  /** Since the edition given as a reference; null where none is given. */
  readonly changes: ChangesSince | null;
  /** The maturity questionnaire of the campaign, in its order. */
  readonly measures: readonly Measure[];
  readonly pools: readonly PoolBlock[];
  readonly chase: readonly ChaseLine[];
  /** By FINESS, then in the order of the codes. */
  readonly alerts: readonly JustifiedAlert[];
}

export interface ReportRow {
  readonly declarant: Declarant;
  /** Codes of the groups in which it takes a share. */
  readonly groups: readonly string[];
  /** Numbers that it replaced, by FINESS. */
  readonly former: readonly Finess[];
  /** Null when nothing was ever deposited for it. */
  readonly state: Return | null;
  readonly outcome: Outcome;
  /** Of the campaign before: those of the numbers that it replaced are added. */
  readonly previous: PastFigures | null;
  /** The numbers under which `previous` was published, by FINESS; blank where there is none. */
  readonly previousSources: readonly Finess[];
  /** Why `previous` may not compare. */
  readonly breaks: readonly ComparabilityBreak[];
}

/** How one pool was shared: proof that the shares sum to what the carrier declared. */
export interface PoolBlock {
  readonly code: string;
  readonly label: string;
  readonly carrier: { readonly finess: Finess; readonly name: string; readonly external: boolean };
  /** What the carrier declared; null while it is not closed, or a key is missing. */
  readonly charges: bigint | null;
  readonly ssiFte: bigint | null;
  /** Where the carrier declared them; null where it did not. */
  readonly origins: { readonly charges: Origin | null; readonly ssiFte: Origin | null };
  /** The carrier has not closed its pool: no share is known. */
  readonly closed: boolean;
  /** By FINESS; the members of other regions are one last line. */
  readonly members: readonly PoolMember[];
  /** What fell to members without figures: cents and hundredths. Null where there are no shares. */
  readonly withoutFigures: { readonly charges: bigint; readonly ssiFte: bigint } | null;
}

export interface PoolMember {
  /** Null on the line « Autres régions ». */
  readonly finess: Finess | null;
  /** Name in the reference set, the FINESS for a member that is no declarant, « Autres régions » for the others. */
  readonly name: string;
  readonly situation: 'calcule' | 'sans-chiffres' | 'hors-champ' | 'autres-regions';
  /** Combined activity in ten-thousandths; null when unknown. */
  readonly activity: bigint | null;
  readonly charges: bigint | null;
  readonly ssiFte: bigint | null;
}

/** One line of the list to work through: who is missing, and why. */
export interface ChaseLine {
  readonly declarant: Declarant;
  readonly groups: readonly string[];
  readonly situation: 'jamais-depose' | 'depot-refuse' | 'non-calcule' | 'en-attente-du-porteur';
  /** For `non-calcule` and `en-attente-du-porteur`. */
  readonly reasons: readonly Reason[];
  /** The carriers waited for: FINESS and name. */
  readonly carriers: readonly { readonly finess: Finess; readonly name: string }[];
  /** Required columns still blank, for `champs-manquants`: their labels. */
  readonly missing: readonly string[];
  /** Why the last row was refused; blank when it was taken. */
  readonly refusal: readonly Issue[];
  readonly lastTry: Source | null;
  readonly tries: number;
  readonly contact: Contact | null;
}
