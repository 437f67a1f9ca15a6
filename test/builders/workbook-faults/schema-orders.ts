/**
 * Children of elements in the order of their schema: ECMA-376 part 1, annex A (transitional), and MS-XLSX 2.6 for
 * x14. A name may stand for another's parent: `barChart/ser`. What is not listed may not stand there.
 */
export const SCHEMA_ORDERS: Readonly<Record<string, string>> = {
  // SpreadsheetML: A.2
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
  sheetPr: 'tabColor outlinePr pageSetUpPr',
  sheetView: 'pane selection pivotSelection extLst',
  row: 'c extLst',
  c: 'f v is extLst',
  conditionalFormatting: 'cfRule extLst',
  cfRule: 'formula colorScale dataBar iconSet extLst',
  dataBar: 'cfvo color',
  iconSet: 'cfvo',
  headerFooter: 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
  table: 'autoFilter sortState tableColumns tableStyleInfo extLst',
  tableColumn: 'calculatedColumnFormula totalsRowFormula xmlColumnPr extLst',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  xf: 'alignment protection extLst',
  dxf: 'font numFmt fill alignment border protection extLst',
  border: 'start end left right top bottom diagonal vertical horizontal',
  sst: 'si extLst',
  si: 't r rPh phoneticPr',
  // x14, in the extensions of a sheet
  'x14:conditionalFormatting': 'cfRule sqref extLst',
  'x14:dataBar': 'cfvo fillColor borderColor negativeFillColor negativeBorderColor axisColor',
  'x14:cfvo': 'f extLst',
  // Drawings: A.4.4
  wsDr: 'twoCellAnchor oneCellAnchor absoluteAnchor',
  twoCellAnchor: 'from to sp grpSp graphicFrame cxnSp pic contentPart clientData',
  from: 'col colOff row rowOff',
  to: 'col colOff row rowOff',
  graphicFrame: 'nvGraphicFramePr xfrm graphic',
  nvGraphicFramePr: 'cNvPr cNvGraphicFramePr',
  xfrm: 'off ext',
  // Charts: A.5.1
  chartSpace:
    'date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst',
  'chartSpace/chart':
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst',
  title: 'tx layout overlay spPr txPr extLst',
  'title/tx': 'strRef rich',
  plotArea: 'layout barChart lineChart catAx valAx dTable spPr extLst',
  barChart: 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst',
  lineChart: 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst',
  'barChart/ser':
    'idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst',
  'lineChart/ser': 'idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst',
  'ser/tx': 'strRef v',
  'ser/marker': 'symbol size spPr extLst',
  dLbls:
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst',
  cat: 'multiLvlStrRef numRef numLit strRef strLit',
  val: 'numRef numLit',
  numRef: 'f numCache extLst',
  strRef: 'f strCache extLst',
  numCache: 'formatCode ptCount pt extLst',
  strCache: 'ptCount pt extLst',
  pt: 'v',
  catAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst',
  valAx:
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst',
  scaling: 'logBase orientation max min extLst',
  legend: 'legendPos legendEntry layout overlay spPr txPr extLst',
  // DrawingML: A.4.1
  spPr: 'xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst effectDag scene3d sp3d extLst',
  ln: 'noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd extLst',
  pattFill: 'fgClr bgClr',
  txPr: 'bodyPr lstStyle p',
  rich: 'bodyPr lstStyle p',
  'rich/p': 'pPr r br fld endParaRPr',
  'txPr/p': 'pPr r br fld endParaRPr',
  'p/r': 'rPr t',
  // The properties of the package: part 2, and A.6.2 of part 1
  Types: 'Default Override',
  Properties:
    'Template Manager Company Pages Words Characters PresentationFormat Lines Paragraphs Slides Notes TotalTime HiddenSlides MMClips ScaleCrop HeadingPairs TitlesOfParts LinksUpToDate CharactersWithSpaces SharedDoc HyperlinkBase HLinks HyperlinksChanged DigSig Application AppVersion DocSecurity',
};

/** Elements whose children may come in any order (`xsd:all` or a repeated choice), though only those. */
export const ANY_ORDER: ReadonlySet<string> = new Set([
  'Types',
  'Properties',
  'wsDr',
  'plotArea',
  'p/r',
  'rich/p',
  'border',
]);
