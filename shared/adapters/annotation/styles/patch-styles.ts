import { SPREADSHEET } from '../../tables/xlsx/namespaces.ts';
import type { DifferentialFormats } from '../sheet/conditional-formats.ts';
import { childrenOf, type Element, openDocument, type XmlDocument } from '../xml/document.ts';
import { applyEdits, type Edit, insertion } from '../xml/edits.ts';
import { placeFor } from '../xml/order.ts';
import { DIFFERENTIAL, FIRST, LOOKS, type Look, type LookName } from './looks.ts';

export interface Styles {
  readonly text: string;
  /** The cell style (`s`) of each look. */
  readonly looks: Readonly<Record<LookName, number>>;
  readonly formats: DifferentialFormats;
}

type ListName = keyof typeof FIRST;

/**
 * A stylesheet with our looks at the end of its lists, or where they stand already: what cells of the depositor wear
 * keeps its number.
 *
 * @param text the part, null when the workbook has none.
 * @param main the vocabulary that a new part is to be of.
 * @returns null when the text is no stylesheet.
 */
export function patchStyles(text: string | null, main: string): Styles | null {
  const document = openDocument(
    text ??
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${main}"></styleSheet>`,
    SPREADSHEET,
  );
  if (document === null) return null;
  const children = childrenOf(document, document.root);
  const lists = {
    fonts: openList(document, children, 'fonts'),
    fills: openList(document, children, 'fills'),
    borders: openList(document, children, 'borders'),
    cellXfs: openList(document, children, 'cellXfs'),
    dxfs: openList(document, children, 'dxfs'),
  };
  const parent = children.some(({ local }) => local === 'cellStyleXfs') ? ' xfId="0"' : '';
  const look = ({ font, fill, border, alignment }: Look) =>
    lists.cellXfs.place(
      `<?xf numFmtId="0" fontId="${lists.fonts.place(font)}" fillId="${lists.fills.place(fill)}" ` +
        `borderId="${lists.borders.place(border)}"${parent} quotePrefix="1" applyFont="1" applyFill="1" ` +
        `applyBorder="1" applyAlignment="1">${alignment}</?xf>`,
    );
  const looks = Object.fromEntries(Object.entries(LOOKS).map(([name, one]) => [name, look(one)]));
  const formats = {
    error: lists.dxfs.place(DIFFERENTIAL.error),
    warning: lists.dxfs.place(DIFFERENTIAL.warning),
  };
  const edits = Object.values(lists).flatMap((list) => list.edits());
  return {
    text: edits.length === 0 && text !== null ? text : applyEdits(document.text, edits),
    looks: looks as Styles['looks'],
    formats,
  };
}

/** One list of a stylesheet, in which things are known by their place. */
interface StyleList {
  /** The place of an element, `?` standing for a prefix: where it stands, or else at the end. */
  place(xml: string): number;
  edits(): readonly Edit[];
}

function openList(document: XmlDocument, children: readonly Element[], name: ListName): StyleList {
  const list = children.find(({ local }) => local === name);
  const standing = list
    ? childrenOf(document, list).map(({ start, end }) => document.text.slice(start, end))
    : [];
  const written = (xml: string) => xml.replace(/<(\/?)\?/g, `<$1${document.prefix}`);
  const all = [...standing, ...FIRST[name].map(written).slice(standing.length)];
  return {
    place: (xml) => {
      const wanted = written(xml);
      const at = all.indexOf(wanted);
      return at === -1 ? all.push(wanted) - 1 : at;
    },
    edits: () => {
      const added = all.slice(standing.length).join('');
      if (added === '') return [];
      if (list) return grown(document, list, all.length, added);
      const qualified = `${document.prefix}${name}`;
      const xml = `<${qualified} count="${all.length}">${added}</${qualified}>`;
      return [insertion(placeFor(document, children, 'styleSheet', name), xml)];
    },
  };
}

/** The list with its new elements, and the count that it may announce. */
function grown(document: XmlDocument, list: Element, count: number, added: string): readonly Edit[] {
  const opening = document.text.slice(list.start, list.contentStart).replace(/\/>$/, '>');
  const counted = opening.replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, ` count="${count}"`);
  if (list.isEmpty) return [{ start: list.start, end: list.end, xml: `${counted}${added}</${list.name}>` }];
  return [{ start: list.start, end: list.contentStart, xml: counted }, insertion(list.contentEnd, added)];
}
