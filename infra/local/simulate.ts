import { readReferenceFolder } from '../../shared/adapters/files/read-reference-folder.ts';
import {
  FEWEST_DECLARANTS,
  MOST_DECLARANTS,
  type SimulationFormat,
  type SimulationOptions,
} from '../../shared/adapters/simulation/simulate-campaign.ts';
import { campaignYear } from '../../shared/domain/campaign/campaign.ts';
import { referenceFaultLines } from '../../shared/messages/reference-faults.ts';
import {
  type Command,
  CommandFailure,
  type Options,
  optional,
  required,
  runCommand,
  UsageError,
} from './command.ts';
import { writeSimulation } from './write-simulation.ts';

const HELP = `Écrit une campagne fictive : un référentiel et des dépôts, bons, mauvais et manquants.

  npm run simulate -- --out DOSSIER [--declarants 120 | --reference DOSSIER]

Options
  --out DOSSIER                  où écrire reference/ et deposits/ ; doit être vide
  --seed N                       graine : les mêmes options donnent les mêmes fichiers ; par défaut 1
  --declarants N                 nombre de déclarants fictifs, de ${FEWEST_DECLARANTS} à ${MOST_DECLARANTS} ; par défaut 120
  --reference DOSSIER            invente les dépôts des déclarants de ce référentiel
  --campaign AAAA                campagne ; par défaut 2026
  --format csv|xlsx|mixed        forme des dépôts ; par défaut mixed (trois classeurs sur dix)
  --help                         cette aide

Établissements et montants sont inventés ; les dépôts sont datés du premier semestre de la campagne.`;

const FORMATS: readonly SimulationFormat[] = ['csv', 'xlsx', 'mixed'];

const command: Command = {
  help: HELP,
  options: Object.fromEntries(
    ['out', 'seed', 'declarants', 'reference', 'campaign', 'format'].map((name) => [
      name,
      { type: 'string' as const },
    ]),
  ),
  run: async (options) => {
    const out = required(options, 'out');
    const count = await writeSimulation(out, await simulationOptions(options));
    console.log(`Campagne fictive écrite dans ${out} : ${count} fichiers déposés.`);
  },
};

async function simulationOptions(options: Options): Promise<SimulationOptions> {
  const campaign = campaignYear(optional(options, 'campaign') ?? '2026');
  if (campaign === null) throw new UsageError('Erreur : --campaign attend une année à quatre chiffres.');
  const format = FORMATS.find((known) => known === (optional(options, 'format') ?? 'mixed'));
  if (format === undefined) throw new UsageError('Erreur : --format attend csv, xlsx ou mixed.');
  const seed = whole(options, 'seed', 0, 2 ** 32 - 1) ?? 1;
  const declarants = whole(options, 'declarants', FEWEST_DECLARANTS, MOST_DECLARANTS);
  const folder = optional(options, 'reference');
  if (folder !== null && declarants !== null) {
    throw new UsageError('Erreur : --declarants et --reference ne vont pas ensemble. Gardez l’un des deux.');
  }
  if (folder === null) return { campaign, seed, format, ...(declarants === null ? {} : { declarants }) };
  const reading = await readReferenceFolder(folder);
  if (!reading.ok) {
    const faults = referenceFaultLines(reading.faults, 10);
    throw new CommandFailure([`Erreur : le référentiel « ${folder} » est refusé :`, ...faults].join('\n'));
  }
  return { campaign, seed, format, reference: { set: reading.reference, files: reading.files } };
}

function whole(options: Options, name: string, least: number, most: number): number | null {
  const text = optional(options, name);
  if (text === null) return null;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`Erreur : --${name} attend un entier de ${least} à ${most}, et non « ${text} ».`);
}

await runCommand(command);
