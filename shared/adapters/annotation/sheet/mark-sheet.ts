import { commentTitle } from '../../../messages/annotation-texts.ts';
import { SPREADSHEET } from '../../tables/xlsx/namespaces.ts';
import { commentSheet } from '../comments/comment-sheet.ts';
import type { Note } from '../comments/comments-part.ts';
import { putRelationships, relationshipsOfPart, type Workspace } from '../workspace.ts';
import { cellText } from '../xml/cell-text.ts';
import { childrenOf, openDocument } from '../xml/document.ts';
import { applyEdits } from '../xml/edits.ts';
import { colourEdits, type DifferentialFormats } from './conditional-formats.ts';
import { linkEdits } from './hyperlinks.ts';
import { legacyDrawingEdits, legacyDrawingOf } from './legacy-drawing.ts';
import { byFirstCell, type Mark } from './marks.ts';

/** Issues of one cell that its comment tells; the others stand in the list. */
const MOST_IN_A_COMMENT = 8;

/**
 * Marks one sheet, and takes earlier marks of ours away: colours, comments, links to the list of anomalies. What stands
 * in its cells is not touched.
 *
 * @param anomalies the sheet of anomalies.
 * @returns the cells whose comment of someone else stayed.
 */
export async function markSheet(
  space: Workspace,
  key: string,
  marks: readonly Mark[],
  formats: DifferentialFormats,
  anomalies: string,
): Promise<ReadonlySet<string>> {
  const document = openDocument((await space.file.read(key)) ?? '', SPREADSHEET);
  if (document === null) return new Set();
  const children = childrenOf(document, document.root);
  const relationships = await relationshipsOfPart(space, key);
  const { drawing, kept } = relationships
    ? await commentSheet(space, { key, document, children, relationships }, notesOf(marks))
    : { drawing: legacyDrawingOf(document, children), kept: new Set<string>() };
  const edits = [
    ...colourEdits(document, children, marks, formats),
    ...linkEdits(document, children, marks, anomalies, relationships),
    ...legacyDrawingEdits(document, children, drawing, space.relationshipTypes),
  ];
  if (edits.length > 0) space.file.write(space.file.nameOf(key), applyEdits(document.text, edits));
  if (relationships) putRelationships(space, key, relationships);
  return kept;
}

function notesOf(marks: readonly Mark[]): readonly Note[] {
  return [...byFirstCell(marks)].map(([cell, all]) => {
    const title = all.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
    const told = all.slice(0, MOST_IN_A_COMMENT).map(({ comment }) => comment);
    return { cell, title: commentTitle(title), text: cellText(told.join('\n\n')) };
  });
}
