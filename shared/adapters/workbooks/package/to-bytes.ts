import type ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { partsOf } from './parts.ts';

/** The first moment that a zip can tell: entries carry no date of their own. */
const ZIP_EPOCH = new Date(Date.UTC(1980, 0, 1));

/** What a reader needs first; the others follow by name. */
const FIRST = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'];

/** The parts are mostly repeated XML: higher levels take three times as long to save a tenth. */
const LEVEL = 3;

/** What Excel marks with a green corner though it is meant: a number kept as text, a formula left open on a protected sheet. */
type Flag = 'numberStoredAsText' | 'unlockedFormula';

/**
 * The bytes of a workbook, the same for the same contents: entries in a fixed order and without their date,
 * deflated by JSZip (pure JavaScript: node:zlib's bytes change from one version to the next).
 *
 * @param meant ranges, by number of sheet, that Excel must not flag
 * @param flags what it must not flag there
 */
export async function toBytes(
  workbook: ExcelJS.Workbook,
  meant: ReadonlyMap<number, readonly string[]>,
  flags: readonly Flag[] = ['numberStoredAsText'],
): Promise<Uint8Array> {
  const parts = await partsOf(workbook);
  const zip = new JSZip();
  for (const name of inOrder([...parts.keys()])) {
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    const ranges = number === undefined ? [] : (meant.get(Number(number)) ?? []);
    const xml = parts.get(name) ?? '';
    zip.file(name, withIgnoredErrors(xml, ranges, flags), { date: ZIP_EPOCH, createFolders: false });
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

/** exceljs has no word for it. The schema wants it after the page set-up and before the list of tables, if any. */
function withIgnoredErrors(xml: string, ranges: readonly string[], flags: readonly Flag[]): string {
  if (ranges.length === 0) return xml;
  const attributes = flags.map((flag) => ` ${flag}="1"`).join('');
  const element = `<ignoredErrors><ignoredError sqref="${ranges.join(' ')}"${attributes}/></ignoredErrors>`;
  const tables = xml.lastIndexOf('<tableParts');
  const at = tables < 0 ? xml.lastIndexOf('</worksheet>') : tables;
  return xml.slice(0, at) + element + xml.slice(at);
}
