import { DOCUMENT_RELATIONSHIPS, SPREADSHEET } from '../../tables/xlsx/namespaces.ts';
import { locationOf } from '../sheet/location.ts';
import {
  attributesOf,
  childrenOf,
  contentOf,
  type Element,
  foreignAttribute,
  openDocument,
  prefixFor,
  type XmlDocument,
} from '../xml/document.ts';
import { addition, applyEdits, type Edit, insertion, removal } from '../xml/edits.ts';
import { asAttribute, asContent } from '../xml/escape.ts';
import { placeFor } from '../xml/order.ts';

/** One tab and the relationship that leads to its part. */
interface WorkbookTab {
  readonly name: string;
  readonly relationship: string;
}

export interface WorkbookText {
  readonly document: XmlDocument;
  readonly children: readonly Element[];
  readonly tabs: readonly WorkbookTab[];
  /** Where the name of our sheet points, as written; null when there is no such name. */
  readonly ours: string | null;
  /** The vocabularies that the workbook is written in, transitional or strict. */
  readonly main: string;
  readonly relationships: string;
}

const PRINT_TITLES = '_xlnm.Print_Titles';
/** Strict workbooks have both vocabularies strict. */
const RELATIONSHIPS_OF: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main':
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

/** @param name the defined name by which our sheet is known. @returns null when the text is no workbook. */
export function openWorkbookText(text: string, name: string): WorkbookText | null {
  const document = openDocument(text, SPREADSHEET);
  if (document === null) return null;
  const main = document.namespaces.get(document.prefix.replace(':', '')) ?? '';
  const children = childrenOf(document, document.root);
  const tabs = elementsOf(document, children, 'sheets', 'sheet').map((element) => ({
    name: attributesOf(document, element).get('name') ?? '',
    relationship: foreignAttribute(document, element, 'id', DOCUMENT_RELATIONSHIPS) ?? '',
  }));
  const ours = elementsOf(document, children, 'definedNames', 'definedName').find((element) =>
    isName(document, element, name, undefined),
  );
  return {
    document,
    children,
    tabs,
    ours: ours ? contentOf(document, ours) : null,
    main,
    relationships: RELATIONSHIPS_OF[main] ?? '',
  };
}

export interface OurTab {
  readonly name: string;
  /** The relationship to its part when it is a new tab, put last; null when it stands already. */
  readonly relationship: string | null;
  /** Rows printed on each of its pages, `$4:$4`. */
  readonly repeatedRows: string;
}

/** The workbook with our tab, and with the names that belong to it. */
export function patchWorkbook(workbook: WorkbookText, tab: OurTab, name: string): string {
  const { document, children } = workbook;
  const known = workbook.tabs.findIndex((one) => one.name === tab.name);
  const index = String(known === -1 ? workbook.tabs.length : known);
  return applyEdits(document.text, [
    ...(tab.relationship === null ? [] : tabEdits(workbook, tab.name, tab.relationship)),
    ...elementsOf(document, children, 'definedNames', 'definedName')
      .filter((one) => isName(document, one, name, undefined) || isName(document, one, PRINT_TITLES, index))
      .map(removal),
    nameEdit(workbook, [
      nameXml(document.prefix, `name="${name}"`, locationOf(tab.name, '$A$1')),
      nameXml(
        document.prefix,
        `name="${PRINT_TITLES}" localSheetId="${index}"`,
        locationOf(tab.name, tab.repeatedRows),
      ),
    ]),
  ]);
}

function tabEdits({ document, children, relationships }: WorkbookText, name: string, id: string): Edit[] {
  const sheets = children.find(({ local }) => local === 'sheets');
  if (sheets === undefined) return [];
  const taken = new Set(
    childrenOf(document, sheets).map((element) => attributesOf(document, element).get('sheetId')),
  );
  let number = 1;
  while (taken.has(String(number))) number += 1;
  const { prefix, declaration } = prefixFor(document, DOCUMENT_RELATIONSHIPS, {
    prefix: 'r',
    uri: relationships,
  });
  const xml =
    `<${document.prefix}sheet${declaration} name="${asAttribute(name)}" sheetId="${number}" ` +
    `${prefix}id="${id}"/>`;
  return [addition(sheets, xml)];
}

function nameEdit({ document, children }: WorkbookText, names: readonly string[]): Edit {
  const container = children.find(({ local }) => local === 'definedNames');
  if (container) return addition(container, names.join(''));
  const qualified = `${document.prefix}definedNames`;
  const place = placeFor(document, children, 'workbook', 'definedNames');
  return insertion(place, `<${qualified}>${names.join('')}</${qualified}>`);
}

function nameXml(prefix: string, attributes: string, formula: string): string {
  return `<${prefix}definedName ${attributes}>${asContent(formula)}</${prefix}definedName>`;
}

function isName(document: XmlDocument, element: Element, name: string, sheet: string | undefined): boolean {
  const attributes = attributesOf(document, element);
  return attributes.get('name') === name && attributes.get('localSheetId') === sheet;
}

function elementsOf(
  document: XmlDocument,
  children: readonly Element[],
  list: string,
  local: string,
): readonly Element[] {
  const container = children.find((child) => child.local === list);
  return container ? childrenOf(document, container).filter((child) => child.local === local) : [];
}
