import type { CampaignYear } from '../domain/campaign/campaign.ts';
import type { FactId } from '../domain/return/entry.ts';
import { type AnnotatePorts, annotate } from './annotate.ts';
import { annotatedName } from './annotated-name.ts';
import type { Caller } from './authorize.ts';
import { sha256 } from './digest.ts';
import { FactDamaged } from './errors.ts';
import type { FileLink } from './file-link.ts';
import { isClean } from './is-clean.ts';
import type { Documents, Downloads, Facts } from './ports.ts';
import { Refusal } from './refusal.ts';
import { type ShowDepositPorts, showDeposit } from './show-deposit.ts';

export interface AnnotateDepositPorts extends ShowDepositPorts, AnnotatePorts {
  readonly facts: Pick<Facts, 'erased' | 'read'>;
  readonly documents: Pick<Documents, 'get' | 'put'>;
  readonly downloads: Pick<Downloads, 'ofDocument'>;
}

/**
 * A link to the file of a deposit with its verdict in force in its cells. The document is named by what it holds: made
 * again, it is the same one until the verdict, or the way it is shown, changes.
 *
 * @throws Refusal NOT_FOUND also for a file that was erased, is awaited, or is not known to be clean; FILE_NOT_ANNOTABLE.
 */
export async function annotateDeposit(
  ports: AnnotateDepositPorts,
  caller: Caller,
  campaign: CampaignYear,
  id: FactId,
): Promise<FileLink> {
  const { fact, verdict } = await showDeposit(ports, caller, campaign, id);
  if (!isClean(verdict)) throw new Refusal('NOT_FOUND');
  const found = await ports.facts.read(campaign, id);
  // The verdict was given on these very bytes, after their scan.
  if (!found || sha256(found.bytes) !== fact.sha256) throw new FactDamaged(`fact ${id} is not what it was`);
  const bytes = await annotate(ports, found.bytes, verdict);
  const key = `annotated/${campaign}/${id}-${sha256(bytes)}.xlsx`;
  await ports.documents.put(key, bytes);
  const file = annotatedName(fact.file);
  return { ...(await ports.downloads.ofDocument(key, file)), file };
}
