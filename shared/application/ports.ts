import type { Right, Subject } from '../domain/access/right.ts';
import type { Role } from '../domain/access/role.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { Territory } from '../domain/declarant/directory.ts';
import type { ReferenceSet } from '../domain/declarant/reference-set.ts';
import type { DepositContent } from '../domain/deposit/read-deposit.ts';
import type { TemplateRequest } from '../domain/deposit/template/template-request.ts';
import type { Outcome } from '../domain/figures/figures.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { LakeLine, LakeTableName } from '../domain/lake/lake-tables.ts';
import type { NationalReport } from '../domain/report/national-report.ts';
import type { RegionalReport } from '../domain/report/regional-report.ts';
import type { Entry, FactId } from '../domain/return/entry.ts';
import type { Return } from '../domain/return/fold.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import type { Verdict, VerdictStatus } from '../domain/verdict/verdict.ts';

/** SHA-256, 64 lower-case hexadecimal characters. */
export type Sha256 = string;

/** The hash of a reference set and a rule set: what everything derived is derived under. */
export type GenerationId = string & { readonly __generation: unique symbol };

/** What is known of a fact from the moment it was opened; kept beside its bytes, never changed. */
export interface Fact {
  readonly id: FactId;
  /** A file as deposited, or an act: canonical JSON written by the system. */
  readonly kind: 'deposit' | 'act';
  readonly campaign: CampaignYear;
  /** As its depositor names it. */
  readonly file: string;
  readonly sha256: Sha256;
  readonly size: number;
  /** ISO 8601 instant; `day` is its day in Europe/Paris. */
  readonly openedAt: string;
  readonly day: Day;
  readonly depositor: Subject & { readonly role: Role };
  /** The perimeter in which it was brought, as `writePerimeter` writes it: FINESS numbers, a region, or `*`. */
  readonly scope: string;
}

/** Says that a deposit was erased, and why; a rebuild honours it. */
export interface Tombstone {
  readonly fact: FactId;
  readonly campaign: CampaignYear;
  readonly reason: string;
  /** ISO 8601 instant. */
  readonly erasedAt: string;
  readonly erasedBy: Subject;
}

/**
 * Raw facts: immutable, the only thing from which everything else can be made again. A fact is opened (its record is
 * kept), then its bytes arrive: it is there when they are.
 */
export interface Facts {
  /**
   * Keeps the record of a fact whose bytes are to come. Doing it twice changes nothing.
   * @throws FactConflict when the id is taken by another content.
   */
  open(fact: Fact): Promise<void>;
  /** Opens the fact and keeps its bytes. @throws FactConflict */
  put(fact: Fact, bytes: Uint8Array): Promise<void>;
  /** Those whose bytes arrived, in the order of opening; erased ones are among them. */
  ids(campaign: CampaignYear): Promise<readonly FactId[]>;
  /** What was said when it was opened; null when it never was. */
  record(campaign: CampaignYear, id: FactId): Promise<Fact | null>;
  /**
   * Null when it was never opened. The bytes are as found: the reader hashes them again.
   * @param version of the object, where the store keeps several. @default the latest
   * @throws FactDamaged when the bytes are not there. @throws FactInfected, FactUnscannable,
   * FactUnscanned where uploads are scanned.
   */
  read(
    campaign: CampaignYear,
    id: FactId,
    version?: string,
  ): Promise<{ readonly fact: Fact; readonly bytes: Uint8Array } | null>;
  /** Leaves a tombstone; the first one stays. The bytes are for the operator to remove (docs/deploy.md). */
  erase(tombstone: Tombstone): Promise<void>;
  erased(campaign: CampaignYear): Promise<ReadonlyMap<FactId, Tombstone>>;
}

/** A shelf on which openings are found again: those of one body, of one region, or all. */
export type Shelf =
  | { readonly kind: 'body'; readonly finess: Finess }
  | { readonly kind: 'region'; readonly region: RegionCode }
  | { readonly kind: 'all' };

/** Opened facts as their depositors list them; made again from the facts. */
export interface Openings {
  /** Puts each on its shelves. Twice changes nothing. */
  put(openings: readonly { readonly fact: Fact; readonly shelves: readonly Shelf[] }[]): Promise<void>;
  get(campaign: CampaignYear, id: FactId): Promise<Fact | null>;
  /** The latest first, strictly before a fact where one is given. */
  page(
    campaign: CampaignYear,
    shelf: Shelf,
    page: { readonly before: FactId | null; readonly limit: number },
  ): Promise<readonly Fact[]>;
}

/** What a depositor posts a file with: a form that takes that file and no other, for a quarter of an hour. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  /** ISO 8601 instant. */
  readonly expiresAt: string;
}

export interface Uploads {
  /** The policy fixes key, size, type, and the SHA-256. */
  form(fact: Fact, contentType: string): Promise<UploadForm>;
}

/** A link that downloads one object for some minutes. */
export interface DownloadLink {
  readonly url: string;
  readonly expiresAt: string;
}

export interface Downloads {
  /** @param file the name under which the browser saves it */
  ofDocument(key: string, file: string): Promise<DownloadLink>;
  ofFact(fact: Fact): Promise<DownloadLink>;
}

