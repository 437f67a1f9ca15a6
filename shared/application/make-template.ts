import { type CampaignYear, previousCampaign } from '../domain/campaign/campaign.ts';
import type { Directory } from '../domain/declarant/directory.ts';
import { templateRequest } from '../domain/deposit/template/make-request.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { Return } from '../domain/return/fold.ts';
import { authorize, type Caller } from './authorize.ts';
import { sha256 } from './digest.ts';
import type { FileLink } from './file-link.ts';
import { generationInForce, type InForcePorts } from './load-generation.ts';
import type { Documents, Downloads, Returns, WriteTemplate } from './ports.ts';
import { readStanding } from './read-standing.ts';
import { Refusal } from './refusal.ts';

export interface MakeTemplatePorts extends InForcePorts {
  readonly returns: Pick<Returns, 'getMany'>;
  readonly writeTemplate: WriteTemplate;
  readonly documents: Pick<Documents, 'put'>;
  readonly downloads: Pick<Downloads, 'ofDocument'>;
}

/**
 * A link to the template made for a body: its identity, and what it declared for the campaign before, where that was
 * collected here, under the number that it had then; of a merger, the published totals alone.
 *
 * @throws Refusal NOT_FOUND for a body outside the caller's perimeter as for one that the reference set does not know.
 */
export async function makeTemplate(
  ports: MakeTemplatePorts,
  caller: Caller,
  campaign: CampaignYear,
  finess: Finess,
): Promise<FileLink> {
  const { directory } = await generationInForce(ports, campaign);
  authorize(caller, 'return.read', { kind: 'body', finess, directory });
  if (!directory.isKnown(finess)) throw new Refusal('NOT_FOUND');
  const before = await returnOfYearBefore(ports, directory, campaign, finess);
  const values = before?.answered ? before.values : null;
  const request = templateRequest(finess, directory, campaign, values, before?.details.accounts);
  if (!request) throw new Refusal('NOT_FOUND');
  const bytes = await ports.writeTemplate(request);
  const key = `templates/${campaign}/${finess}-${sha256(bytes)}.xlsx`;
  await ports.documents.put(key, bytes);
  const file = `modele-${campaign}-${finess}.xlsx`;
  return { ...(await ports.downloads.ofDocument(key, file)), file };
}

/** Null where the campaign before was never published, or heard nothing of the body, or knew it as several. */
async function returnOfYearBefore(
  ports: MakeTemplatePorts,
  directory: Directory,
  campaign: CampaignYear,
  finess: Finess,
): Promise<Return | null> {
  const before = previousCampaign(campaign);
  const generation = await ports.generations.current(before);
  if (!generation) return null;
  const past = await ports.loadGeneration({ generation: generation.value, campaign: before });
  const numbers = [finess, ...directory.formersOf(finess, before)].filter(past.directory.isKnown);
  const [number, another] = numbers;
  if (number === undefined || another !== undefined) return null;
  return (await readStanding(ports.returns, past, [number])).get(number)?.state ?? null;
}
