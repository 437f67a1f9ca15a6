import { resolve } from 'node:path';
import { annotateFile } from '../../shared/adapters/annotation/annotate-file.ts';
import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import { writeCsv } from '../../shared/adapters/tables/write-csv.ts';
import type { Generation } from '../../shared/application/generation.ts';
import { VerdictBody } from '../../shared/contracts/api/deposit.ts';
import { NATION, type Perimeter } from '../../shared/domain/access/perimeter.ts';
import { parisDay } from '../../shared/domain/calendar/paris-day.ts';
import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import { readFiness } from '../../shared/domain/finess/finess.ts';
import { csvRows } from '../../shared/lambda/http/csv.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { previewInWords } from '../../shared/messages/preview-in-words.ts';
import { verdictInWords } from '../../shared/messages/verdict-in-words.ts';
import { checkOffline, type LocalFile, type OfflineResult } from './check-offline.ts';
import {
  type Command,
  CommandFailure,
  type Options,
  optional,
  required,
  runCommand,
  UsageError,
} from './command.ts';
import { readDepositFile } from './list-deposits.ts';
import { loadReference } from './load-reference.ts';
import { campaignOption, dayOption } from './options.ts';
import { readAggregates } from './read-aggregates.ts';

const HELP = `Contrôle un fichier sans rien déposer ni conserver, et affiche son verdict et ce qu'il donnerait.

  npm run check -- --campaign 2026 --reference DOSSIER FICHIER

Options
  --campaign AAAA         année de la campagne
  --reference DOSSIER     référentiel
  --as-of AAAA-MM-JJ      jour du dépôt ; par défaut aujourd'hui
  --finess NUMÉRO         établissement dont parle le fichier, s'il ne le dit pas ; ses autres lignes sont refusées
  --previous FICHIER      fichier déposé avant : celui-ci vient après lui, et ce qui change est affiché
  --aggregates FICHIER    aggregates.csv publié, pour comparer aux établissements de la même catégorie
  --annotated FICHIER     écrit le fichier annoté de ses anomalies (classeur .xlsx)
  --csv                   les anomalies en CSV
  --json                  le verdict tel que le système l'enregistre
  --help                  cette aide

Ce que d'autres ont déposé n'est pas connu ici : les quotes-parts de groupement se calculent après le dépôt.
Code de retour : 0 si le fichier serait accepté, 1 s'il serait refusé.`;

const command: Command = {
  help: HELP,
  allowPositionals: true,
  options: {
    ...Object.fromEntries(
      ['campaign', 'reference', 'as-of', 'finess', 'previous', 'aggregates', 'annotated'].map((name) => [
        name,
        { type: 'string' as const },
      ]),
    ),
    csv: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (options, [path, ...others]) => {
    if (path === undefined || others.length > 0)
      throw new UsageError(
        'Erreur : indiquez un fichier, et un seul. Ajoutez --help pour la liste des options.',
      );
    const annotated = optional(options, 'annotated');
    if (annotated !== null && resolve(annotated) === resolve(path))
      throw new UsageError(
        'Erreur : --annotated désigne le fichier contrôlé lui-même. Donnez un autre nom au fichier annoté.',
      );
    const { generation } = await loadReference(required(options, 'reference'), campaignOption(options));
    const file = localFile(path);
    const previous = optional(options, 'previous');
    const aggregates = optional(options, 'aggregates');
    const checked = await checkOffline(generation, {
      file,
      previous: previous === null ? null : localFile(previous),
      perimeter: perimeterOption(options, generation),
      day: optional(options, 'as-of') === null ? parisDay(new Date()) : dayOption(options, 'as-of'),
      aggregates: aggregates === null ? null : readAggregates(aggregates),
    });
    show(options, checked);
    if (annotated !== null) await writeAnnotated(annotated, file, checked);
    if (checked.verdict.status === 'rejected') process.exitCode = 1;
  },
};

function localFile(path: string): LocalFile {
  return { path, bytes: readDepositFile({ path, location: Buffer.from(path) }) };
}

function perimeterOption(options: Options, { directory }: Generation): Perimeter {
  const text = optional(options, 'finess');
  if (text === null) return NATION;
  const reading = readFiness(text);
  if (!reading.ok) throw new UsageError(`Erreur : « ${text} » n'est pas un numéro FINESS.`);
  if (directory.isKnown(reading.value)) return { kind: 'bodies', finess: [reading.value] };
  throw new CommandFailure(
    `Erreur : « ${text} » n'est ni un déclarant, ni un porteur externe du référentiel. Vérifiez l'option --finess.`,
  );
}

function show(options: Options, { verdict, returns, others, previousRefused }: OfflineResult): void {
  if (previousRefused) console.error('Le fichier donné par --previous est refusé : il ne compte pas.');
  if (options['json']) console.log(JSON.stringify(verdict, null, 2));
  else if (options['csv']) process.stdout.write(writeCsv(csvRows(verdict, VerdictBody, ['issues'])));
  else console.log(`${verdictInWords(verdict)}\n\n${previewInWords(returns, others)}`.trimEnd());
}

/** Said beside the result, so that a result in CSV or JSON stays one. */
async function writeAnnotated(path: string, { bytes }: LocalFile, { verdict }: OfflineResult): Promise<void> {
  try {
    await writeAtomically(path, await annotateFile(bytes, verdict));
    console.error(`Fichier annoté écrit dans ${path}`);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    console.error(`Ce fichier ne peut pas être annoté. ${frenchWording.issue(error.issue).message}`);
  }
}

await runCommand(command);
