import type { Day } from '../domain/calendar/day.ts';
import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { Territory } from '../domain/declarant/directory.ts';
import type { DepositContent } from '../domain/deposit/read-deposit.ts';
import type { Outcome } from '../domain/figures/figures.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { NationalReport } from '../domain/report/national-report.ts';
import type { RegionalReport } from '../domain/report/regional-report.ts';
import type { Entry, FactId } from '../domain/return/entry.ts';
import type { Return } from '../domain/return/fold.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import type { VerdictStatus } from '../domain/verdict/verdict.ts';

/** SHA-256, 64 lower-case hexadecimal characters. */
export type Sha256 = string;

/** The hash of a reference set and a rule set: what everything derived is derived under. */
export type GenerationId = string & { readonly __generation: unique symbol };

/** What is known of a deposit from the moment it was opened; kept beside its bytes, never changed. */
export interface Fact {
  readonly id: FactId;
  readonly campaign: CampaignYear;
  /** As its depositor names it. */
  readonly file: string;
  readonly sha256: Sha256;
  readonly size: number;
  /** ISO 8601 instant; `day` is its day in Europe/Paris. */
  readonly openedAt: string;
  readonly day: Day;
  readonly depositor: { readonly issuer: string; readonly subject: string };
  /** The scope then held: FINESS numbers, a region, or `*`. */
  readonly scope: string;
}

/** Raw facts: immutable, the only thing from which everything else can be made again. */
export interface Facts {
  /**
   * Keeps the bytes, then the fact: it is there when its record is. Doing it twice changes nothing.
   * @throws FactConflict when the id is taken by another content.
   */
  put(fact: Fact, bytes: Uint8Array): Promise<void>;
  /** In the order of opening. */
  ids(campaign: CampaignYear): Promise<readonly FactId[]>;
  /** Null when there is none. The bytes are as found: the reader hashes them again. */
  read(
    campaign: CampaignYear,
    id: FactId,
  ): Promise<{ readonly fact: Fact; readonly bytes: Uint8Array } | null>;
}

/** One generation of one campaign: the partition of every derived item. */
export interface Scope {
  readonly generation: GenerationId;
  readonly campaign: CampaignYear;
}

/** The journal of returns: a set of entries keyed by (generation, campaign, declarant, fact, line). */
export interface Journal {
  /** Adding an entry again writes the same item. All are there when the promise resolves. */
  add(
    scope: Scope,
    entries: readonly { readonly territory: Territory; readonly entry: Entry }[],
  ): Promise<void>;
  /**
   * Of every body from one FINESS to another, both included; by FINESS, then in the order of the
   * journal; strongly consistent.
   */
  ofRange(scope: Scope, territory: Territory, from: Finess, to: Finess): Promise<readonly Entry[]>;
  /** Of a whole territory, by FINESS then in the order of the journal, strongly consistent. */
  ofTerritory(scope: Scope, territory: Territory): Promise<readonly Entry[]>;
}

/** Something kept with the version that a writer must still find. */
export interface Versioned<T> {
  readonly version: number;
  readonly value: T;
}

/** What is derived of one body: its journal folded, and its figures (null for an external carrier). */
export interface ReturnRecord {
  readonly finess: Finess;
  readonly territory: Territory;
  /** Digest of every entry that it stands on, its pools' carriers' included. */
  readonly inputs: Sha256;
  readonly state: Return;
  readonly outcome: Outcome | null;
}

