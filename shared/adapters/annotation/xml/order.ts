import { childrenOf, type Element, type XmlDocument } from './document.ts';

/** The children of a worksheet in the order that the schema wants (ECMA-376, CT_Worksheet). */
const WORKSHEET = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

/** Of a workbook (CT_Workbook). */
const WORKBOOK = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
] as const;

/** Of styles (CT_Stylesheet). */
const STYLES = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;

const ORDERS = { worksheet: WORKSHEET, workbook: WORKBOOK, styleSheet: STYLES } as const;
type Kind = keyof typeof ORDERS;

/** Where a new child of that name belongs among those of a part's root: before the first that comes after it. */
export function placeFor<K extends Kind>(
  document: XmlDocument,
  children: readonly Element[],
  kind: K,
  name: (typeof ORDERS)[K][number],
): number {
  const order: readonly string[] = ORDERS[kind];
  const rank = order.indexOf(name);
  const next = children.find((child) => order.indexOf(nameOf(document, child)) > rank);
  return next?.start ?? document.root.contentEnd;
}

/** What is wrapped for several generations of Excel (`mc:AlternateContent`) stands where its content would. */
function nameOf(document: XmlDocument, child: Element): string {
  if (child.local !== '') return child.local;
  const choice = childrenOf(document, child)[0];
  return (choice && childrenOf(document, choice)[0]?.local) ?? '';
}
