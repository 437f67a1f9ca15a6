import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../../shared/messages/count.ts';
import { type Command, CommandFailure, optional, required, runCommand } from './command.ts';
import { campaignOption } from './options.ts';
import { terminalProgress } from './progress.ts';
import { rebuildFromFacts } from './rebuild-from-facts.ts';

const HELP = `Refait toute une campagne à partir des seuls dépôts conservés : mêmes entrées, mêmes résultats à l'octet près.

  npm run rebuild -- --campaign 2026 --work DOSSIER --reference DOSSIER --out DOSSIER

Options
  --campaign AAAA        année de la campagne
  --work DOSSIER         dossier de travail d'une campagne traitée : seuls les dépôts (raw/) en sont lus
  --reference DOSSIER    référentiel
  --reference-edition FICHIER
                         figures.csv d'une édition précédente, si la campagne a été traitée avec
  --out DOSSIER          résultats
  --help                 cette aide`;

const command: Command = {
  help: HELP,
  options: Object.fromEntries(
    ['campaign', 'work', 'reference', 'reference-edition', 'out'].map((name) => [
      name,
      { type: 'string' as const },
    ]),
  ),
  run: async (options) => {
    const raw = join(required(options, 'work'), 'raw');
    if (!(await stat(raw).catch(() => null))?.isDirectory()) {
      throw new CommandFailure(
        `Erreur : « ${raw} » n'existe pas. Indiquez par --work le dossier de travail d'une campagne traitée.`,
      );
    }
    const out = required(options, 'out');
    const referenceEdition = optional(options, 'reference-edition');
    const rebuilt = await rebuildFromFacts({
      campaign: campaignOption(options),
      reference: required(options, 'reference'),
      ...(referenceEdition === null ? {} : { referenceEdition }),
      raw,
      out,
      progress: terminalProgress(),
    });
    console.log(`${counted(rebuilt, 'dépôt relu', 'dépôts relus')}.\nRésultats : ${out}`);
  },
};

await runCommand(command);
