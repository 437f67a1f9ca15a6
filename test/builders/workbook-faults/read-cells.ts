import { type Parts, relationsOf, sheetsOf, treeOf } from '../workbook-package.ts';
import { within, type XmlNode } from '../xml-tree.ts';

/** A cell as it lies in the package. */
interface RawCell {
  readonly ref: string;
  readonly row: number;
  /** From 1. */
  readonly column: number;
  /** What it shows; a number as it is written. */
  readonly value: string | null;
  readonly isText: boolean;
  readonly formula: string | null;
  readonly style: number;
  /** Of the shared string, where it is one. */
  readonly shared: number | null;
}

export interface RawSheet {
  readonly name: string;
  readonly part: string;
  readonly tree: XmlNode;
  /** By reference. */
  readonly cells: ReadonlyMap<string, RawCell>;
  /** As they lie, doubles included. */
  readonly order: readonly RawCell[];
}

/** The tabs of a package with their cells. */
export function rawSheets(parts: Parts): readonly RawSheet[] {
  const texts = sharedTexts(parts);
  return sheetsOf(parts).map(({ name, part }) => {
    const tree = treeOf(parts, part);
    const order = within(tree, 'c').map((cell) => rawCell(cell, texts));
    return { name, part, tree, order, cells: new Map(order.map((cell) => [cell.ref, cell])) };
  });
}

/** Empty where the workbook has none. */
export function sharedTexts(parts: Parts): readonly string[] {
  const workbook = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const part = relationsOf(parts, workbook).find(({ type }) => type === 'sharedStrings')?.target;
  return part ? treeOf(parts, part).children.map(({ text }) => text) : [];
}

function rawCell(node: XmlNode, texts: readonly string[]): RawCell {
  const ref = node.attributes['r'] ?? '';
  const type = node.attributes['t'];
  const inner = (local: string) => node.children.find((child) => child.local === local)?.text ?? null;
  const shared = type === 's' ? Number(inner('v')) : null;
  const value = shared === null ? (inner('v') ?? inner('is')) : (texts[shared] ?? null);
  return {
    ref,
    ...placeOf(ref),
    value,
    isText: shared !== null || type === 'str' || type === 'inlineStr',
    formula: inner('f'),
    style: Number(node.attributes['s'] ?? 0),
    shared,
  };
}

/** `AB12` as column 28, row 12; zeros for what is no reference. */
export function placeOf(ref: string): { column: number; row: number } {
  const [, letters = '', row = '0'] = /^\$?([A-Z]+)\$?(\d+)$/.exec(ref) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column, row: Number(row) };
}

/** The corners of `A1:B3`, or of `A1` twice. */
export function cornersOf(range: string): {
  first: ReturnType<typeof placeOf>;
  last: ReturnType<typeof placeOf>;
} {
  const [first = '', last = first] = range.split(':');
  return { first: placeOf(first), last: placeOf(last) };
}
