import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { FactId } from '../domain/return/entry.ts';
import { authorize, type Caller } from './authorize.ts';
import { scopesOf } from './load-generation.ts';
import type { Clock, Facts, Generations, Queue, Tombstone } from './ports.ts';
import { Refusal } from './refusal.ts';

export interface EraseDepositPorts {
  readonly facts: Facts;
  readonly generations: Generations;
  readonly queue: Queue;
  readonly clock: Clock;
}

/**
 * Erases a deposit: a tombstone says that it no longer counts, and why. Its verdict is given again at once; the sweep
 * brings the returns that it changed back to what the other deposits say. An act is no deposit, and stays.
 *
 * @returns the tombstone that stands: of a deposit erased before, the first one.
 * @throws Refusal ROLE_FORBIDDEN, NOT_FOUND.
 */
export async function eraseDeposit(
  { facts, generations, queue, clock }: EraseDepositPorts,
  caller: Caller,
  { campaign, fact, reason }: Pick<Tombstone, 'campaign' | 'fact' | 'reason'>,
): Promise<Tombstone> {
  authorize(caller, 'deposit.erase', { kind: 'own' });
  const record = await facts.record(campaign, fact);
  if (record?.kind !== 'deposit') throw new Refusal('NOT_FOUND');
  const erasedBy = { issuer: caller.issuer, subject: caller.subject };
  await facts.erase({ fact, campaign, reason, erasedAt: clock().toISOString(), erasedBy });
  await queue.send(
    (await scopesOf(generations, campaign)).map((scope) => ({ kind: 'read-deposit', scope, fact })),
  );
  return standingTombstone(facts, campaign, fact);
}

async function standingTombstone(facts: Facts, campaign: CampaignYear, fact: FactId): Promise<Tombstone> {
  const standing = (await facts.erased(campaign)).get(fact);
  if (!standing) throw new Error(`the tombstone of ${fact} is not there`);
  return standing;
}
