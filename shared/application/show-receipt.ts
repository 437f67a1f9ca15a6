import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { FactId } from '../domain/return/entry.ts';
import type { Caller } from './authorize.ts';
import { documentHash } from './document-hash.ts';
import { type DepositOnRecord, type FindDepositPorts, findDeposit } from './find-deposit.ts';
import type { GenerationId, Sha256 } from './ports.ts';

/** What a depositor keeps: what was deposited, when, and which verdict was given under which generation. */
export interface Receipt extends Pick<DepositOnRecord, 'fact' | 'status'> {
  /** Of the text of the verdict in force; null while it is awaited. */
  readonly verdictHash: Sha256 | null;
  readonly generation: GenerationId;
}

/** The receipt of a deposit. @throws Refusal NOT_FOUND */
export async function showReceipt(
  ports: FindDepositPorts,
  caller: Caller,
  campaign: CampaignYear,
  id: FactId,
): Promise<Receipt> {
  const { scope, fact, status, verdict } = await findDeposit(ports, caller, campaign, id);
  const verdictHash = verdict && documentHash(verdict.document);
  return { fact, status, verdictHash, generation: scope.generation };
}
