import { SPREADSHEET } from '../../tables/xlsx/namespaces.ts';
import { COMMENTS_TYPE, VML_TYPE } from '../package/content-types.ts';
import { COMMENTS_KEY, nextNumber, VML_KEY } from '../package/part-numbers.ts';
import { pathFrom, type Relationships } from '../package/relationships.ts';
import { legacyDrawingOf } from '../sheet/legacy-drawing.ts';
import type { Workspace } from '../workspace.ts';
import type { Element, XmlDocument } from '../xml/document.ts';
import { anchorOf } from './anchor.ts';
import { sheetSizes } from './column-widths.ts';
import { type CommentsChange, type Note, patchComments } from './comments-part.ts';
import { patchVmlDrawing } from './vml-drawing.ts';

export interface Commented {
  /** The relationship to the drawing that the sheet is to have; null for none. */
  readonly drawing: string | null;
  /** Cells that bear a comment of someone else. */
  readonly kept: ReadonlySet<string>;
}

interface SheetToComment {
  readonly key: string;
  readonly document: XmlDocument;
  readonly children: readonly Element[];
  readonly relationships: Relationships;
}

/**
 * Puts the comments of a sheet, in its own part of comments and its own drawing where it has them, and takes away
 * earlier ones of ours. Where these parts are strange, they stay as they are: the issues stand in the list.
 */
export async function commentSheet(
  space: Workspace,
  sheet: SheetToComment,
  notes: readonly Note[],
): Promise<Commented> {
  const { relationships, document, children } = sheet;
  const standing = legacyDrawingOf(document, children);
  const link = relationships.all.find(({ type }) => type === 'comments');
  const kind = { root: 'comments', vocabulary: SPREADSHEET };
  const text = link?.target ? await space.file.readSound(link.target, kind) : null;
  const change = link && text === null ? null : patchComments(text, notes, space.main);
  const unchanged = { drawing: standing, kept: change?.kept ?? new Set<string>() };
  if (change === null || change.put.length + change.removed.length === 0) return unchanged;
  const drawing = await drawBoxes(space, sheet, standing, change);
  if (drawing === 'strange') return unchanged;
  putComments(space, sheet, link, change);
  return { drawing, kept: change.kept };
}

function putComments(
  { file, changes, folder }: Workspace,
  { key, relationships }: SheetToComment,
  link: Relationships['all'][number] | undefined,
  { text }: CommentsChange,
): void {
  if (text === null) {
    if (link?.target) changes.drop(link.target);
    if (link) relationships.remove(link.id);
  } else if (link?.target) changes.put(file.nameOf(link.target), text, COMMENTS_TYPE);
  else {
    const name = `${folder}comments${nextNumber(file.keys(), COMMENTS_KEY)}.xml`;
    changes.put(name, text, COMMENTS_TYPE);
    relationships.add('comments', pathFrom(file.nameOf(key), name));
  }
}

/** @returns the relationship to the drawing. */
async function drawBoxes(
  { file, changes, folder }: Workspace,
  { key, document, children, relationships }: SheetToComment,
  standing: string | null,
  { put, removed }: CommentsChange,
): Promise<string | null | 'strange'> {
  const link = relationships.byId.get(standing ?? '');
  const text = link?.target ? await file.readLoose(link.target) : null;
  if (standing !== null && text === null) return 'strange';
  const number = link?.target ? nextNumber([link.target], VML_KEY) - 1 : nextNumber(file.keys(), VML_KEY);
  const sizes = sheetSizes(document, children);
  const boxes = put.map(({ cell, title, text: words }) => ({
    cell,
    anchor: anchorOf(cell, `${title}\n${words}`, sizes),
  }));
  const drawing = patchVmlDrawing(text, removed, boxes, Math.max(1, number));
  if (drawing === 'strange') return drawing;
  if (drawing === null) {
    if (link?.target) changes.drop(link.target);
    if (link) relationships.remove(link.id);
    return null;
  }
  if (link?.target) {
    changes.put(file.nameOf(link.target), drawing, VML_TYPE);
    return standing;
  }
  const name = `${folder}drawings/vmlDrawing${number}.vml`;
  changes.put(name, drawing, VML_TYPE);
  return relationships.add('vmlDrawing', pathFrom(file.nameOf(key), name));
}
