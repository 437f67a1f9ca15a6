import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import { relationshipsOf } from '../../tables/xlsx/part-name.ts';
import { readPart } from '../../tables/xlsx/xlsx-package.ts';
import type { OpenPackage } from './open-package.ts';

/**
 * A part that the reader of deposits never looks at; null when it is not there, or not as a part of its kind should be:
 * then it is left alone.
 */
export async function readSound(
  file: OpenPackage,
  key: string,
  kind: { readonly root: string; readonly vocabulary: ReadonlySet<string> },
): Promise<string | null> {
  const ignored = { open() {}, close() {}, text() {} };
  try {
    if (!file.has(key)) return null;
    await readPart(file.pack, { part: key, ...kind }, ignored);
    return await file.read(key);
  } catch (error) {
    if (error instanceof FileRefusal) return null;
    throw error;
  }
}

/** The text of a part that need not be well-formed; null when it is not there or cannot be read. */
export async function readLoose(file: OpenPackage, key: string): Promise<string | null> {
  try {
    return await file.read(key);
  } catch (error) {
    if (error instanceof FileRefusal || error instanceof TypeError) return null;
    throw error;
  }
}

/** `xl/worksheets/_rels/sheet1.xml.rels` for a part named `xl/worksheets/sheet1.xml`, its case kept. */
export function relationshipsName(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1) + relationshipsOf(name.slice(name.lastIndexOf('/') + 1));
}
