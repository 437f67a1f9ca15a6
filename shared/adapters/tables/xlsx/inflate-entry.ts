import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import type { ZipDirectory } from './zip-directory.ts';

/** Up to this inflated size an entry is inflated in one call, several times faster than through a stream. */
const AT_ONCE_BYTES = 256 * 1024;
const CHUNK_BYTES = 64 * 1024;
const STORED = 0;
const DEFLATED = 8;

/**
 * Gives the bytes of one entry to `onBytes`, piece by piece, never more than AT_ONCE_BYTES at a time, and
 * stops with a refusal where the entry is damaged, encrypted, longer or shorter than the directory
 * declares, or other than its checksum says.
 */
export async function inflateEntry(
  directory: ZipDirectory,
  key: string,
  entry: Entry,
  onBytes: (bytes: Uint8Array) => void,
): Promise<void> {
  const facts = { part: key };
  if (entry.isEncrypted()) throw new FileRefusal('FILE_IS_ENCRYPTED', { facts });
  const compressed = await compressedBytes(directory, entry, facts);
  const lies = () => new FileRefusal('ZIP_SIZE_LIES', { seen: String(entry.uncompressedSize), facts });
  let size = 0;
  let checksum = 0;
  const take = (bytes: Uint8Array) => {
    size += bytes.length;
    if (size > entry.uncompressedSize) throw lies();
    checksum = crc32(bytes, checksum);
  };
  if (entry.uncompressedSize <= AT_ONCE_BYTES) {
    const bytes = inflateAtOnce(entry, compressed, facts, lies);
    take(bytes);
    check();
    onBytes(bytes);
    return;
  }
  for await (const bytes of pieces(entry, compressed, facts)) {
    take(bytes);
    onBytes(bytes);
  }
  check();

  function check(): void {
    if (size !== entry.uncompressedSize) throw lies();
    if (checksum !== entry.crc32) {
      throw new FileRefusal('ZIP_DAMAGED', { facts: { ...facts, what: 'checksum' } });
    }
  }
}

type Facts = Readonly<Record<string, string>>;

function inflateAtOnce(entry: Entry, compressed: Buffer, facts: Facts, lies: () => FileRefusal): Uint8Array {
  if (entry.compressionMethod === STORED) return compressed;
  try {
    return inflateRawSync(compressed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw lies();
    throw new FileRefusal('ZIP_DAMAGED', { facts, cause });
  }
}

async function* pieces(entry: Entry, compressed: Buffer, facts: Facts): AsyncGenerator<Uint8Array, void> {
  if (entry.compressionMethod === STORED) {
    for (let at = 0; at < compressed.length; at += CHUNK_BYTES) {
      yield compressed.subarray(at, at + CHUNK_BYTES);
    }
    return;
  }
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflate.end(compressed);
  try {
    // What the consumer throws ends this generator without passing through the catch: only zlib's errors do.
    for await (const bytes of inflate) yield bytes;
  } catch (cause) {
    throw new FileRefusal('ZIP_DAMAGED', { facts, cause });
  }
}

/** yauzl 3 has it; the published types are those of yauzl 2. */
interface LocalHeaders {
  readLocalFileHeader(
    entry: Entry,
    options: { readonly minimal: true },
    callback: (cause: Error | null, header: { readonly fileDataStart: number }) => void,
  ): void;
}

function compressedBytes(directory: ZipDirectory, entry: Entry, facts: Facts): Promise<Buffer> {
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw new FileRefusal('ZIP_DAMAGED', {
      facts: { ...facts, what: 'method', method: String(entry.compressionMethod) },
    });
  }
  const zip = directory.zip as ZipFile & LocalHeaders;
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, { minimal: true }, (cause, header) => {
      if (cause) return reject(new FileRefusal('ZIP_DAMAGED', { facts, cause }));
      const start = header.fileDataStart;
      resolve(directory.bytes.subarray(start, start + entry.compressedSize));
    });
  });
}
