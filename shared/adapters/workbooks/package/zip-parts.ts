import JSZip from 'jszip';
import type { WorkbookParts } from './parts.ts';

/** The first moment that a zip can tell: entries carry no date of their own. */
const ZIP_EPOCH = new Date(Date.UTC(1980, 0, 1));

/** What a reader needs first; the others follow by name. */
const FIRST = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'];

/** The parts are mostly repeated XML: higher levels take three times as long to save a tenth. */
const LEVEL = 3;

/**
 * The bytes of a package, the same for the same parts: entries in a fixed order and without their date, deflated by
 * JSZip (pure JavaScript: node:zlib's bytes change from one version to the next).
 */
export async function zipParts({ parts, rows }: WorkbookParts): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const name of inOrder([...parts.keys()])) {
    // As bytes: JSZip cuts a string into pieces before it encodes them, and so breaks a character of two units.
    const bytes = Buffer.concat(piecesOf(parts.get(name) ?? '', rows));
    zip.file(name, bytes, { date: ZIP_EPOCH, createFolders: false });
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: LEVEL },
    platform: 'DOS',
  });
}

/** A part's bytes, with rows in the place of their marks. */
function piecesOf(xml: string, rows: WorkbookParts['rows']): readonly Uint8Array[] {
  const found = [...rows.keys()]
    .map((mark) => ({ mark, at: xml.indexOf(mark) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { mark, at } of found) {
    pieces.push(Buffer.from(xml.slice(from, at)), ...(rows.get(mark) ?? []));
    from = at + mark.length;
  }
  return [...pieces, Buffer.from(xml.slice(from))];
}

function inOrder(names: readonly string[]): readonly string[] {
  const others = names.filter((name) => !FIRST.includes(name)).sort();
  return [...FIRST, ...others];
}
