import { deflated, deflatedRepeat, type RawEntry, rawZip } from './raw-zip.ts';
import { sheetXml, type WorkbookParts, workbookParts } from './xlsx-package.ts';

/** A small file made to hold a reader, and what ours must say of it: a code, or that it was read. */
export interface Killer {
  readonly name: string;
  readonly outcome: string;
  readonly file: () => Uint8Array;
}

const SHEET = 'xl/worksheets/sheet1.xml';
const GB4 = 4 * 1024 ** 3;
const MB = 1024 ** 2;
const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const [HEAD = '', TAIL = ''] = sheetXml('|').split('|');

/** Bytes that do not deflate, so that the ratio of a file is no reason to refuse it. */
function noise(length: number): RawEntry {
  const bytes = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 24;
  }
  return deflated('xl/media/image1.png', bytes);
}

function packed(
  workbook: WorkbookParts,
  change?: (entry: RawEntry) => RawEntry,
  more: RawEntry[] = [],
): Uint8Array {
  const entries = [...workbookParts(workbook)].map(([name, content]) => deflated(name, content));
  return rawZip([
    ...entries.map((entry) => (entry.name === SHEET && change ? change(entry) : entry)),
    ...more,
  ]);
}

const withSheet = (data: string, after = '', more: RawEntry[] = []) =>
  packed({ sheets: [{ name: 'Feuil1', data, after }] }, undefined, more);

/** A sheet whose data is one block over and over, up to 4 GB, under the size that the directory declares. */
const bomb = (block: string, size: number) => {
  const full = block.repeat(Math.floor(MB / block.length));
  const data = deflatedRepeat(HEAD, full, Math.ceil(GB4 / full.length), TAIL);
  return packed({}, (sheet) => ({ ...sheet, data, size }));
};

export const KILLERS: readonly Killer[] = [
  {
    name: 'merge-of-the-whole-grid',
    outcome: 'read',
    file: () => withSheet(ONE, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  },
  {
    name: 'validation-over-whole-columns',
    outcome: 'read',
    file: () =>
      withSheet(
        ONE,
        '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
      ),
  },
  {
    name: 'name-over-whole-columns',
    outcome: 'read',
    file: () => packed({ names: '<definedName name="tout">Feuil1!$A:$XFD</definedName>' }),
  },
  { name: '4-gb-declared', outcome: 'ZIP_TOO_LARGE', file: () => bomb(' ', GB4) },
  { name: '4-gb-declared-as-1-kb', outcome: 'ZIP_SIZE_LIES', file: () => bomb(' ', 1_000) },
  { name: '4-gb-of-spaces-declared-as-190-mb', outcome: 'XML_DAMAGED', file: () => bomb(' ', 190 * MB) },
  {
    name: '4-gb-of-rows-declared-as-190-mb',
    outcome: 'SHEET_BAD_REFERENCE',
    file: () => bomb('<row/>', 190 * MB),
  },
  {
    name: '4-gb-of-one-row-declared-as-190-mb',
    outcome: 'SHEET_TOO_MANY_CELLS',
    file: () => bomb('<row r="1"/>', 190 * MB),
  },
  {
    name: 'row-2000000000',
    outcome: 'SHEET_BAD_REFERENCE',
    file: () => withSheet('<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'),
  },
  {
    name: '300001-cells',
    outcome: 'SHEET_TOO_MANY_CELLS',
    file: () => withSheet('<row><c><v>1</v></c></row>'.repeat(300_001)),
  },
  {
    name: 'depth-65',
    outcome: 'XML_TOO_DEEP',
    file: () => withSheet(ONE, '<x>'.repeat(64) + '</x>'.repeat(64)),
  },
  {
    name: '1000000-shared-strings',
    outcome: 'SHEET_TOO_MANY_CELLS',
    file: () => packed({ sharedStrings: '<si><t>texte</t></si>'.repeat(1_000_000) }, undefined, [noise(MB)]),
  },
  {
    name: '190-mb-of-texts',
    outcome: 'ZIP_TOO_LARGE',
    file: () =>
      withSheet(`<row><c t="inlineStr"><is><t>${'é'.repeat(30_000)}</t></is></c></row>`.repeat(3_000), '', [
        noise(MB),
      ]),
  },
  {
    name: 'attribute-of-100-mb',
    outcome: 'XML_DAMAGED',
    file: () => withSheet(`<row r="${'1'.repeat(100 * MB)}"/>`, '', [noise(MB)]),
  },
  {
    name: 'element-of-100000-attributes',
    outcome: 'read',
    file: () =>
      withSheet(`<row ${Array.from({ length: 80_000 }, (_, n) => `a${n}=""`).join(' ')}/>`, '', [noise(MB)]),
  },
  {
    name: 'prefixes-declared-by-each-element',
    outcome: 'read',
    file: () =>
      withSheet(
        `<row ${Array.from({ length: 30_000 }, (_, n) => `xmlns:a${n}="u"`).join(' ')}>${'<z:c xmlns:z="v"/>'.repeat(200_000)}</row>`,
        '',
        [noise(MB)],
      ),
  },
  {
    name: 'names-all-different',
    outcome: 'read',
    file: () =>
      withSheet(Array.from({ length: 300_000 }, (_, n) => `<une_balise_assez_longue_${n}/>`).join('')),
  },
  {
    name: 'shared-string-out-of-range',
    outcome: 'XML_DAMAGED',
    file: () => withSheet('<row r="1"><c r="A1" t="s"><v>4294967296</v></c></row>'),
  },
  {
    name: '2001-entries',
    outcome: 'ZIP_TOO_MANY_ENTRIES',
    file: () => rawZip(Array.from({ length: 2_001 }, (_, n) => deflated(`e${n}`, ''))),
  },
];

/** As many cells as the limit allows, in long numbers: honest, and the most that a reading can hold. */
export function fullWorkbook(): Uint8Array {
  const row = `<row>${'<c><v>1234567.891234</v></c>'.repeat(30)}</row>`;
  return withSheet(row.repeat(10_000), '', [noise(MB)]);
}
