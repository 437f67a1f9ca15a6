import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import { partKey } from '../../tables/xlsx/part-name.ts';
import { partMissing } from '../../tables/xlsx/xlsx-package.ts';
import { encodePart, type PartText } from '../xml/part-text.ts';
import type { PartKind, PartSource } from './part-source.ts';
import { deflatedMember, writeZip } from './write-zip.ts';

/** A workbook's parts being changed, each found under its key (part-name.ts). */
export interface OpenPackage {
  has(key: string): boolean;
  /** As it stands in the zip, with slashes. */
  nameOf(key: string): string;
  keys(): readonly string[];
  /** Null when there is no such part. @throws FileRefusal, TypeError when its bytes are damaged */
  read(key: string): Promise<string | null>;
  /** The same of a part that the reader of deposits never looks at; null too where it is not of its kind, well-formed. */
  readSound(key: string, kind: PartKind): Promise<string | null>;
  /** The same of a part that need not be well-formed; null too where its bytes are damaged. */
  readLoose(key: string): Promise<string | null>;
  /** Under that name when it is a new part; a text equal to what stands changes nothing. */
  write(name: string, text: string): void;
  drop(key: string): void;
  /** The parts that stand as they stood keep their place and their bytes; new ones follow. */
  toBytes(): Uint8Array;
}

export function openPackage({ names, ...source }: PartSource): OpenPackage {
  const known = new Map<string, PartText>();
  /** Null for a part that is dropped. */
  const changes = new Map<string, { readonly name: string; readonly part: PartText } | null>();

  const has = (key: string) => {
    const change = changes.get(key);
    return change === undefined ? names.has(key) : change !== null;
  };
  const read = async (key: string): Promise<string | null> => {
    if (!has(key)) return null;
    const changed = changes.get(key);
    if (changed) return changed.part.text;
    const part = known.get(key) ?? (await source.read(key));
    known.set(key, part);
    return part.text;
  };

  return {
    has,
    nameOf: (key) => {
      const name = names.get(key)?.toString('utf8') ?? changes.get(key)?.name;
      if (name === undefined) throw partMissing(key);
      return name.replaceAll('\\', '/').replace(/^\//, '');
    },
    keys: () => [...new Set([...names.keys(), ...changes.keys()])].filter(has),
    read,
    readSound: async (key, kind) => (has(key) && (await source.isSound(key, kind)) ? read(key) : null),
    readLoose: async (key) => {
      try {
        return await read(key);
      } catch (error) {
        if (error instanceof FileRefusal || error instanceof TypeError) return null;
        throw error;
      }
    },
    write: (name, text) => {
      const key = partKey(name);
      const before = known.get(key);
      if (before?.text === text) changes.delete(key);
      else changes.set(key, { name, part: { text, encoding: before?.encoding ?? 'utf-8' } });
    },
    drop: (key) => void changes.set(key, null),
    toBytes: () => {
      const kept = [...names].flatMap(([key, name]) => {
        const change = changes.get(key);
        if (change === null) return [];
        return change ? deflatedMember(name, encodePart(change.part)) : source.member(key);
      });
      const added = [...changes].flatMap(([key, change]) =>
        change === null || names.has(key)
          ? []
          : deflatedMember(Buffer.from(change.name), encodePart(change.part)),
      );
      return writeZip([...kept, ...added]);
    },
  };
}
