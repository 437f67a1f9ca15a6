import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { checkFile } from '../../shared/application/check-file.ts';
import { sha256 } from '../../shared/application/digest.ts';
import { NATION } from '../../shared/domain/access/perimeter.ts';
import { parisDay } from '../../shared/domain/calendar/paris-day.ts';
import type { FactId } from '../../shared/domain/return/entry.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { verdictInWords } from '../../shared/messages/verdict-in-words.ts';
import { type Command, optional, required, runCommand, UsageError } from './command.ts';
import { readDepositFile } from './list-deposits.ts';
import { loadReference } from './load-reference.ts';
import { campaignOption, dayOption } from './options.ts';

const HELP = `Contrôle un fichier sans rien déposer ni conserver, et affiche son verdict.

  npm run check -- --campaign 2026 --reference DOSSIER FICHIER

Options
  --campaign AAAA        année de la campagne
  --reference DOSSIER    référentiel
  --as-of AAAA-MM-JJ     jour du dépôt ; par défaut aujourd'hui
  --json                 le verdict tel que le système l'enregistre
  --help                 cette aide

Les contrôles sont ceux d'un premier dépôt : ce qui dépend de dépôts antérieurs n'est pas vérifié.
Code de retour : 0 si le fichier serait accepté, 1 s'il serait refusé.`;

const command: Command = {
  help: HELP,
  allowPositionals: true,
  options: {
    campaign: { type: 'string' },
    reference: { type: 'string' },
    'as-of': { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (options, [path, ...others]) => {
    if (path === undefined || others.length > 0)
      throw new UsageError(
        'Erreur : indiquez un fichier, et un seul. Ajoutez --help pour la liste des options.',
      );
    const campaign = campaignOption(options);
    const { generation } = await loadReference(required(options, 'reference'), campaign);
    const bytes = readDepositFile({ path, location: Buffer.from(path) });
    const day = optional(options, 'as-of') === null ? parisDay(new Date()) : dayOption(options, 'as-of');
    const source = { fact: '0' as FactId, file: path, sha256: sha256(bytes), day };
    const ports = { readFile: readDepositBytes, wording: frenchWording };
    const verdict = await checkFile(
      ports,
      bytes,
      { campaign, source, directory: generation.directory, perimeter: NATION },
      generation.rules,
    );
    console.log(options['json'] ? JSON.stringify(verdict, null, 2) : verdictInWords(verdict));
    if (verdict.status === 'rejected') process.exitCode = 1;
  },
};

await runCommand(command);
