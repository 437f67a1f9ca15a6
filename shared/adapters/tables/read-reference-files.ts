import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import { type ReferenceReading, readReference } from '../../domain/declarant/read-reference.ts';
import type { ReferenceFault } from '../../domain/declarant/reading/fault.ts';
import {
  columnName,
  REFERENCE_FILES,
  type ReferenceFile,
} from '../../domain/declarant/reading/reference-files.ts';
import { FileRefusal } from '../../domain/deposit/file-refusal.ts';
import type { DelimitedContent } from '../../domain/deposit/table.ts';
import { readCsv } from './read-csv.ts';

/** A whole nation, its groups and ten years of history. */
const MOST_CELLS = 2_000_000;

/**
 * The reference set of its files' bytes, by name, or every reason why it is refused.
 *
 * @param campaign the one in hand, of which edition_reference.csv must be. @default whatever that file says
 */
export function readReferenceFiles(
  files: ReadonlyMap<ReferenceFile, Uint8Array>,
  campaign: CampaignYear | null = null,
): ReferenceReading {
  const tables = new Map<ReferenceFile, DelimitedContent>();
  const faults: ReferenceFault[] = [];
  for (const [file, bytes] of files) {
    const columns: readonly string[] = REFERENCE_FILES[file];
    try {
      const isKnown = (heading: string) => columns.includes(columnName(heading));
      tables.set(file, readCsv(bytes, isKnown, { mostCells: MOST_CELLS }));
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      faults.push(asFault(file, error));
    }
  }
  return faults.length > 0 ? { ok: false, faults } : readReference(tables, campaign);
}

function asFault(file: ReferenceFile, { issue }: FileRefusal): ReferenceFault {
  return {
    code: issue.code === 'CSV_TOO_MANY_CELLS' ? 'CSV_TOO_MANY_CELLS' : 'CSV_QUOTES',
    file,
    line: issue.at.line ?? null,
    seen: issue.seen,
    ...(issue.facts ? { facts: issue.facts } : {}),
  };
}
