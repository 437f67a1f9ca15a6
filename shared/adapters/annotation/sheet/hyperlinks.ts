import { DOCUMENT_RELATIONSHIPS } from '../../tables/xlsx/namespaces.ts';
import type { Relationships } from '../package/relationships.ts';
import {
  attributesOf,
  childrenOf,
  type Element,
  foreignAttribute,
  type XmlDocument,
} from '../xml/document.ts';
import { addition, type Edit, insertion, removal } from '../xml/edits.ts';
import { asAttribute } from '../xml/escape.ts';
import { placeFor } from '../xml/order.ts';
import { locationOf, sheetOfLocation } from './location.ts';
import { byFirstCell, type Mark } from './marks.ts';
import { covering } from './ranges.ts';

/** Excel shows it over the link; ours are known by it where their sheet has been renamed since. */
const TOOLTIP = 'Contrôle de la collecte : anomalie n° ';

/**
 * Links each marked cell to its line in the list of anomalies, but for a cell that has a link already. Earlier links
 * of ours go.
 *
 * @param sheet the sheet of anomalies.
 */
export function linkEdits(
  document: XmlDocument,
  children: readonly Element[],
  marks: readonly Mark[],
  sheet: string,
  relationships: Relationships | null,
): readonly Edit[] {
  const container = children.find(({ local }) => local === 'hyperlinks');
  const standing = container
    ? childrenOf(document, container)
        .filter(({ local }) => local === 'hyperlink')
        .map((element) => ({ element, ...linkOf(document, element, relationships) }))
    : [];
  const leaving = standing.filter((link) => isOurs(link, sheet));
  for (const { relationship } of leaving) if (relationship) relationships?.remove(relationship);
  const staying = standing.filter((link) => !isOurs(link, sheet));

  const isLinked = covering(staying.map(({ ref }) => ref));
  const written = [...byFirstCell(marks)]
    .filter(([cell]) => !isLinked(cell))
    .map(([cell, [mark]]) => (mark ? linkXml(document.prefix, cell, mark, sheet) : ''))
    .join('');
  if (container === undefined) {
    const place = placeFor(document, children, 'worksheet', 'hyperlinks');
    const name = `${document.prefix}hyperlinks`;
    return written === '' ? [] : [insertion(place, `<${name}>${written}</${name}>`)];
  }
  if (written === '' && staying.length === 0) return leaving.length > 0 ? [removal(container)] : [];
  const edits = leaving.map(({ element }) => removal(element));
  return written === '' ? edits : [...edits, addition(container, written)];
}

function linkXml(prefix: string, cell: string, { number, row }: Mark, sheet: string): string {
  const location = asAttribute(locationOf(sheet, `A${row}`));
  return `<${prefix}hyperlink ref="${cell}" location="${location}" tooltip="${asAttribute(TOOLTIP + number)}"/>`;
}

/** Where it leads within the workbook: LibreOffice writes that as the address of something outside it, `#Feuille!A1`. */
function linkOf(document: XmlDocument, element: Element, relationships: Relationships | null) {
  const attributes = attributesOf(document, element);
  const relationship = foreignAttribute(document, element, 'id', DOCUMENT_RELATIONSHIPS);
  const address = relationships?.byId.get(relationship ?? '')?.address ?? '';
  return {
    ref: attributes.get('ref') ?? '',
    tooltip: attributes.get('tooltip') ?? '',
    location: attributes.get('location') ?? (address.startsWith('#') ? address : ''),
    relationship,
  };
}

function isOurs(
  { location, tooltip }: { readonly location: string; readonly tooltip: string },
  sheet: string,
): boolean {
  return tooltip.startsWith(TOOLTIP) || sheetOfLocation(location)?.toLowerCase() === sheet.toLowerCase();
}
