import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { FolderLocked } from '../../shared/adapters/files/lock.ts';
import { FactDamaged, StorageFailure } from '../../shared/application/errors.ts';

/** A job that could not run: one French sentence that says why and what to do. Exit code 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** A command line that cannot be understood. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** An option that may be repeated is a list. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Command {
  /** Shown by `--help`, in French. */
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  readonly allowPositionals?: boolean;
  readonly run: (options: Options, positionals: readonly string[]) => Promise<void>;
}

/** Runs a command of this process: `--help`, options, errors as sentences, exit codes 0, 1 and 2. */
export async function runCommand(command: Command): Promise<void> {
  try {
    const { values, positionals } = parse(command);
    if (values['help']) console.log(command.help);
    else await command.run(values, positionals);
  } catch (error) {
    const { sentence, code } = explain(error);
    console.error(sentence);
    process.exitCode = code;
  }
}

function parse(command: Command): { values: Options; positionals: readonly string[] } {
  try {
    return parseArgs({
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: command.allowPositionals ?? false,
      strict: true,
    }) as { values: Options; positionals: string[] };
  } catch (cause) {
    const option = /'(-{1,2}[^ '<]+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    const what = option
      ? `l'option « ${option} » n'est pas comprise`
      : "la ligne de commande n'est pas comprise";
    throw new UsageError(`Erreur : ${what}. Ajoutez --help pour la liste des options.`, { cause });
  }
}

function explain(error: unknown): { sentence: string; code: number } {
  if (error instanceof UsageError) return { sentence: error.message, code: 2 };
  if (error instanceof CommandFailure) return { sentence: error.message, code: 1 };
  if (error instanceof FolderLocked) {
    const sentence = `Erreur : un autre traitement (processus ${error.pid}) utilise déjà le même dossier de travail. Attendez qu'il se termine, puis relancez la commande.`;
    return { sentence, code: 1 };
  }
  for (const cause of causesOf(error)) {
    const sentence = sentenceOf(cause);
    if (sentence) return { sentence, code: 1 };
  }
  return {
    sentence: `Erreur interne, à signaler : ${error instanceof Error ? error.stack : String(error)}`,
    code: 1,
  };
}

function sentenceOf(error: Error): string | null {
  if (error instanceof StorageFailure) return storageSentence(error);
  if (error instanceof FactDamaged) {
    return `Erreur : un dépôt conservé dans le dossier de travail est endommagé (${error.message}). Restaurez-le à partir d'une sauvegarde, ou choisissez un autre dossier par --work, puis relancez la commande.`;
  }
  return null;
}

/** What the system said, in words that tell what to do. */
function storageSentence(error: StorageFailure): string {
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return "Erreur : le disque est plein. Libérez de l'espace, puis relancez la même commande : le travail reprendra où il s'est arrêté, aucun dépôt n'est perdu.";
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `Erreur : l'écriture est refusée (${error.message}). Vérifiez les droits du dossier, puis relancez la même commande.`;
  }
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'EISDIR') {
    return `Erreur : un fichier occupe la place d'un dossier, ou l'inverse (${error.message}). Choisissez un autre dossier, puis relancez la commande.`;
  }
  return `Erreur de stockage : ${error.message}. Relancez la même commande ; si l'erreur persiste, signalez-la.`;
}

/** The system's code of the first cause that has one. */
function systemCode(error: unknown): string | null {
  for (const cause of causesOf(error)) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return null;
}

/** The error and what caused it, the nearest first. */
function causesOf(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

/** The value of a text option, or the usage error that asks for it. */
export function required(options: Options, name: string): string {
  const value = options[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new UsageError(
    `Erreur : l'option --${name} est obligatoire. Ajoutez --help pour la liste des options.`,
  );
}

export function optional(options: Options, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
