/** What may follow the cells of a worksheet, in the order of its schema. ECMA-376 part 1, 18.3.1.99, CT_Worksheet. */
const AFTER_CELLS = [
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
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
] as const;

type WorksheetChild = (typeof AFTER_CELLS)[number];

const END = '</worksheet>';

/**
 * A worksheet's XML with a child more, where the schema wants it: after those of its kind and before what follows.
 * Excel repairs a sheet whose children stand in another order.
 */
export function withChild(xml: string, kind: WorksheetChild, child: string): string {
  const cells = Math.max(xml.lastIndexOf('</sheetData>'), xml.lastIndexOf('<sheetData/>'));
  const tail = xml.slice(cells);
  const following = AFTER_CELLS.slice(AFTER_CELLS.indexOf(kind) + 1);
  const starts = following.flatMap((name) => startsOf(name, tail)).filter((at) => at >= 0);
  const at = cells + Math.min(tail.lastIndexOf(END), ...starts);
  return xml.slice(0, at) + child + xml.slice(at);
}

/** Rules of conditional formats have extensions of their own: those of the sheet are its last child. */
function startsOf(name: WorksheetChild, tail: string): readonly number[] {
  if (name === 'extLst') return tail.endsWith(`</extLst>${END}`) ? [tail.lastIndexOf('<extLst>')] : [];
  return [tail.indexOf(`<${name}>`), tail.indexOf(`<${name} `), tail.indexOf(`<${name}/>`)];
}
