import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { FactId } from '../domain/return/entry.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { Caller } from './authorize.ts';
import { type DepositOnRecord, type FindDepositPorts, findDeposit } from './find-deposit.ts';
import type { Documents } from './ports.ts';
import { readJson } from './read-json.ts';

export interface ShowDepositPorts extends FindDepositPorts {
  readonly documents: Pick<Documents, 'get'>;
}

export interface ShownDeposit extends Pick<DepositOnRecord, 'fact' | 'status' | 'tombstone'> {
  /** In force; null while it is awaited, and once the deposit was erased: a verdict quotes the file. */
  readonly verdict: Verdict | null;
  /** What was said first, where the verdict has changed since. */
  readonly first: Verdict | null;
}

/** A deposit, its verdict in force and the first one. @throws Refusal NOT_FOUND */
export async function showDeposit(
  ports: ShowDepositPorts,
  caller: Caller,
  campaign: CampaignYear,
  id: FactId,
): Promise<ShownDeposit> {
  const { fact, status, verdict, tombstone } = await findDeposit(ports, caller, campaign, id);
  if (!verdict || tombstone) return { fact, status, tombstone, verdict: null, first: null };
  const { document, first } = verdict;
  return {
    fact,
    status,
    tombstone,
    verdict: await readVerdict(ports.documents, document),
    first: first === document ? null : await readVerdict(ports.documents, first),
  };
}

/** As give-verdicts wrote it. */
async function readVerdict(documents: Pick<Documents, 'get'>, key: string): Promise<Verdict> {
  return (await readJson(documents, key)) as Verdict;
}
