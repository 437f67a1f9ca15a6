import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import { buildTemplate } from '../../shared/adapters/template/build-template.ts';
import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { requestOfAnyone, templateRequest } from '../../shared/domain/deposit/template/make-request.ts';
import type { TemplateRequest } from '../../shared/domain/deposit/template/template-request.ts';
import { readFiness } from '../../shared/domain/finess/finess.ts';
import { type Command, CommandFailure, optional, required, runCommand, UsageError } from './command.ts';
import { loadReference } from './load-reference.ts';
import { campaignOption } from './options.ts';

const HELP = `Écrit le classeur modèle à remplir par un établissement.

  npm run template -- --campaign 2026 --out FICHIER.xlsx [--finess NUMÉRO --reference DOSSIER]

Options
  --campaign AAAA        année de la campagne
  --out FICHIER          classeur à écrire
  --finess NUMÉRO        prépare le modèle de ce déclarant, ou de ce porteur externe : identité, comptes,
                         groupements et chiffres de l'année précédente
  --reference DOSSIER    référentiel où il est décrit (avec --finess)
  --help                 cette aide`;

const command: Command = {
  help: HELP,
  options: {
    campaign: { type: 'string' },
    out: { type: 'string' },
    finess: { type: 'string' },
    reference: { type: 'string' },
  },
  run: async (options) => {
    const campaign = campaignOption(options);
    const out = required(options, 'out');
    const finess = optional(options, 'finess');
    const reference = optional(options, 'reference');
    if ((finess === null) !== (reference === null)) {
      throw new UsageError('Erreur : --finess et --reference vont ensemble. Indiquez les deux, ou aucun.');
    }
    const request: TemplateRequest =
      finess !== null && reference !== null
        ? await requestFor(finess, reference, campaign)
        : requestOfAnyone(campaign);
    await writeAtomically(out, await buildTemplate(request));
    console.log(`Modèle écrit dans ${out}`);
  },
};

async function requestFor(finess: string, folder: string, campaign: CampaignYear): Promise<TemplateRequest> {
  const reading = readFiness(finess);
  if (!reading.ok) throw new UsageError(`Erreur : « ${finess} » n'est pas un numéro FINESS.`);
  const { generation } = await loadReference(folder, campaign);
  const request = templateRequest(reading.value, generation.directory, campaign, null);
  if (request) return request;
  throw new CommandFailure(
    `Erreur : « ${finess} » n'est pas un déclarant du référentiel « ${folder} », ni un porteur externe.`,
  );
}

await runCommand(command);