export interface Returns {
  /** Strongly consistent, by FINESS; those that have none are absent. */
  getMany(
    scope: Scope,
    bodies: readonly { readonly territory: Territory; readonly finess: Finess }[],
  ): Promise<ReadonlyMap<Finess, Versioned<ReturnRecord>>>;
  /** What each return of a territory stands on, without the returns themselves; strongly consistent. */
  inputsOf(scope: Scope, territory: Territory): Promise<ReadonlyMap<Finess, Sha256>>;
  /** Strongly consistent. */
  get(scope: Scope, territory: Territory, finess: Finess): Promise<Versioned<ReturnRecord> | null>;
  /** Of a whole territory, by FINESS, strongly consistent. */
  ofTerritory(scope: Scope, territory: Territory): Promise<readonly ReturnRecord[]>;
  /** @param expected the version read, null when there was none. @returns false when another writer came first. */
  put(scope: Scope, record: ReturnRecord, expected: number | null): Promise<boolean>;
}

/** The verdict of a fact in one generation; its text is a document. */
export interface VerdictRecord {
  readonly fact: FactId;
  readonly status: VerdictStatus;
  /** Digest of what the folds decided of its rows: other decisions make it stale. */
  readonly judged: Sha256;
  /** Key of the verdict in force among the documents. */
  readonly document: string;
  /** Key of the first verdict ever given to the fact, whatever the generation. */
  readonly first: string;
}

export interface Verdicts {
  /** Strongly consistent, by fact; those that have none are absent. */
  getMany(scope: Scope, facts: readonly FactId[]): Promise<ReadonlyMap<FactId, Versioned<VerdictRecord>>>;
  get(scope: Scope, fact: FactId): Promise<Versioned<VerdictRecord> | null>;
  /** Of the whole campaign, in the order of opening, strongly consistent. */
  all(scope: Scope): Promise<readonly VerdictRecord[]>;
  put(scope: Scope, record: VerdictRecord, expected: number | null): Promise<boolean>;
}

/** A published version of a region's workbook, or the nation's snapshot. */
export interface EditionRecord {
  readonly of: RegionCode | 'FR';
  readonly number: number;
  /** Digest of what the returns that it shows stand on: equal inputs need no new edition. */
  readonly inputs: Sha256;
  /** Keys among the documents, by what they are: `workbook`, `figures`, `aggregates`. */
  readonly documents: Readonly<Record<string, string>>;
}

export interface Editions {
  get(scope: Scope, of: RegionCode | 'FR'): Promise<Versioned<EditionRecord> | null>;
  put(scope: Scope, record: EditionRecord, expected: number | null): Promise<boolean>;
}

/** Derived documents: verdicts, workbooks, snapshots, reference sets. Keys hold the hash of what they name. */
export interface Documents {
  /** Whole or not at all; the same key is always the same bytes. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
}

/** Which generation of a campaign is in force. */
export interface Generations {
  current(campaign: CampaignYear): Promise<Versioned<GenerationId> | null>;
  switchTo(campaign: CampaignYear, generation: GenerationId, expected: number | null): Promise<boolean>;
}

export type Message =
  | { readonly kind: 'read-deposit'; readonly scope: Scope; readonly fact: FactId }
  | { readonly kind: 'compute-figures'; readonly scope: Scope; readonly finess: Finess }
  | { readonly kind: 'build-workbook'; readonly scope: Scope; readonly region: RegionCode }
  | { readonly kind: 'build-national'; readonly scope: Scope };

/** At least once, in any order, perhaps late. */
export interface Queue {
  /** Accepted, all of them, when the promise resolves. */
  send(messages: readonly Message[]): Promise<void>;
}

/** Reads a file as deposited, told by its content. @throws FileRefusal, and nothing else whatever the bytes. */
export type ReadFile = (bytes: Uint8Array) => Promise<DepositContent>;

/** Writes the Excel files. The same report gives the same bytes. */
export interface WorkbookWriter {
  regional(report: RegionalReport): Promise<Uint8Array>;
  national(report: NationalReport): Promise<Uint8Array>;
}

/** Rows to the bytes of a CSV file, with the injection rule (contracts.md). */
export type WriteCsv = (rows: readonly (readonly string[])[]) => Uint8Array;

/** Waits a little before another try, longer each time; jittered. */
export type Pause = (attempt: number) => Promise<void>;
