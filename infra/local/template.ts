import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import { buildTemplate, type TemplateOptions } from '../../shared/adapters/template/build-template.ts';
import { readFiness } from '../../shared/domain/finess/finess.ts';
import { type Command, CommandFailure, optional, required, runCommand, UsageError } from './command.ts';
import { loadReference } from './load-reference.ts';
import { campaignOption } from './options.ts';

const HELP = `Écrit le classeur modèle à remplir par un établissement.

  npm run template -- --campaign 2026 --out FICHIER.xlsx [--finess NUMÉRO --reference DOSSIER]

Options
  --campaign AAAA        année de la campagne
  --out FICHIER          classeur à écrire
  --finess NUMÉRO        prépare le modèle de ce déclarant : identité et derniers chiffres publiés
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
    const declarant =
      finess !== null && reference !== null ? await declarantOf(finess, reference, campaign) : undefined;
    await writeAtomically(out, await buildTemplate({ campaign, ...(declarant ? { declarant } : {}) }));
    console.log(`Modèle écrit dans ${out}`);
  },
};

async function declarantOf(
  finess: string,
  folder: string,
  campaign: TemplateOptions['campaign'],
): Promise<NonNullable<TemplateOptions['declarant']>> {
  const reading = readFiness(finess);
  if (!reading.ok) throw new UsageError(`Erreur : « ${finess} » n'est pas un numéro FINESS.`);
  const { generation } = await loadReference(folder, campaign);
  const { directory } = generation;
  const identity = directory.declarant(reading.value);
  if (!identity) {
    throw new CommandFailure(`Erreur : « ${finess} » n'est pas un déclarant du référentiel « ${folder} ».`);
  }
  return { identity, past: directory.past(reading.value, campaign - 1) };
}

await runCommand(command);
