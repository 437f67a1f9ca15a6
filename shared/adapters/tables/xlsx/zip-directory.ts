import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import type { Limits } from '../limits.ts';
import { partKey } from './part-name.ts';

/** A zip whose directory has been read and found within bounds; nothing is inflated yet. */
export interface ZipDirectory {
  readonly bytes: Buffer;
  readonly zip: ZipFile;
  /** By part key: no two entries share one, and no two overlap in the file. */
  readonly entries: ReadonlyMap<string, Entry>;
}

/** The fixed part of an entry's local header; its name and data follow. */
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;

/**
 * Reads the directory of a zip, and refuses it when it is damaged, has too many entries, two of one name
 * or two that overlap, or declares more than the limits allow.
 */
export async function readZipDirectory(bytes: Buffer, limits: Limits): Promise<ZipDirectory> {
  const zip = await open(bytes);
  if (zip.entryCount > limits.zipEntries) {
    throw new FileRefusal('ZIP_TOO_MANY_ENTRIES', {
      seen: String(zip.entryCount),
      facts: { limit: String(limits.zipEntries) },
    });
  }
  const entries = byKey(await listEntries(zip));
  refuseOverlaps([...entries.values()]);
  refuseDeclaredSizes([...entries.values()], bytes.length, limits);
  return { bytes, zip, entries };
}

function open(bytes: Buffer): Promise<ZipFile> {
  // Names are decoded and sizes compared here rather than in yauzl, whose refusals are sentences without codes.
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false };
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, options, (cause, zip) => (cause ? reject(damaged(cause)) : resolve(zip)));
  });
}

function listEntries(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (cause: Error) => reject(damaged(cause)));
    zip.readEntry();
  });
}

function byKey(entries: readonly Entry[]): Map<string, Entry> {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    // The names that matter are ASCII: any encoding of the others only has to keep them apart.
    const key = partKey((entry as unknown as { fileNameRaw: Buffer }).fileNameRaw.toString('utf8'));
    if (found.has(key)) throw new FileRefusal('ZIP_ENTRY_TWICE', { seen: key });
    found.set(key, entry);
  }
  return found;
}

/** Two entries on the same bytes are how a small zip inflates without end. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of inOrder) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) throw new FileRefusal('ZIP_ENTRY_TWICE', { facts: { what: 'overlap' } });
    end = start + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize;
  }
}

/** Inflating stops where an entry passes the size it declares, so these sums also bound what is really inflated. */
function refuseDeclaredSizes(entries: readonly Entry[], fileBytes: number, limits: Limits): void {
  let total = 0;
  for (const entry of entries) {
    if (entry.compressionMethod === STORED && entry.compressedSize !== entry.uncompressedSize) {
      throw new FileRefusal('ZIP_SIZE_LIES', { seen: String(entry.uncompressedSize) });
    }
    total += entry.uncompressedSize;
  }
  if (total > limits.inflatedBytes) {
    throw new FileRefusal('ZIP_TOO_LARGE', {
      seen: String(total),
      facts: { what: 'bytes', limit: String(limits.inflatedBytes) },
    });
  }
  if (total > limits.ratioFloorBytes && total / fileBytes > limits.ratio) {
    throw new FileRefusal('ZIP_RATIO', {
      seen: String(Math.round(total / fileBytes)),
      facts: { limit: String(limits.ratio) },
    });
  }
}

function damaged(cause: Error): FileRefusal {
  return new FileRefusal('ZIP_DAMAGED', { cause });
}
