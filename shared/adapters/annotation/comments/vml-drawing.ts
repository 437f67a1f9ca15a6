import { parseReference, writeReference } from '../../../domain/deposit/cell-reference.ts';
import { attributesOf } from '../xml/document.ts';
import { applyEdits, type Edit, insertion } from '../xml/edits.ts';
import { nextTag, type Tag } from '../xml/tags.ts';

/** The box of a comment. */
export interface NoteBox {
  readonly cell: string;
  /** Eight numbers (`x:Anchor`). */
  readonly anchor: string;
}

const NAMESPACES = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
} as const;
const BOX_TYPE = '_x0000_t202';
/** Each drawing has its own thousand of shapes: `_x0000_s1025` is the first of drawing 1. */
const SHAPES_PER_DRAWING = 1_024;

/** A drawing is left out of the file only when none of these is in it. */
const DRAWN = new Set([
  'shape',
  'rect',
  'roundrect',
  'oval',
  'line',
  'polyline',
  'arc',
  'curve',
  'image',
  'group',
]);

interface Shape {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  /** The cell whose comment it shows; null for a control, a picture… */
  readonly cell: string | null;
}

/**
 * The drawing in which a sheet's comments have their boxes, with other boxes; null when no shape is left in it,
 * 'strange' when it is none that we know how to write into. Excel's own drawings of this kind are not always
 * well-formed (`<br>`): it is read tag by tag, and what is not ours is not looked at.
 *
 * @param text the part, null when the sheet has none.
 * @param gone cells whose box goes.
 * @param number of the drawing in the workbook, from 1.
 */
export function patchVmlDrawing(
  text: string | null,
  gone: readonly string[],
  boxes: readonly NoteBox[],
  number: number,
): string | null | 'strange' {
  const drawing = text ?? emptyDrawing(number);
  const end = drawing.lastIndexOf('</');
  const root = nextTag(drawing, 0);
  if (root?.kind !== 'open' || end < root.end || !declaresAll(drawing, root)) return 'strange';
  const shapes = shapesOf(drawing, root.end);
  const removed = new Set(gone);
  const leaves = ({ cell }: Shape) => cell !== null && removed.has(cell);
  const staying = shapes.filter((shape) => !leaves(shape));
  if (staying.length === 0 && boxes.length === 0) return null;
  const first = highestId(staying, number * SHAPES_PER_DRAWING) + 1;
  const written = boxes.map((box, at) => boxXml(box, first + at)).join('');
  const type = boxes.length === 0 || drawing.includes(`id="${BOX_TYPE}"`) ? '' : BOX_TYPE_XML;
  const edits: Edit[] = shapes.filter(leaves).map(({ start, end: to }) => ({ start, end: to, xml: '' }));
  return applyEdits(drawing, [...edits, insertion(end, type + written)]);
}

function shapesOf(text: string, from: number): readonly Shape[] {
  const shapes: Shape[] = [];
  for (let at = from; ; ) {
    const tag = nextTag(text, at);
    if (tag === null) return shapes;
    at = tag.end;
    if (tag.kind === 'close' || !DRAWN.has(localOf(tag))) continue;
    const end = tag.kind === 'empty' ? tag.end : endOf(text, tag);
    const id = attributesOf({ text }, { start: tag.start, contentStart: tag.end }).get('id') ?? '';
    shapes.push({ start: tag.start, end, id, cell: cellOf(text, tag.end, end) });
    at = end;
  }
}

function endOf(text: string, tag: Tag): number {
  const close = `</${tag.name}>`;
  const at = text.indexOf(close, tag.end);
  return at === -1 ? text.length : at + close.length;
}

/** Of a shape whose data are those of a note, the cell that they name. */
function cellOf(text: string, from: number, to: number): string | null {
  let isNote = false;
  const place = new Map<string, number>();
  for (let at = from; ; ) {
    const tag = nextTag(text, at);
    if (tag === null || tag.start >= to) break;
    at = tag.end;
    if (tag.kind !== 'open') continue;
    const local = localOf(tag);
    if (local === 'ClientData')
      isNote =
        attributesOf({ text }, { start: tag.start, contentStart: tag.end }).get('ObjectType') === 'Note';
    else if (local === 'Row' || local === 'Column')
      place.set(local, Number(text.slice(tag.end, text.indexOf('<', tag.end)).trim()));
  }
  const row = place.get('Row');
  const column = place.get('Column');
  if (!isNote || !Number.isSafeInteger(row) || !Number.isSafeInteger(column)) return null;
  return writeReference({ row: (row ?? 0) + 1, column: column ?? 0 });
}

function localOf({ name }: Tag): string {
  return name.slice(name.indexOf(':') + 1);
}

function highestId(shapes: readonly Shape[], otherwise: number): number {
  return shapes.reduce(
    (highest, { id }) => Math.max(highest, Number(/^_x0000_s(\d{1,9})$/.exec(id)?.[1] ?? 0)),
    otherwise,
  );
}

/** Excel always declares them so, on the root. */
function declaresAll(text: string, root: Tag): boolean {
  const attributes = attributesOf({ text }, { start: root.start, contentStart: root.end });
  return Object.entries(NAMESPACES).every(([prefix, uri]) => attributes.get(`xmlns:${prefix}`) === uri);
}

function emptyDrawing(number: number): string {
  const declared = Object.entries(NAMESPACES).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
  return (
    `<xml ${declared.join(' ')}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/>` +
    `</o:shapelayout></xml>`
  );
}

const BOX_TYPE_XML =
  `<v:shapetype id="${BOX_TYPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

function boxXml({ cell, anchor }: NoteBox, id: number): string {
  const { row, column } = parseReference(cell) ?? { row: 1, column: 0 };
  return (
    `<v:shape id="_x0000_s${id}" type="#${BOX_TYPE}" ` +
    'style="position:absolute;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">' +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
