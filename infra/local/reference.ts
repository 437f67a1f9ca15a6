import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../shared/adapters/files/write-atomically.ts';
import { makeReference, type SaeReference } from '../../shared/adapters/sae/make-reference.ts';
import { SaeColumnMissing } from '../../shared/adapters/sae/read-table.ts';
import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import { counted } from '../../shared/messages/count.ts';
import { leftOutSentence } from '../../shared/messages/sae-lines.ts';
import { type Command, CommandFailure, optional, required, runCommand, UsageError } from './command.ts';

const HELP = `Fabrique un référentiel à partir de fichiers publics.

  npm run reference -- sae DOSSIER --out DOSSIER [--groups departement]

Le dossier contient les fichiers de la Statistique annuelle des établissements (SAE, DREES) : ID_AAAA.csv, et
SYGEN_AAAA.csv si des groupements sont demandés.

Options
  --out DOSSIER            où écrire declarants.csv et comptes.csv (comptes qui portent le numérique : une HYPOTHÈSE
                           de travail, à valider et à modifier, aucune liste n'étant publiée)
  --groups departement     ajoute groupes.csv : un groupement FICTIF par département, formé de ses déclarants
                           publics (la SAE ne dit pas qui appartient à quel GHT)
  --help                   cette aide

Déclarant : l'entité juridique d'un établissement public, l'établissement lui-même s'il est privé.`;

const MOST_SHOWN = 20;

const command: Command = {
  help: HELP,
  allowPositionals: true,
  options: { out: { type: 'string' }, groups: { type: 'string' } },
  run: async (options, [source, folder, ...others]) => {
    if (source !== 'sae' || folder === undefined || others.length > 0) {
      throw new UsageError(
        'Erreur : indiquez « sae » puis le dossier de ses fichiers. Ajoutez --help pour la liste des options.',
      );
    }
    const out = required(options, 'out');
    const groups = optional(options, 'groups');
    if (groups !== null && groups !== 'departement') {
      throw new UsageError(`Erreur : --groups attend « departement », et non « ${groups} ».`);
    }
    const identities = await readSaeFile(folder, /^ID_\d{4}r?\.csv$/i, 'ID_AAAA.csv');
    const sygen = groups ? await readSaeFile(folder, /^SYGEN_\d{4}r?\.csv$/i, 'SYGEN_AAAA.csv') : null;
    const reference = make(identities, sygen);
    for (const [name, bytes] of reference.files) await writeAtomically(join(out, name), bytes);
    report(reference, out);
  },
};

async function readSaeFile(folder: string, pattern: RegExp, name: string): Promise<Uint8Array> {
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch (cause) {
    throw new CommandFailure(`Erreur : le dossier « ${folder} » ne peut pas être lu.`, { cause });
  }
  const latest = names
    .filter((candidate) => pattern.test(candidate))
    .toSorted()
    .at(-1);
  if (latest === undefined) {
    throw new CommandFailure(`Erreur : le dossier « ${folder} » ne contient pas de fichier ${name}.`);
  }
  return readFile(join(folder, latest));
}

function make(identities: Uint8Array, sygen: Uint8Array | null): SaeReference {
  try {
    return makeReference(identities, sygen);
  } catch (cause) {
    if (cause instanceof FileRefusal) {
      throw new CommandFailure("Erreur : un fichier de la SAE n'est pas un CSV lisible.", { cause });
    }
    if (!(cause instanceof SaeColumnMissing)) throw cause;
    throw new CommandFailure(
      `Erreur : un fichier de la SAE n'a pas de colonne « ${cause.column} ». Vérifiez que ce sont bien ID_AAAA.csv et SYGEN_AAAA.csv.`,
      { cause },
    );
  }
}

function report({ establishments, declarants, groups, leftOut }: SaeReference, out: string): void {
  for (const { line, reason, seen } of leftOut.slice(0, MOST_SHOWN)) {
    console.log(leftOutSentence(line, reason, seen));
  }
  const others = leftOut.length - MOST_SHOWN;
  if (others > 0) console.log(`… et ${counted(others, 'autre ligne', 'autres lignes')}.`);
  const regions = new Set(declarants.map(({ region }) => region)).size;
  console.log(
    `${establishments} établissements retenus, ${leftOut.length} lignes écartées : ${declarants.length} déclarants dans ${regions} régions.`,
  );
  if (groups > 0) console.log(`${groups} groupements fictifs, un par département.`);
  console.log(`Référentiel écrit dans ${out}`);
}

await runCommand(command);
