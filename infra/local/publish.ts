import { publishReference } from '../../shared/application/publish-reference.ts';
import { type Command, required, runCommand } from './command.ts';
import { loadReference } from './load-reference.ts';
import { placeOf, withPublishing } from './operator-state.ts';
import { campaignOption, DATA_FOLDER } from './options.ts';

const HELP = `Publie le référentiel d'une campagne : tout ce qui en dérive est refait, puis mis en vigueur.

  npm run publish -- --campaign 2026 --reference DOSSIER

Options
  --campaign AAAA        année de la campagne
  --reference DOSSIER    référentiel : declarants.csv et, s'il y en a, groupes.csv, contacts.csv…
  --data DOSSIER         état du serveur local, arrêté (${DATA_FOLDER} par défaut)
  --help                 cette aide

Sans --data, et si les variables d'environnement du déploiement sont données, il est publié sur AWS.
Le même référentiel publié deux fois ne change rien.`;

const command: Command = {
  help: HELP,
  options: Object.fromEntries(
    ['campaign', 'reference', 'data'].map((name) => [name, { type: 'string' as const }]),
  ),
  run: async (options) => {
    const campaign = campaignOption(options);
    const { generation, files } = await loadReference(required(options, 'reference'), campaign);
    const place = placeOf(options);
    await withPublishing(place, (ports) => publishReference(ports, generation, files));
    const { declarants } = generation.directory.reference;
    console.log(
      `Référentiel publié pour la campagne ${campaign} : ${declarants.length} déclarants, génération ${generation.scope.generation}.`,
    );
    console.log(
      place.kind === 'aws'
        ? 'Il entrera en vigueur quand tous les dépôts auront été relus.'
        : 'Il entrera en vigueur au prochain « npm start », une fois tous les dépôts relus.',
    );
  },
};

await runCommand(command);
