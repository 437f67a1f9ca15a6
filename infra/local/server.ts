import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { frenchDay, writeDay } from '../../shared/domain/calendar/day.ts';
import { parisDay } from '../../shared/domain/calendar/paris-day.ts';
import { begin } from './begin.ts';
import { type Command, CommandFailure, type Options, optional, runCommand, UsageError } from './command.ts';
import { DEMONSTRATION } from './demonstration.ts';
import { clockMovedTo, demonstrationDay } from './demonstration-clock.ts';
import { campaignOption, DATA_FOLDER, dayOption } from './options.ts';
import { isSown, type Seed } from './seed.ts';
import { type RunningServer, startServer } from './server/start-server.ts';
import { writeSimulation } from './write-simulation.ts';

const DEFAULTS = { port: '3000', debounce: '5' } as const;

/** The simulated deposits come on 15 July 2026; people deposit after them, before the campaign closes. */
const FIRST_DAY = writeDay(2026, 7, 16);
const LAST_DAY = writeDay(2026, 12, 31);

/** Seconds between two looks at verdicts and returns: what a crash lost, what an erasure changed. */
const RETURNS_EVERY = 60;

const HELP = `Lance le serveur sur cette machine : API, dépôts, classeurs, pages et comptes de démonstration.

  npm start
      à la première fois, crée une campagne fictive ; ensuite, reprend l'état conservé

Options
  --port NUMÉRO          port d'écoute ; 0 pour un port libre (${DEFAULTS.port} par défaut)
  --data DOSSIER         dossier de l'état conservé (${DATA_FOLDER} par défaut)
  --no-seed              sans campagne fictive : publiez un référentiel par « npm run publish »
  --debounce SECONDES    délai entre deux mises à jour des classeurs (${DEFAULTS.debounce} par défaut)
  --day AAAA-MM-JJ       jour que le serveur croit être au démarrage ; par défaut aujourd'hui, ou le
                         ${frenchDay(FIRST_DAY)} si les dépôts de la campagne fictive ne sont pas ouverts aujourd'hui
  --host ADRESSE         127.0.0.1 ou localhost, et rien d'autre
  --help                 cette aide

Le serveur n'écoute que sur cette machine : ses comptes de démonstration n'ont pas de mot de passe.`;

const LOOPBACK = ['127.0.0.1', 'localhost'];

const command: Command = {
  help: HELP,
  options: {
    ...Object.fromEntries(
      ['port', 'data', 'debounce', 'day', 'host'].map((name) => [name, { type: 'string' as const }]),
    ),
    'no-seed': { type: 'boolean' },
  },
  run: async (options) => {
    const host = optional(options, 'host');
    if (host !== null && !LOOPBACK.includes(host)) {
      throw new CommandFailure(
        `Erreur : le serveur n'écoute que sur 127.0.0.1, et non sur « ${host} », car ses comptes de démonstration n'ont pas de mot de passe.`,
      );
    }
    const port = wholeNumber(options, 'port', 0, 65_535);
    const debounce = wholeNumber(options, 'debounce', 1, 86_400);
    const folder = optional(options, 'data') ?? DATA_FOLDER;
    const today = parisDay(new Date());
    const day =
      optional(options, 'day') === null
        ? demonstrationDay(today, FIRST_DAY, LAST_DAY)
        : dayOption(options, 'day');
    const server = await startServer({
      folder,
      port,
      clock: clockMovedTo(day),
      report: (error) => console.error('Erreur interne, à signaler :', error),
    });
    const stopped = whenAsked();
    try {
      const begun = await begin(server, folder, options['no-seed'] === true ? null : await seedOf(folder));
      welcome(server, folder);
      if (day !== today) console.log(`  Le serveur fait comme si nous étions le ${frenchDay(day)}.`);
      if (begun.sow) await Promise.race([sowAloud(begun.sow), stopped]);
      server.sweepEvery({ editions: debounce, returns: RETURNS_EVERY });
      await stopped;
      console.log('\nArrêt…');
    } finally {
      await server.close();
    }
  },
};

function wholeNumber(options: Options, name: keyof typeof DEFAULTS, least: number, most: number): number {
  const text = optional(options, name) ?? DEFAULTS[name];
  const value = Number(text);
  if (/^\d{1,5}$/.test(text) && least <= value && value <= most) return value;
  throw new UsageError(
    `Erreur : --${name} attend un nombre entier de ${least} à ${most}, et non « ${text} ».`,
  );
}

/** The simulated campaign of a run without arguments, written beside the state; people may deposit its files again. */
async function seedOf(folder: string): Promise<Seed> {
  const { campaign, asOf } = DEMONSTRATION;
  const written = join(folder, 'exemples');
  if (!(await isSown(folder))) {
    await rm(written, { recursive: true, force: true });
    await writeSimulation(written, {});
  }
  return {
    campaign: campaignOption({ campaign }),
    reference: join(written, 'reference'),
    deposits: join(written, 'deposits'),
    day: dayOption({ day: asOf }, 'day'),
  };
}

function welcome({ origin }: RunningServer, folder: string): void {
  console.log(`Collecte numérique santé : ${origin}`);
  console.log('  Ouvrez cette adresse dans un navigateur, puis choisissez un compte de démonstration.');
  console.log(`  État conservé dans ${folder} ; Ctrl-C pour arrêter.`);
}

async function sowAloud(sow: () => Promise<number>): Promise<void> {
  const started = performance.now();
  console.log('  Dépôts de la campagne fictive : traitement en cours…');
  const count = await sow();
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  console.log(`  Campagne fictive prête : ${count} dépôts traités en ${seconds} s.`);
}

/** Resolves when somebody stops the process. */
async function whenAsked(): Promise<void> {
  await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
}

await runCommand(command);
