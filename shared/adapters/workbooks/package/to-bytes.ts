import type ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { partsOf } from './parts.ts';

/** The first moment that a zip can tell: entries carry no date of their own. */
const ZIP_EPOCH = new Date(Date.UTC(1980, 0, 1));

/** What a reader needs first; the others follow by name. */
const FIRST = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'];

/** The parts are mostly repeated XML: higher levels take three times as long to save a tenth. */
const LEVEL = 3;

/**
 * The bytes of a workbook, the same for the same contents: entries in a fixed order and without their date,
 * deflated by JSZip (pure JavaScript: node:zlib's bytes change from one version to the next).
 *
 * @param numberLike ranges, by number of sheet, whose number-like texts Excel must not flag.
 */
export async function toBytes(
  workbook: ExcelJS.Workbook,
  numberLike: ReadonlyMap<number, readonly string[]>,
): Promise<Uint8Array> {
  const parts = await partsOf(workbook);
  const zip = new JSZip();
  for (const name of inOrder([...parts.keys()])) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    const ranges = number === undefined ? [] : (numberLike.get(Number(number)) ?? []);
    const xml = parts.get(name) ?? '';
    zip.file(name, withIgnoredErrors(xml, ranges), { date: ZIP_EPOCH, createFolders: false });
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: LEVEL },
    platform: 'DOS',
  });
}

function inOrder(names: readonly string[]): readonly string[] {
  const others = names.filter((name) => !FIRST.includes(name)).sort();
  return [...FIRST, ...others];
}

/** exceljs has no word for it. The schema wants it after the page set-up and before the list of tables. */
function withIgnoredErrors(xml: string, ranges: readonly string[]): string {
  if (ranges.length === 0) return xml;
  const element = `<ignoredErrors><ignoredError sqref="${ranges.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`;
  const at = xml.lastIndexOf('<tableParts');
  if (at < 0) throw new Error('ranges of a table in a sheet without a table');
  return xml.slice(0, at) + element + xml.slice(at);
}
