import { LIMITS } from '../../shared/adapters/tables/limits.ts';
import { TEMPLATE_VERSIONS } from '../../shared/domain/deposit/template/version.ts';
import type { IssueCode } from '../../shared/domain/issues/codes.ts';
import { GOOD_ROW } from './declaration.ts';
import { CARRIER, LONER } from './directory.ts';
import { KILLERS } from './killer-workbooks.ts';
import { deflated, type RawEntry, rawZip } from './raw-zip.ts';
import { sheetXml, type WorkbookParts, workbookParts, xlsxPackage } from './xlsx-package.ts';

type Specimen = () => Uint8Array | Promise<Uint8Array>;
type Rows = readonly (readonly string[])[];

const SHEET = 'xl/worksheets/sheet1.xml';
const MB = 1024 ** 2;

/** Rows of texts from row 1, column A; what begins with `<c` is a cell as it is. */
function rowsXml(rows: Rows): string {
  const cell = (text: string) =>
    text.startsWith('<c') ? text : `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('');
}

const sheetsOf = (sheets: Readonly<Record<string, Rows>>): NonNullable<WorkbookParts['sheets']> =>
  Object.entries(sheets).map(([name, rows]) => ({ name, data: rowsXml(rows) }));

const withCell =
  (cell: string): Specimen =>
  () =>
    xlsxPackage({
      sheets: sheetsOf({
        Feuil1: [
          ['finess', 'campagne', 'charges_titre1'],
          [LONER, '2026', cell],
        ],
      }),
    });

/** The template as far as its reader looks: a name on each single input, one on the first heading of each table. */
function templateFile(
  inputs: Readonly<Record<string, string>>,
  tables: Readonly<Record<string, Rows>>,
): Promise<Uint8Array> {
  const single = Object.keys(inputs).map((name, at) => [name, `Saisie!$B$${at + 1}`] as const);
  const names = [...single, ...Object.keys(tables).map((name) => [name, `${name}!$A$1`] as const)];
  return xlsxPackage({
    sheets: sheetsOf({ Saisie: Object.entries(inputs), ...tables }),
    names: names.map(([name, cell]) => `<definedName name="${name}">${cell}</definedName>`).join(''),
  });
}

const TEMPLATE = { finess: CARRIER, campagne: '2026', modele_version: TEMPLATE_VERSIONS.at(-1) ?? '' };

/** A workbook written entry by entry: its sheet changed on the way, more entries after it. */
const zipOf =
  (change: (sheet: RawEntry) => RawEntry, more: readonly RawEntry[] = []): Specimen =>
  () => {
    const entries = [...workbookParts()].map(([name, content]) => deflated(name, content));
    return rawZip([...entries.map((entry) => (entry.name === SHEET ? change(entry) : entry)), ...more]);
  };

/** An OLE container as far as it is told: the signature, and a directory record with a stream's name. */
const oleOf =
  (stream: string): Specimen =>
  () => {
    const file = Buffer.alloc(2_048);
    file.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
    file.write(`${stream}\0`, 1_024, 'utf16le');
    return file;
  };

const killer =
  (name: string): Specimen =>
  () => {
    const found = KILLERS.find((one) => one.name === name);
    if (!found) throw new Error(`no killer: ${name}`);
    return found.file();
  };

/** Files that cannot be kept as text, each with the one defect that its code names. */
export const DEFECT_WORKBOOKS = {
  FILE_TOO_LARGE: () => Buffer.alloc(LIMITS.fileBytes + 1, ' '),
  FILE_IS_LEGACY_XLS: oleOf('Workbook'),
  FILE_IS_ENCRYPTED: oleOf('EncryptedPackage'),
  FILE_IS_BINARY_XLSB: () => xlsxPackage({ parts: { 'xl/workbook.bin': 'x' } }),
  FILE_IS_OPENDOCUMENT: () =>
    xlsxPackage({ parts: { '[Content_Types].xml': null, 'content.xml': '', 'META-INF/manifest.xml': '' } }),
  FILE_HAS_MACROS: () => xlsxPackage({ parts: { 'xl/vbaProject.bin': 'x' } }),
  ZIP_DAMAGED: async () => (await xlsxPackage()).subarray(0, -1),
  ZIP_TOO_MANY_ENTRIES: killer('2001-entries'),
  ZIP_TOO_LARGE: killer('4-gb-declared'),
  ZIP_RATIO: zipOf((sheet) => sheet, [deflated('xl/media/image1.png', new Uint8Array(11 * MB))]),
  ZIP_SIZE_LIES: zipOf((sheet) => ({ ...sheet, size: sheet.size + 1 })),
  ZIP_ENTRY_TWICE: zipOf((sheet) => sheet, [deflated(SHEET, 'x')]),
  WORKBOOK_PART_MISSING: () => xlsxPackage({ parts: { 'xl/workbook.xml': null } }),
  XML_DAMAGED: () => xlsxPackage({ sheets: [{ name: 'Feuil1', data: '<row r="1">' }] }),
  XML_DOCTYPE: () => xlsxPackage({ sheets: [{ name: 'Feuil1', xml: `<!DOCTYPE worksheet>${sheetXml()}` }] }),
  XML_TOO_DEEP: killer('depth-65'),
  SHEET_TOO_MANY_CELLS: killer('300001-cells'),
  SHEET_BAD_REFERENCE: killer('row-2000000000'),
  CSV_TOO_MANY_CELLS: () =>
    Buffer.from(`finess;campagne\n${`${LONER};2026\n`.repeat(LIMITS.delimitedCells / 2)}`),
  TEMPLATE_VERSION_UNKNOWN: () => templateFile({ ...TEMPLATE, modele_version: '2031-4' }, {}),
  SHEET_IGNORED: () => {
    const rows = [
      ['finess', 'campagne', 'charges_titre1'],
      [LONER, '2026', GOOD_ROW.charges_titre1],
    ];
    return xlsxPackage({ sheets: sheetsOf({ Titres: rows, Brouillon: rows }) });
  },
  CELL_IN_ERROR: withCell('<c t="e"><v>#REF!</v></c>'),
  FORMULA_WITHOUT_VALUE: withCell('<c><f>B12+B13</f></c>'),
  SCORE_OUT_OF_RANGE: () =>
    templateFile(TEMPLATE, {
      tableau_annuaires: [
        ['annuaire', 'score', 'date'],
        ['AD principal', '6', '2026-06-15'],
      ],
    }),
  TOTAL_DISAGREES: () =>
    templateFile(
      { ...TEMPLATE, etp_ssi_internes: '2,5' },
      {
        tableau_etp: [
          ['fonction', 'type', 'quotite', 'mois'],
          ['RSSI', 'interne', '80 %', '12'],
        ],
      },
    ),
} as const satisfies Partial<Record<IssueCode, Specimen>>;
