import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../../shared/messages/count.ts';
import { type Command, CommandFailure, required, runCommand } from './command.ts';
import { campaignOption } from './options.ts';
import { terminalProgress } from './progress.ts';
import { rebuildFromFacts } from './rebuild-from-facts.ts';

const HELP = `Refait toute une campagne à partir des seuls dépôts conservés : mêmes entrées, mêmes résultats à l'octet près.

  npm run rebuild -- --campaign 2026 --work DOSSIER --reference DOSSIER --out DOSSIER

Options
  --campaign AAAA        année de la campagne
  --work DOSSIER         dossier de travail d'une campagne traitée : seuls les dépôts (raw/) en sont lus
  --reference DOSSIER    référentiel
  --out DOSSIER          résultats
  --help                 cette aide`;

const command: Command = {
  help: HELP,
  options: Object.fromEntries(
    ['campaign', 'work', 'reference', 'out'].map((name) => [name, { type: 'string' as const }]),
  ),
  run: async (options) => {
    const raw = join(required(options, 'work'), 'raw');
    if (!(await stat(raw).catch(() => null))?.isDirectory()) {
      throw new CommandFailure(
        `Erreur : « ${raw} » n'existe pas. Indiquez par --work le dossier de travail d'une campagne traitée.`,
      );
    }
    const out = required(options, 'out');
    const rebuilt = await rebuildFromFacts({
      campaign: campaignOption(options),
      reference: required(options, 'reference'),
      raw,
      out,
      progress: terminalProgress(),
    });
    console.log(`${counted(rebuilt, 'dépôt relu', 'dépôts relus')}.\nRésultats : ${out}`);
  },
};

await runCommand(command);
