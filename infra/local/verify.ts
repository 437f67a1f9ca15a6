import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EditionRecord } from '../../shared/application/ports.ts';
import { isRegion } from '../../shared/domain/territory/regions.ts';
import { verificationInWords } from '../../shared/messages/verification-in-words.ts';
import {
  type Command,
  CommandFailure,
  type Options,
  optional,
  required,
  runCommand,
  UsageError,
} from './command.ts';
import { campaignOption } from './options.ts';
import { terminalProgress } from './progress.ts';
import { verifyWork } from './verification/verify-work.ts';

const HELP = `Refait une campagne à partir de ses dépôts bruts, et dit si ce qui est publié est égal, ou ce qui diffère et où.

  npm run verify -- --campaign 2026 --work DOSSIER --reference DOSSIER --out DOSSIER

Options
  --campaign AAAA        année de la campagne
  --work DOSSIER         dossier de travail d'une campagne traitée, ou rempli depuis S3 (docs/verification.md)
  --reference DOSSIER    référentiel de l'édition
  --reference-edition FICHIER
                         figures.csv d'une édition précédente, si la campagne a été traitée avec
  --out DOSSIER          résultats publiés, à vérifier aussi
  --of 84                région dont l'édition est vérifiée, ou FR ; à répéter ; par défaut toutes
  --help                 cette aide

Rien n'est écrit dans ces dossiers.
Code de retour : 0 si tout est égal, 1 sinon.`;

const command: Command = {
  help: HELP,
  options: {
    ...Object.fromEntries(
      ['campaign', 'work', 'reference', 'reference-edition', 'out'].map((name) => [
        name,
        { type: 'string' as const },
      ]),
    ),
    of: { type: 'string', multiple: true },
  },
  run: async (options) => {
    const work = required(options, 'work');
    const raw = join(work, 'raw');
    if (!(await stat(raw).catch(() => null))?.isDirectory())
      throw new CommandFailure(
        `Erreur : « ${raw} » n'existe pas. Indiquez par --work le dossier de travail d'une campagne traitée.`,
      );
    const referenceEdition = optional(options, 'reference-edition');
    const verification = await verifyWork({
      campaign: campaignOption(options),
      work,
      reference: required(options, 'reference'),
      ...(referenceEdition === null ? {} : { referenceEdition }),
      out: optional(options, 'out'),
      only: editionsOption(options),
      progress: terminalProgress(),
    });
    console.log(verificationInWords(verification));
    if (verification.findings.length > 0) process.exitCode = 1;
  },
};

function editionsOption(options: Options): readonly EditionRecord['of'][] | null {
  const given: unknown = options['of'];
  if (!Array.isArray(given)) return null;
  return given.map((of: unknown) => {
    if (of === 'FR' || (typeof of === 'string' && isRegion(of))) return of;
    throw new UsageError(`Erreur : --of attend le code d'une région, ou FR, et non « ${String(of)} ».`);
  });
}

await runCommand(command);
