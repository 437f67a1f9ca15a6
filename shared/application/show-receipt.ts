import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { FactId } from '../domain/return/entry.ts';
import type { Caller } from './authorize.ts';
import { documentHash } from './document-hash.ts';
import { type DepositOnRecord, type FindDepositPorts, findDeposit } from './find-deposit.ts';
import { type NamedEntry, readKeptEntries } from './kept-entries.ts';
import type { Documents, GenerationId, Sha256 } from './ports.ts';

export interface ShowReceiptPorts extends FindDepositPorts {
  readonly documents: Pick<Documents, 'get'>;
}

/**
 * What a depositor keeps: what was deposited, when, which verdict was given under which generation, and the entries that
 * it added to the journal. But for the verdict in force, it does not depend on when it is read.
 */
export interface Receipt extends Pick<DepositOnRecord, 'fact' | 'status'> {
  /** Of the text of the verdict in force; null while it is awaited. */
  readonly verdictHash: Sha256 | null;
  readonly generation: GenerationId;
  /** The first of them, by line; null while the verdict is awaited. */
  readonly entries: readonly NamedEntry[] | null;
  /** How many there are. */
  readonly total: number;
}

/** Entries named in a receipt at most: every body of the country three times over, in an answer of 1.5 MB. */
const MOST_ENTRIES = 10_000;

/** The receipt of a deposit. @throws Refusal NOT_FOUND */
export async function showReceipt(
  ports: ShowReceiptPorts,
  caller: Caller,
  campaign: CampaignYear,
  id: FactId,
): Promise<Receipt> {
  const { scope, fact, status, verdict } = await findDeposit(ports, caller, campaign, id);
  const { generation } = scope;
  if (!verdict) return { fact, status, verdictHash: null, generation, entries: null, total: 0 };
  const entries = await readKeptEntries(ports.documents, verdict);
  return {
    fact,
    status,
    verdictHash: documentHash(verdict.document),
    generation,
    entries: entries?.slice(0, MOST_ENTRIES) ?? null,
    total: entries?.length ?? 0,
  };
}