/** Who may do what: kept on the server, never in a token. */
export interface Rights {
  /** Strongly consistent: a right revoked is refused at the next call. */
  get(subject: Subject): Promise<Versioned<Right> | null>;
  /** By issuer and subject, revoked ones among them. */
  all(): Promise<readonly Right[]>;
  put(right: Right, expected: number | null): Promise<boolean>;
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
  /** What its journal holds, in its order: the manifest of an edition lists it. */
  readonly entries: readonly EntryHash[];
  readonly state: Return;
  readonly outcome: Outcome | null;
}

/** An entry of the journal, by hashes. */
export interface EntryHash {
  readonly fact: FactId;
  /** Of the bytes of the fact. */
  readonly sha256: Sha256;
  readonly line: number;
  /** Of the entry, as `entryHash` digests it. */
  readonly hash: Sha256;
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
  /** Key of the list of its entries in the journal, which receipts name; null of a verdict of before there was one. */
  readonly entries: string | null;
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
  /** 1, 2, 3… */
  readonly number: number;
  /** Digest of what the returns that it shows stand on: equal inputs need no new edition. */
  readonly inputs: Sha256;
  /** Of a region: hash of the nation's snapshot that it is compared with, null when there was none; null of the nation. */
  readonly nation: Sha256 | null;
  /** ISO 8601 instant; nothing in the documents depends on it. */
  readonly builtAt: string;
  /** Version of the code that built it, as its manifest names it. */
  readonly code: string;
  /** Keys among the documents, by what they are: `manifest`, `workbook`, `figures`, `aggregates`, `snapshot`. */
  readonly documents: Readonly<Record<string, string>>;
}

export interface Editions {
  /** The last one, strongly consistent. */
  get(scope: Scope, of: RegionCode | 'FR'): Promise<EditionRecord | null>;
  /** The latest first. */
  all(scope: Scope, of: RegionCode | 'FR'): Promise<readonly EditionRecord[]>;
  /** @returns false when that number was published by another writer. */
  put(scope: Scope, record: EditionRecord): Promise<boolean>;
}

/** Derived documents: verdicts, workbooks, snapshots, reference sets. Keys hold the hash of what they name. */
export interface Documents {
  /** Whole or not at all; the same key is always the same bytes. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
}

/** The tables that analysts query: the one place where a key takes other bytes. */
export interface Lake {
  /** The bytes as they are now, strongly consistent, with what names them; null when there are none. */
  get(key: string): Promise<LakeObject | null>;
  /**
   * The same bytes put again are another version.
   * @param expected the version read, null when there was none. @returns false when another writer came first.
   */
  put(key: string, bytes: Uint8Array, expected: string | null): Promise<boolean>;
}

export interface LakeObject {
  readonly version: string;
  readonly bytes: Uint8Array;
}

/** Which generation of a campaign is in force, and which one is being built. */
export interface Generations {
  current(campaign: CampaignYear): Promise<Versioned<GenerationId> | null>;
  switchTo(campaign: CampaignYear, generation: GenerationId, expected: number | null): Promise<boolean>;
  /** The one published last: being built until it is the current one. */
  published(campaign: CampaignYear): Promise<GenerationId | null>;
  publish(campaign: CampaignYear, generation: GenerationId): Promise<void>;
  /** Campaigns of which a generation was published, the latest first. */
  campaigns(): Promise<readonly CampaignYear[]>;
}

/** Published reference sets as they were understood, by generation: read back without reading CSV again. */
export interface References {
  put(generation: GenerationId, published: PublishedReference): Promise<void>;
  get(generation: GenerationId): Promise<PublishedReference | null>;
}

export interface PublishedReference {
  readonly reference: ReferenceSet;
  /** Id of the rule set. */
  readonly ruleSet: string;
  /** SHA-256 of each of its files, by name. */
  readonly files: Readonly<Record<string, Sha256>>;
}

/**
 * Says when the returns of a generation last changed, so that the sweep for workbooks need not read them each minute. A
 * hint: a crash may lose a mark, and the sweep of everything does without.
 */
export interface Changes {
  /** Returns have just changed. */
  mark(scope: Scope): Promise<void>;
  /** The last mark, unlike all earlier ones, strongly consistent; null before the first. */
  last(scope: Scope): Promise<string | null>;
  /** The mark up to which every edition was found to stand on the returns. */
  settled(scope: Scope): Promise<string | null>;
  settle(scope: Scope, mark: string): Promise<void>;
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

/**
 * A depositor's own file with the issues of its verdict in it: a workbook keeps every part that need not change, a CSV
 * becomes a workbook. The same file and verdict give the same bytes.
 *
 * @throws FileRefusal when the file cannot be opened: there is nothing to mark in it.
 */
export type AnnotateFile = (bytes: Uint8Array, verdict: Verdict) => Promise<Uint8Array>;

/** Writes the template made for a body and a year. The same request gives the same bytes. */
export type WriteTemplate = (request: TemplateRequest) => Promise<Uint8Array>;

/** Rows to the bytes of a CSV file, with the injection rule (contracts.md). */
export type WriteCsv = (rows: readonly (readonly string[])[]) => Uint8Array;

/** Lines of a table of the lake to the bytes of its Parquet file. The same lines give the same bytes. */
export type WriteParquet = (table: LakeTableName, lines: readonly LakeLine[]) => Uint8Array;

/** The instant of now. */
export type Clock = () => Date;

/** A new id, never given before, that sorts by the instant. */
export type NewFactId = (openedAt: Date) => FactId;

/** Waits a little before another try, longer each time; jittered. */
export type Pause = (attempt: number) => Promise<void>;
