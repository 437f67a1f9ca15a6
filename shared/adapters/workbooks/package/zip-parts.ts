import JSZip from 'jszip';

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
export async function zipParts(parts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const name of inOrder([...parts.keys()])) {
    // As bytes: JSZip cuts a string into pieces before it encodes them, and so breaks a character of two units.
    const bytes = Buffer.from(parts.get(name) ?? '');
    zip.file(name, bytes, { date: ZIP_EPOCH, createFolders: false });
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
