import { createHash } from 'node:crypto';
import { annotateFile } from '../../shared/adapters/annotation/annotate-file.ts';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { readBytes } from '../../shared/application/read-bytes.ts';
import { VerdictBody } from '../../shared/contracts/api/deposit.ts';
import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import { FILE_CODES, ROW_CODES } from '../../shared/domain/issues/codes.ts';
import type { Entry } from '../../shared/domain/return/entry.ts';
import { foldEntries } from '../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../shared/domain/rules/2026-1.ts';
import { giveVerdict } from '../../shared/domain/verdict/give-verdict.ts';
import type { Verdict } from '../../shared/domain/verdict/verdict.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { readingContext } from '../builders/declaration.ts';
import { directory } from '../builders/directory.ts';
import { sourceOf } from '../builders/entry.ts';

const CODES: ReadonlySet<string> = new Set([...FILE_CODES, ...ROW_CODES]);

/** With digital accounts and a questionnaire: what is read against them is reached. */
const DIRECTORY = directory({
  accounts: [
    { account: '615261', label: 'Maintenance', block: 'general', mode: 'lecture' } as const,
    { account: '64', label: 'Personnel', block: 'personnel', mode: 'retraitement' } as const,
  ].flatMap((account) =>
    (['PCG', 'M21'] as const).map((nomenclature) => ({ nomenclature, year: 2024, ...account })),
  ),
  measures: [
    { code: 'M1', theme: 'Sauvegardes', label: 'Sauvegarde hors ligne', highest: 4 },
    { code: 'M2', theme: 'Accès', label: 'Authentification forte', highest: 4 },
  ],
});

/**
 * Takes a mutant through all that a deposit goes through: its reading, its verdict, and its own file handed back.
 *
 * @returns the first code of a refusal, or the status and the kind of what was read.
 * @throws whatever is wrong with us, never with the file.
 */
export async function judgeMutant(bytes: Uint8Array): Promise<string> {
  const verdict = await verdictOn(bytes);
  const again = await verdictOn(bytes);
  if (JSON.stringify(verdict) !== JSON.stringify(again)) throw new Error('the same bytes, another verdict');
  VerdictBody.parse(verdict);
  for (const { code, message, seen } of verdict.issues) {
    if (!CODES.has(code)) throw new Error(`no such code: ${code}`);
    if (HOLE.test(ourWords(message, seen))) throw new Error(`a hole in: ${message}`);
  }
  await handBack(bytes, verdict);
  const [first] = verdict.issues;
  return verdict.status === 'rejected' ? (first?.code ?? 'rejected') : `${verdict.kind} ${verdict.status}`;
}

const HOLE = /\b(undefined|null|NaN)\b/;

/** A message without what it repeats of the file, which may hold any word. */
function ourWords(message: string, seen: string): string {
  return (seen === '' ? message : message.replaceAll(seen, '')).replace(/«[^»]*»/g, '');
}

async function verdictOn(bytes: Uint8Array): Promise<Verdict> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const context = readingContext({ source: sourceOf('fact-1', { sha256 }), directory: DIRECTORY });
  const reading = await readBytes(readDepositBytes, bytes, context);
  const bodies = Map.groupBy(reading.entries, ({ finess }): Finess => finess);
  const judgements = [...bodies.values()].flatMap(
    (entries: readonly Entry[]) => foldEntries(entries, RULES).judgements,
  );
  return giveVerdict(context.source, reading, judgements, RULES, frenchWording);
}

/** What is handed back can be read; a package damaged where the reader never looks is refused, with its code. */
async function handBack(bytes: Uint8Array, verdict: Verdict): Promise<void> {
  const annotated = await unlessRefused(async () => {
    await readDepositBytes(bytes);
    return annotateFile(bytes, verdict);
  });
  if (annotated) await readDepositBytes(annotated);
}

async function unlessRefused<T>(step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof FileRefusal) return null;
    throw error;
  }
}
