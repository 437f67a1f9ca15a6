type Change = (xml: string) => string;
const swap =
  (seen: string | RegExp, instead: string): Change =>
  (xml) =>
    xml.replace(seen, () => instead);
/** An element moved behind the one that follows it. */
const swapped = (first: RegExp, second: RegExp): Change => {
  return (xml) => {
    const [a = '', b = ''] = [first.exec(xml)?.[0], second.exec(xml)?.[0]];
    return xml.replace(b, () => '').replace(a, () => b + a);
  };
};

const SUMMARY = 'xl/worksheets/sheet1.xml';
const DATA = 'xl/worksheets/sheet2.xml';
const TABLE = 'xl/tables/table2.xml';
const CHART = 'xl/charts/chart1.xml';
const DRAWING = 'xl/drawings/drawing1.xml';
const TYPES = '[Content_Types].xml';
const WORKBOOK = 'xl/workbook.xml';

/**
 * Faults to plant in the illustrated book: the part, how it is changed (null: taken away), what the validator says.
 */
export const PLANTED_FAULTS: readonly (readonly [
  fault: string,
  part: string,
  change: Change | null,
  said: RegExp,
])[] = [
  [
    'a chart without its type',
    TYPES,
    swap(/<Override PartName="\/xl\/charts\/chart1.xml"[^>]*>/, ''),
    /chart1.xml is said to be application\/xml/,
  ],
  [
    'a type of no part',
    TYPES,
    swap('/xl/charts/chart1.xml', '/xl/charts/chart9.xml'),
    /type of no part: .*chart9/,
  ],
  ['a chart that is not there', CHART, null, /leads nowhere: xl\/charts\/chart1.xml/],
  [
    'a drawing that no sheet leads to',
    'xl/worksheets/_rels/sheet1.xml.rels',
    swap(/<Relationship Id="rIdDrawing"[^>]*>/, ''),
    /no relationship rIdDrawing/,
  ],
  [
    'a part that nothing leads to',
    'xl/drawings/_rels/drawing1.xml.rels',
    swap(/<Relationship Id="rId1"[^>]*>/, ''),
    /nothing leads to xl\/charts\/chart1.xml/,
  ],
  [
    'two relationships of one id',
    'xl/worksheets/_rels/sheet1.xml.rels',
    swap('rIdDrawing', 'rId1'),
    /id twice: rId1/,
  ],
  ['a part that is not well-formed', CHART, swap('</c:chart>', ''), /chart1.xml is not well-formed/],
  [
    'formats after the page',
    DATA,
    swapped(/<conditionalFormatting.*<\/conditionalFormatting>/, /<pageMargins[^>]*>/),
    /conditionalFormatting out of order/,
  ],
  [
    'tables before the drawing',
    SUMMARY,
    swapped(/<drawing [^>]*>/, /<tableParts.*<\/tableParts>/),
    /drawing out of order/,
  ],
  [
    'a child that the schema does not know',
    CHART,
    swap('<c:overlay val="0"/>', '<c:overlai val="0"/>'),
    /title knows no overlai/,
  ],
  [
    'a category axis out of order',
    CHART,
    swapped(/<c:crossAx val="10000002"\/>/, /<c:crosses val="autoZero"\/>/),
    /catAx: crossAx out of order/,
  ],
  [
    'values before categories',
    CHART,
    swapped(/<c:cat>.*?<\/c:cat>/, /<c:val>.*?<\/c:val>/),
    /ser: cat out of order/,
  ],
  [
    'a marker after the categories of a line',
    'xl/charts/chart2.xml',
    swapped(/<c:marker><c:symbol.*?<\/c:marker>/, /<c:cat>.*?<\/c:cat>/),
    /ser: marker out of order/,
  ],
  [
    'a legend before the plot',
    'xl/charts/chart2.xml',
    swapped(/<c:plotArea>.*<\/c:plotArea>/, /<c:legend>.*<\/c:legend>/),
    /chart: plotArea out of order/,
  ],
  [
    "a value that is not its cell's",
    CHART,
    swap('<c:v>20</c:v>', '<c:v>21</c:v>'),
    /does not hold what is kept of it/,
  ],
  ['too few points', CHART, swap('<c:ptCount val="5"/>', '<c:ptCount val="4"/>'), /miscounted/],
  [
    'a reference to no sheet',
    CHART,
    swap("'Deuxième feuille'!$A$3:$A$7", "'Ailleurs'!$A$3:$A$7"),
    /names no cell/,
  ],
  [
    'an axis that is not there',
    CHART,
    swap('<c:crossAx val="10000001"/>', '<c:crossAx val="3"/>'),
    /crosses no axis 3/,
  ],
  [
    'two series of one rank',
    'xl/charts/chart2.xml',
    swap('<c:idx val="1"/>', '<c:idx val="0"/>'),
    /series 0 twice/,
  ],
  [
    'a chart without a word for who does not see it',
    DRAWING,
    swap(/descr="[^"]*"/, 'descr=""'),
    /Graphique 1 says nothing/,
  ],
  ['two drawings of one id', DRAWING, swap('id="3"', 'id="2"'), /id 2 twice/],
  ['a chart upside down', DRAWING, swap('<xdr:row>2</xdr:row>', '<xdr:row>30</xdr:row>'), /upside down/],
  [
    'one chart shown twice',
    DRAWING,
    swap('r:id="rId2"', 'r:id="rId1"'),
    /shows xl\/charts\/chart1.xml twice/,
  ],
  [
    "a heading that is not its cell's",
    TABLE,
    swap('name="Nombre"', 'name="Nombres"'),
    /headings are not those of its cells/,
  ],
  ['two columns of one name', TABLE, swap('name="Nombre"', 'name="TRANCHE"'), /tranche twice/],
  [
    'a table narrower than its columns',
    TABLE,
    swap(/ref="A2:E7"/g, 'ref="A2:D7"'),
    /not as wide as its columns/,
  ],
  [
    'a filter of another range',
    TABLE,
    swap('<autoFilter ref="A2:E7"', '<autoFilter ref="A2:E6"'),
    /filters A2:E6/,
  ],
  ['two tables of one name', TABLE, swap(/"Tranches"/g, '"SOMMES"'), /table twice: sommes/],
  ['two tables of one id', TABLE, swap(' id="2"', ' id="1"'), /table id twice: 1/],
  [
    'a wrong count of columns',
    TABLE,
    swap('<tableColumns count="5"', '<tableColumns count="4"'),
    /announces 4 columns/,
  ],
  ['a table that the sheet does not list', DATA, swap(/<tablePart r[^>]*>/, ''), /lists 0 tables and has 1/],
  [
    "a defined name that is a table's",
    WORKBOOK,
    swap('<definedNames>', '<definedNames><definedName name="tranches">1</definedName>'),
    /tranches is a table and a defined name/,
  ],
  [
    'a defined name twice',
    WORKBOOK,
    swap(
      '<definedNames>',
      '<definedNames><definedName name="x">1</definedName><definedName name="X">1</definedName>',
    ),
    /name twice: x@/,
  ],
  [
    'titles of another sheet',
    WORKBOOK,
    swap('&apos;Synthèse&apos;!$2:$2', '&apos;Deuxième feuille&apos;!$2:$2'),
    /Synthèse does not repeat its own titles/,
  ],
  ['titles of no sheet', WORKBOOK, swap('localSheetId="1"', 'localSheetId="7"'), /belongs to no sheet/],
  ['two tabs of one name', WORKBOOK, swap('name="Synthèse"', 'name="DEUXIÈME feuille"'), /tab twice/],
  [
    'a style that is not there',
    DATA,
    swap('<c r="A3" s="', '<c r="A3" s="99'),
    /A3 wears a style that is not there/,
  ],
  [
    'a shared string that is not there',
    DATA,
    swap(/(?<=<c r="A3"[^>]*t="s"><v>)\d+/, '999'),
    /A3 shows a text that is not there/,
  ],
  [
    'a wrong count of shared strings',
    'xl/sharedStrings.xml',
    swap(/ count="\d+"/, ' count="1"'),
    /announce 1 uses/,
  ],
  [
    'a wrong count of texts',
    'xl/sharedStrings.xml',
    swap(/uniqueCount="\d+"/, 'uniqueCount="1"'),
    /announce 1 texts/,
  ],
  ['a cell in another row', DATA, swap('<c r="A4"', '<c r="A5"'), /A5 in row 4/],
  ['a cell twice', DATA, swap('<c r="B4"', '<c r="A4"'), /A4 out of order/],
  [
    'a range in use that leaves cells out',
    DATA,
    swap('<dimension ref="A2:E13"/>', '<dimension ref="A2:D13"/>'),
    /lies out of A2:D13/,
  ],
  [
    'columns out of order',
    DATA,
    swap(
      '<sheetData>',
      '<cols><col min="3" max="4" width="9"/><col min="4" max="5" width="9"/></cols><sheetData>',
    ),
    /columns 4 to 5 out of order/,
  ],
  ['a row higher than Excel draws', SUMMARY, swap('ht="30"', 'ht="410"'), /row 2 is too high/],
  [
    'a check of inputs that speaks too long',
    DATA,
    swap(
      '<pageMargins',
      `<dataValidations count="1"><dataValidation sqref="A1" promptTitle="${'x'.repeat(33)}"/></dataValidations><pageMargins`,
    ),
    /whose promptTitle is too long/,
  ],
  [
    'a check of inputs whose list is too long',
    DATA,
    swap(
      '<pageMargins',
      `<dataValidations count="1"><dataValidation sqref="A1"><formula1>${'x'.repeat(256)}</formula1></dataValidation></dataValidations><pageMargins`,
    ),
    /whose formula is too long/,
  ],
  [
    'a wrong count of checks',
    DATA,
    swap(
      '<pageMargins',
      '<dataValidations count="2"><dataValidation sqref="A1"/></dataValidations><pageMargins',
    ),
    /announces 2 checks/,
  ],
  [
    'a rule of a style that is not there',
    DATA,
    swap('<cfRule type="iconSet"', '<cfRule dxfId="3" type="iconSet"'),
    /no style 3 for a rule/,
  ],
  ['an icon without its limit', DATA, swap('<cfvo type="num" val="-0.02"/>', ''), /icon without its limit/],
  ['a bar of one limit', DATA, swap('<cfvo type="max"/>', ''), /bar without its two limits/],
  ['two rules of one priority', DATA, swap('priority="2"', 'priority="1"'), /priority 1 twice/],
  ['an extension of no rule', DATA, swap(/<x14:id>[^<]*<\/x14:id>/, ''), /no rule goes on in/],
  [
    'a rule that goes on nowhere',
    DATA,
    swap(/<x14:conditionalFormatting .*?<\/x14:conditionalFormatting>/, ''),
    /which is nowhere/,
  ],
  ['a format over nothing', DATA, swap('sqref="B3:B7"', 'sqref="B7:B3"'), /a format over B7:B3/],
  ['a formula on no table', DATA, swap('Tranches[Nombre]', 'Trances[Nombre]'), /names no table Trances/],
  [
    'a formula on no column',
    DATA,
    swap('Tranches[Nombre]', 'Tranches[Nombres]'),
    /names no column Tranches\[Nombres\]/,
  ],
  ['a formula without its value', DATA, swap('</f><v>44</v>', '</f>'), /a formula without its value/],
  [
    'a link to no sheet',
    SUMMARY,
    swap('#&apos;Deuxième feuille&apos;', '#&apos;Une autre&apos;'),
    /leads to no sheet Une autre/,
  ],
];
