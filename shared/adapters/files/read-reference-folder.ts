import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { ReferenceFault } from '../../domain/declarant/reading/fault.ts';
import {
  REFERENCE_FILE_NAMES,
  REQUIRED_FILE,
  type ReferenceFile,
} from '../../domain/declarant/reading/reference-files.ts';
import type { ReferenceSet } from '../../domain/declarant/reference-set.ts';
import { readReferenceFiles } from '../tables/read-reference-files.ts';

export type ReferenceFolderReading =
  | {
      readonly ok: true;
      readonly reference: ReferenceSet;
      /** The bytes of the files that were read, by name in the order of the code points: to be hashed. */
      readonly files: ReadonlyMap<ReferenceFile, Uint8Array>;
    }
  | { readonly ok: false; readonly faults: readonly ReferenceFault[] };

export interface ReferenceFolderOptions {
  /** The one in hand, of which edition_reference.csv must be. @default whatever that file says */
  readonly campaign?: CampaignYear;
  /** Files of the set that lie elsewhere; the folder has none of that name. @default none */
  readonly beside?: ReadonlyMap<ReferenceFile, Uint8Array>;
}

/** Reads a reference set from a folder, or says everything that is wrong with it: nothing is half-loaded. */
export async function readReferenceFolder(
  folder: string,
  { campaign, beside = new Map() }: ReferenceFolderOptions = {},
): Promise<ReferenceFolderReading> {
  if (!(await isFolder(folder))) return refused({ code: 'FOLDER_MISSING', file: folder });
  const files = new Map<ReferenceFile, Uint8Array>();
  const faults: ReferenceFault[] = [];
  for (const file of REFERENCE_FILE_NAMES.toSorted()) {
    const given = beside.get(file);
    if (given) files.set(file, given);
    try {
      files.set(file, await readFile(join(folder, file)));
      if (given) faults.push({ code: 'FILE_TWICE', file, line: null, seen: folder });
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'ENOENT') faults.push({ code: 'FILE_UNREADABLE', file, line: null, seen: code });
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  if (!files.has(REQUIRED_FILE)) return refused({ code: 'FILE_MISSING', file: join(folder, REQUIRED_FILE) });
  const reading = readReferenceFiles(files, campaign);
  return reading.ok ? { ...reading, files } : reading;
}

function refused(fault: Pick<ReferenceFault, 'code' | 'file'>): ReferenceFolderReading {
  return { ok: false, faults: [{ ...fault, line: null, seen: '' }] };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** The system's word for why a file could not be read: EACCES, EISDIR… */
function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  throw error;
}
