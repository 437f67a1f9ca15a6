import { DOCUMENT_RELATIONSHIPS } from '../../tables/xlsx/namespaces.ts';
import { type Element, foreignAttribute, prefixFor, type XmlDocument } from '../xml/document.ts';
import { type Edit, insertion, removal } from '../xml/edits.ts';
import { placeFor } from '../xml/order.ts';

/** The relationship to the drawing of a sheet's comments; null when it has none. */
export function legacyDrawingOf(document: XmlDocument, children: readonly Element[]): string | null {
  const element = children.find(({ local }) => local === 'legacyDrawing');
  return (element && foreignAttribute(document, element, 'id', DOCUMENT_RELATIONSHIPS)) ?? null;
}

/**
 * @param relationship that the sheet is to have; null for none.
 * @param uri the vocabulary of relationships, to be declared where the root does not.
 */
export function legacyDrawingEdits(
  document: XmlDocument,
  children: readonly Element[],
  relationship: string | null,
  uri: string,
): readonly Edit[] {
  if (legacyDrawingOf(document, children) === relationship) return [];
  const old = children.filter(({ local }) => local === 'legacyDrawing').map(removal);
  if (relationship === null) return old;
  const { prefix, declaration } = prefixFor(document, DOCUMENT_RELATIONSHIPS, { prefix: 'r', uri });
  const xml = `<${document.prefix}legacyDrawing${declaration} ${prefix}id="${relationship}"/>`;
  return [...old, insertion(placeFor(document, children, 'worksheet', 'legacyDrawing'), xml)];
}
