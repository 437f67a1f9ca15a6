import { type Command, type Options, optional, required, runCommand } from './command.ts';
import { DEMONSTRATION, writeDemonstration } from './demonstration.ts';

import { campaignOption, dayOption } from './options.ts';
import { terminalProgress } from './progress.ts';
import { type CampaignResult, runCampaign } from './run-campaign.ts';

const HELP = `Traite un dossier de dépôts et produit les résultats de la campagne.

  npm run campaign
      crée une petite campagne fictive sur les 18 régions, puis la traite

  npm run campaign -- --campaign 2026 --as-of 2026-07-15 --reference DOSSIER --deposits DOSSIER --out DOSSIER

Options
  --campaign AAAA        année de la campagne ; les comptes sont ceux de l'année précédente
  --as-of AAAA-MM-JJ     jour auquel tous les fichiers sont réputés déposés
  --reference DOSSIER    référentiel : declarants.csv et, s'il y en a, groupes.csv, contacts.csv…
  --deposits DOSSIER     fichiers déposés, sous-dossiers compris (XLSX ou CSV)
  --out DOSSIER          résultats : figures.csv, aggregates.csv, regions/, national/, verdicts/, parquet/ (npm run sql),
                         summary.json
  --reference-edition FICHIER
                         figures.csv d'une édition précédente de la même campagne : les classeurs disent ce qui a
                         changé depuis
  --work DOSSIER         dossier de travail ; par défaut un dossier de .data propre à ces entrées
  --help                 cette aide

Un traitement interrompu reprend où il en était quand la même commande est relancée.
Code de retour : 0 si le traitement a eu lieu, quel que soit le nombre de fichiers refusés ; 1 s'il n'a pas pu
avoir lieu ; 2 si la ligne de commande n'est pas comprise.`;

const INPUTS = ['campaign', 'as-of', 'reference', 'deposits', 'out'] as const;

const command: Command = {
  help: HELP,
  options: Object.fromEntries(
    [...INPUTS, 'reference-edition', 'work'].map((name) => [name, { type: 'string' as const }]),
  ),
  run: async (options) => {
    const isDemonstration = INPUTS.every((name) => options[name] === undefined);
    const given = isDemonstration ? await demonstration(options) : options;
    const work = optional(given, 'work');
    const referenceEdition = optional(given, 'reference-edition');
    report(
      await runCampaign({
        campaign: campaignOption(given),
        asOf: dayOption(given, 'as-of'),
        reference: required(given, 'reference'),
        ...(referenceEdition === null ? {} : { referenceEdition }),
        deposits: required(given, 'deposits'),
        out: required(given, 'out'),
        ...(work === null ? {} : { work }),
        progress: terminalProgress(),
      }),
    );
  },
};

async function demonstration(options: Options): Promise<Options> {
  console.log(`Aucun dossier indiqué : création d'une campagne fictive dans ${DEMONSTRATION.folder}…`);
  return { ...options, ...(await writeDemonstration()) };
}

function report({ files, deposits, out, work }: CampaignResult): void {
  const count = (n: number, one: string, several: string) => `${n} ${n > 1 ? several : one}`;
  console.log(`${count(files, 'fichier traité', 'fichiers traités')} :`);
  console.log(`  ${count(deposits.accepted, 'accepté', 'acceptés')}`);
  console.log(
    `  ${count(deposits['accepted-with-warnings'], 'accepté avec avertissements', 'acceptés avec avertissements')}`,
  );
  console.log(`  ${count(deposits.rejected, 'refusé', 'refusés')} (le motif est dans verdicts/)`);
  console.log(`Résultats : ${out}`);
  console.log(`Dépôts conservés : ${work}`);
}

await runCommand(command);
