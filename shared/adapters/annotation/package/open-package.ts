import { LIMITS } from '../../tables/limits.ts';
import { inflateEntry } from '../../tables/xlsx/inflate-entry.ts';
import { newMeter } from '../../tables/xlsx/meter.ts';
import { partKey } from '../../tables/xlsx/part-name.ts';
import { partMissing, type XlsxPackage } from '../../tables/xlsx/xlsx-package.ts';
import { readZipDirectory } from '../../tables/xlsx/zip-directory.ts';
import { decodePart, encodePart, type PartText } from '../xml/part-text.ts';
import { deflatedMember, keptMember, rawName, writeZip } from './write-zip.ts';

/** A workbook's parts being changed, each found under its key (part-name.ts). */
export interface OpenPackage {
  /** The same file, for the readers of parts; it shows no change. */
  readonly pack: XlsxPackage;
  has(key: string): boolean;
  /** As it stands in the zip, with slashes. */
  nameOf(key: string): string;
  keys(): readonly string[];
  /** Null when there is no such part. @throws FileRefusal, TypeError when its bytes are damaged */
  read(key: string): Promise<string | null>;
  /** Under that name when it is a new part; a text equal to what stands changes nothing. */
  write(name: string, text: string): void;
  drop(key: string): void;
  /** The parts that stand as they stood keep their compressed bytes and their order; new ones follow. */
  toBytes(): Uint8Array;
}

/** @throws FileRefusal when it is no zip within the limits. */
export async function openPackage(file: Uint8Array): Promise<OpenPackage> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const directory = await readZipDirectory(bytes, LIMITS);
  const pack: XlsxPackage = { directory, meter: newMeter(LIMITS) };
  const read = new Map<string, PartText>();
  /** Null for a part that is dropped. */
  const changes = new Map<string, { readonly name: string; readonly part: PartText } | null>();

  const has = (key: string) => {
    const change = changes.get(key);
    return change === undefined ? directory.entries.has(key) : change !== null;
  };
  const nameOf = (key: string) => {
    const entry = directory.entries.get(key);
    const name = entry ? rawName(entry).toString('utf8') : changes.get(key)?.name;
    if (name === undefined) throw partMissing(key);
    return name.replaceAll('\\', '/').replace(/^\//, '');
  };
  const inflated = async (key: string): Promise<PartText | null> => {
    const entry = directory.entries.get(key);
    if (entry === undefined) return null;
    const pieces: Uint8Array[] = [];
    await inflateEntry(directory, key, entry, (piece) => pieces.push(piece));
    const part = decodePart(Buffer.concat(pieces));
    read.set(key, part);
    return part;
  };

  return {
    pack,
    has,
    nameOf,
    keys: () => [...new Set([...directory.entries.keys(), ...changes.keys()])].filter(has),
    read: async (key) => {
      if (!has(key)) return null;
      const part = changes.get(key)?.part ?? read.get(key) ?? (await inflated(key));
      return part?.text ?? null;
    },
    write: (name, text) => {
      const key = partKey(name);
      const before = read.get(key);
      if (before?.text === text) changes.delete(key);
      else changes.set(key, { name, part: { text, encoding: before?.encoding ?? 'utf-8' } });
    },
    drop: (key) => void changes.set(key, null),
    toBytes: () => {
      const kept = [...directory.entries].flatMap(([key, entry]) => {
        const change = changes.get(key);
        if (change === null) return [];
        return change
          ? deflatedMember(rawName(entry), encodePart(change.part))
          : keptMember(directory, entry);
      });
      const added = [...changes].flatMap(([key, change]) =>
        change === null || directory.entries.has(key)
          ? []
          : deflatedMember(Buffer.from(change.name), encodePart(change.part)),
      );
      return writeZip([...kept, ...added]);
    },
  };
}
