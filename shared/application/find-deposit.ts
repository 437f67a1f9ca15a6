import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { FactId } from '../domain/return/entry.ts';
import { authorize, type Caller } from './authorize.ts';
import { type DepositStatus, depositStatus } from './deposit-status.ts';
import { perimeterOf } from './fact-perimeter.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import type { Fact, Facts, Openings, Scope, Tombstone, VerdictRecord, Verdicts } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface FindDepositPorts extends InForcePorts {
  readonly openings: Pick<Openings, 'get'>;
  readonly verdicts: Pick<Verdicts, 'get'>;
  readonly facts: Pick<Facts, 'erased'>;
}

/** A deposit as it was opened, and what became of it. */
export interface DepositOnRecord {
  readonly scope: Scope;
  readonly fact: Fact;
  readonly status: DepositStatus;
  /** In force; null while it is awaited. */
  readonly verdict: VerdictRecord | null;
  readonly tombstone: Tombstone | null;
}

/**
 * One deposit that lies wholly in the caller's perimeter.
 *
 * @throws Refusal NOT_FOUND for one that does not exist, is no deposit or lies elsewhere, after the same reads.
 */
export async function findDeposit(
  ports: FindDepositPorts,
  caller: Caller,
  campaign: CampaignYear,
  id: FactId,
): Promise<DepositOnRecord> {
  const { scope, directory } = await generationInForce(ports, campaign);
  const fact = await ports.openings.get(campaign, id);
  if (fact?.kind !== 'deposit') throw new Refusal('NOT_FOUND');
  authorize(caller, 'deposit.read', { kind: 'perimeter', perimeter: perimeterOf(fact), directory });
  const [record, erased] = await Promise.all([ports.verdicts.get(scope, id), ports.facts.erased(campaign)]);
  const verdict = record?.value ?? null;
  const tombstone = erased.get(id) ?? null;
  return { scope, fact, status: depositStatus(verdict, tombstone), verdict, tombstone };
}
