import { readCsv } from '../../shared/adapters/tables/read-csv.ts';
import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import { type TableLine, tableLines } from '../../shared/domain/report/table-lines.ts';
import { CommandFailure } from './command.ts';
import { readDepositFile } from './list-deposits.ts';

/** What of aggregates.csv a comparison needs (contracts.md, « Main job »). */
const NEEDED = ['axe', 'tranche', 'indicateur', 'n', 'mediane'];

/** The lines of a published aggregates.csv. @throws CommandFailure when it is none */
export function readAggregates(path: string): readonly TableLine[] {
  const lines = linesOf(readDepositFile({ path, location: Buffer.from(path) }));
  const [first] = lines;
  if (first && NEEDED.every((column) => column in first)) return lines;
  throw new CommandFailure(
    `Erreur : « ${path} » n'est pas un fichier aggregates.csv publié. Attendu : les colonnes ${NEEDED.join(', ')}.`,
  );
}

function linesOf(bytes: Uint8Array): readonly TableLine[] {
  try {
    const { records } = readCsv(bytes, (heading) => NEEDED.includes(heading));
    return tableLines(records.map(({ cells }) => cells));
  } catch (error) {
    if (error instanceof FileRefusal) return [];
    throw error;
  }
}
