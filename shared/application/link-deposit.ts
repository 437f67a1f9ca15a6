import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { FactId } from '../domain/return/entry.ts';
import type { Caller } from './authorize.ts';
import type { FileLink } from './file-link.ts';
import { isClean } from './is-clean.ts';
import type { Downloads } from './ports.ts';
import { Refusal } from './refusal.ts';
import { type ShowDepositPorts, showDeposit } from './show-deposit.ts';

export interface LinkDepositPorts extends ShowDepositPorts {
  readonly downloads: Pick<Downloads, 'ofFact'>;
}

/**
 * A link to the file of a deposit, as it was received.
 *
 * @throws Refusal NOT_FOUND also for a file that was erased, is awaited, or is not known to be clean.
 */
export async function linkDeposit(
  ports: LinkDepositPorts,
  caller: Caller,
  campaign: CampaignYear,
  id: FactId,
): Promise<FileLink> {
  const { fact, verdict } = await showDeposit(ports, caller, campaign, id);
  if (!isClean(verdict)) throw new Refusal('NOT_FOUND');
  const file = fact.file.split('/').at(-1) ?? fact.file;
  return { ...(await ports.downloads.ofFact(fact)), file };
}
