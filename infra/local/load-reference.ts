import { readReferenceFolder } from '../../shared/adapters/files/read-reference-folder.ts';
import { type Generation, generationOf, type ReferenceFiles } from '../../shared/application/generation.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import type { ReferenceSet } from '../../shared/domain/declarant/reference-set.ts';
import { LATEST_RULE_SET, ruleSet } from '../../shared/domain/rules/rule-sets.ts';
import { referenceFaultLines } from '../../shared/messages/reference-faults.ts';
import { CommandFailure } from './command.ts';

/** Faults shown on screen; how many others there are is said. */
const MOST_SHOWN = 10;

export interface LoadedReference {
  readonly generation: Generation;
  readonly files: ReferenceFiles;
}

/** The reference set of a folder, with the rules of the campaign. @throws CommandFailure with every fault found. */
export async function loadReference(folder: string, campaign: CampaignYear): Promise<LoadedReference> {
  const reading = await readReferenceFolder(folder);
  if (!reading.ok) {
    const faults = referenceFaultLines(reading.faults, MOST_SHOWN);
    throw new CommandFailure(
      [`Erreur : le référentiel « ${folder} » est refusé, rien n'a été traité :`, ...faults].join('\n'),
    );
  }
  return {
    generation: generationOf(
      campaign,
      reading.files,
      reading.reference,
      rulesOf(reading.reference, campaign),
    ),
    files: reading.files,
  };
}

/** The rule set that campagnes.csv names, or the latest. */
function rulesOf(reference: ReferenceSet, campaign: CampaignYear) {
  const named = reference.campaigns.find(({ year }) => year === campaign)?.ruleSet;
  return (named === undefined ? null : ruleSet(named)) ?? LATEST_RULE_SET;
}
