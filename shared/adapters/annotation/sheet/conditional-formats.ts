import { attributesOf, childrenOf, contentOf, type Element, type XmlDocument } from '../xml/document.ts';
import { type Edit, insertion, removal } from '../xml/edits.ts';
import { asContent } from '../xml/escape.ts';
import { placeFor } from '../xml/order.ts';
import { nextTag } from '../xml/tags.ts';
import type { Mark } from './marks.ts';

/** Always true, and how our rules are known again in a file that comes back: nobody else compares this. */
const MARKER = '"anomalie"<>""';

/** Excel cuts longer lists into several elements itself. */
const RANGES_PER_ELEMENT = 100;

/** Places of our two differential formats among the styles. */
export interface DifferentialFormats {
  readonly error: number;
  readonly warning: number;
}

/**
 * Colours marked ranges by rules of conditional formatting: the cells' own styles stay, and removing the rules gives
 * the sheet back. Earlier rules of ours go.
 */
export function colourEdits(
  document: XmlDocument,
  children: readonly Element[],
  marks: readonly Mark[],
  formats: DifferentialFormats,
): readonly Edit[] {
  const edits: Edit[] = [];
  const leaving = new Set<number>();
  for (const element of children.filter(({ local }) => local === 'conditionalFormatting')) {
    const rules = childrenOf(document, element).filter(({ local }) => local === 'cfRule');
    const ours = rules.filter((rule) => isOurs(document, rule));
    for (const { start } of ours) leaving.add(start);
    if (ours.length > 0 && ours.length === rules.length) edits.push(removal(element));
    else edits.push(...ours.map(removal));
  }
  let priority = highestPriority(document, children, leaving);
  const written: string[] = [];
  for (const severity of ['error', 'warning'] as const) {
    const refs = [
      ...new Set(marks.filter((mark) => mark.severity === severity).map(({ range }) => range.ref)),
    ];
    for (let at = 0; at < refs.length; at += RANGES_PER_ELEMENT) {
      priority += 1;
      const sqref = refs.slice(at, at + RANGES_PER_ELEMENT).join(' ');
      written.push(ruleXml(document.prefix, sqref, formats[severity], priority));
    }
  }
  if (written.length > 0)
    edits.push(
      insertion(placeFor(document, children, 'worksheet', 'conditionalFormatting'), written.join('')),
    );
  return edits;
}

function ruleXml(prefix: string, sqref: string, format: number, priority: number): string {
  return (
    `<${prefix}conditionalFormatting sqref="${sqref}"><${prefix}cfRule type="expression" dxfId="${format}" ` +
    `priority="${priority}"><${prefix}formula>${asContent(MARKER)}</${prefix}formula></${prefix}cfRule>` +
    `</${prefix}conditionalFormatting>`
  );
}

function isOurs(document: XmlDocument, rule: Element): boolean {
  return childrenOf(document, rule).some(
    (child) => child.local === 'formula' && contentOf(document, child).replace(/\s/g, '') === MARKER,
  );
}

/** Of the rules that stay, those of the extension list included: Excel wants each priority once on a sheet. */
function highestPriority(
  document: XmlDocument,
  children: readonly Element[],
  leaving: ReadonlySet<number>,
): number {
  let highest = 0;
  for (const element of children) {
    if (element.local !== 'conditionalFormatting' && element.local !== 'extLst') continue;
    for (let at = element.contentStart; ; ) {
      const tag = nextTag(document.text, at);
      if (tag === null || tag.start >= element.contentEnd) break;
      at = tag.end;
      if (!/(^|:)cfRule$/.test(tag.name) || tag.kind === 'close' || leaving.has(tag.start)) continue;
      const rule = { start: tag.start, contentStart: tag.end };
      const priority = Number(attributesOf(document, rule).get('priority'));
      if (priority > highest && Number.isSafeInteger(priority)) highest = priority;
    }
  }
  return highest;
}
