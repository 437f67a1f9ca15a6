import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import { LIMITS } from '../../tables/limits.ts';
import { inflateEntry } from '../../tables/xlsx/inflate-entry.ts';
import { newMeter } from '../../tables/xlsx/meter.ts';
import { partKey } from '../../tables/xlsx/part-name.ts';
import { partMissing, readPart } from '../../tables/xlsx/xlsx-package.ts';
import { readZipDirectory } from '../../tables/xlsx/zip-directory.ts';
import { decodePart, encodePart, type PartText } from '../xml/part-text.ts';
import { deflatedMember, keptMember, rawName, type ZipMember } from './write-zip.ts';

/** What a part of a kind begins with. */
export interface PartKind {
  readonly root: string;
  readonly vocabulary: ReadonlySet<string>;
}

/** The parts of a workbook as they are before it is annotated, by key (part-name.ts), in their order. */
export interface PartSource {
  /** Names as they stand in the zip. */
  readonly names: ReadonlyMap<string, Buffer>;
  /** @throws FileRefusal, TypeError when its bytes are damaged */
  read(key: string): Promise<PartText>;
  /** Whether it is well-formed, within the limits of the reader of deposits, and of that kind. */
  isSound(key: string, kind: PartKind): Promise<boolean>;
  /** As it goes into the zip when nothing changes in it. */
  member(key: string): ZipMember;
}

/** Those of a file, which keep their compressed bytes. @throws FileRefusal when it is no zip within the limits */
export async function partsOfFile(file: Uint8Array): Promise<PartSource> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const directory = await readZipDirectory(bytes, LIMITS);
  const pack = { directory, meter: newMeter(LIMITS) };
  const entryOf = (key: string) => {
    const entry = directory.entries.get(key);
    if (entry === undefined) throw partMissing(key);
    return entry;
  };
  return {
    names: new Map([...directory.entries].map(([key, entry]) => [key, rawName(entry)])),
    read: async (key) => {
      const pieces: Uint8Array[] = [];
      await inflateEntry(directory, key, entryOf(key), (piece) => pieces.push(piece));
      return decodePart(Buffer.concat(pieces));
    },
    isSound: async (key, kind) => {
      try {
        await readPart(pack, { part: key, ...kind }, { open() {}, close() {}, text() {} });
        return true;
      } catch (error) {
        if (error instanceof FileRefusal) return false;
        throw error;
      }
    },
    member: (key) => keptMember(directory, entryOf(key)),
  };
}

/** Those of a workbook of our own, by name, which no file holds yet. */
export function newParts(texts: Readonly<Record<string, string>>): PartSource {
  const parts = new Map(
    Object.entries(texts).map(([name, text]) => [partKey(name), { name: Buffer.from(name), text }]),
  );
  const part = (key: string): PartText & { readonly name: Buffer } => {
    const found = parts.get(key);
    if (found === undefined) throw partMissing(key);
    return { ...found, encoding: 'utf-8' };
  };
  return {
    names: new Map([...parts].map(([key, { name }]) => [key, name])),
    read: async (key) => part(key),
    isSound: async () => true,
    member: (key) => deflatedMember(part(key).name, encodePart(part(key))),
  };
}
