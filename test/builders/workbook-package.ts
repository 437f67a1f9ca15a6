import { posix } from 'node:path';
import JSZip from 'jszip';
import { within, type XmlNode, xmlTree } from './xml-tree.ts';

/** The parts of a package by name, with slashes, decompressed, in the order of the zip. */
export type Parts = ReadonlyMap<string, Buffer>;

export async function partsOf(bytes: Uint8Array): Promise<Parts> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const parts = new Map<string, Buffer>();
  for (const entry of Object.values(zip.files)) {
    if (!entry.dir) parts.set(entry.name.replaceAll('\\', '/'), Buffer.from(await entry.async('uint8array')));
  }
  return parts;
}

/** The standard compares names without case, and so do real workbooks. */
export function bytesOf(parts: Parts, name: string): Buffer | undefined {
  const exact = parts.get(name);
  if (exact) return exact;
  return [...parts].find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
}

export function textOf(parts: Parts, name: string): string {
  const bytes = bytesOf(parts, name);
  if (!bytes) throw new Error(`no part ${name}: ${[...parts.keys()].join(', ')}`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes).swap16().toString('utf16le');
  return bytes.toString('utf8');
}

/** A part is looked at from many sides: its tree is made once. */
const TREES = new WeakMap<Buffer, XmlNode>();

export function treeOf(parts: Parts, name: string): XmlNode {
  const bytes = bytesOf(parts, name);
  const known = bytes && TREES.get(bytes);
  if (known) return known;
  const tree = xmlTree(textOf(parts, name));
  if (bytes) TREES.set(bytes, tree);
  return tree;
}

export interface Relation {
  readonly id: string;
  /** The last word of its type. */
  readonly type: string;
  /** The part's name; null outside the file. */
  readonly target: string | null;
}

/** The relationships of a part, '' for the package's own. */
export function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const list = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  const name = part === '' ? '_rels/.rels' : list;
  if (!bytesOf(parts, name)) return [];
  return treeOf(parts, name).children.map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
    target:
      attributes['TargetMode'] === 'External'
        ? null
        : posix.resolve('/', posix.dirname(part), attributes['Target'] ?? '').slice(1),
  }));
}

export interface OpenSheet {
  readonly name: string;
  readonly part: string;
}

/** The worksheets, in the order of their tabs. */
export function sheetsOf(parts: Parts): readonly OpenSheet[] {
  const workbook = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const relations = relationsOf(parts, workbook);
  return within(treeOf(parts, workbook), 'sheet').flatMap(({ attributes }) => {
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
    const relation = relations.find((one) => one.id === id);
    return relation?.type === 'worksheet' && relation.target !== null
      ? [{ name: attributes['name'] ?? '', part: relation.target }]
      : [];
  });
}

/** Rows of texts, by reference, of a sheet whose texts are inline. */
export function inlineTexts(parts: Parts, part: string): ReadonlyMap<string, string> {
  return new Map(
    within(treeOf(parts, part), 'c')
      .filter(({ text }) => text !== '')
      .map((cell) => [cell.attributes['r'] ?? '', cell.text] as const),
  );
}
