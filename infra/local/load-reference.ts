import { readFile } from 'node:fs/promises';
import { readReferenceFolder } from '../../shared/adapters/files/read-reference-folder.ts';
import { type Generation, generationOf, type ReferenceFiles } from '../../shared/application/generation.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import type { ReferenceFile } from '../../shared/domain/declarant/reading/reference-files.ts';
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

/**
 * The reference set of a folder, with the rules of the campaign.
 *
 * @param referenceEdition the figures.csv of an earlier edition of the campaign: it joins the set as edition_reference.csv
 * @throws CommandFailure with every fault found.
 */
export async function loadReference(
  folder: string,
  campaign: CampaignYear,
  referenceEdition?: string,
): Promise<LoadedReference> {
  const beside = referenceEdition === undefined ? null : await editionFile(referenceEdition);
  const reading = await readReferenceFolder(folder, { campaign, ...(beside ? { beside } : {}) });
  if (!reading.ok) {
    const faults = referenceFaultLines(reading.faults, MOST_SHOWN);
    const lines = [`Erreur : le référentiel « ${folder} » est refusé, rien n'a été traité :`, ...faults];
    if (beside)
      lines.push(
        `(edition_reference.csv est le fichier « ${referenceEdition} », donné par --reference-edition.)`,
      );
    throw new CommandFailure(lines.join('\n'));
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

async function editionFile(path: string): Promise<ReadonlyMap<ReferenceFile, Uint8Array>> {
  try {
    return new Map([['edition_reference.csv', await readFile(path)]]);
  } catch (cause) {
    throw new CommandFailure(
      `Erreur : « ${path} » ne peut pas être lu. Indiquez par --reference-edition le figures.csv d'une édition précédente.`,
      { cause },
    );
  }
}
