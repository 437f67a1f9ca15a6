import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import { CONTENT_TYPES } from './namespaces.ts';
import { partKey } from './part-name.ts';
import { readPart, type XlsxPackage } from './xlsx-package.ts';

const CONTENT_TYPES_PART = '[content_types].xml';

/** Refuses a zip that is no plain workbook: OpenDocument, binary workbook, macros, another Office file, anything else. */
export async function refuseOtherKinds(pack: XlsxPackage): Promise<void> {
  const { entries } = pack.directory;
  if (!entries.has(CONTENT_TYPES_PART)) {
    // An OpenDocument file keeps its whole content in one part beside the manifest.
    if (entries.has('content.xml') && entries.has('meta-inf/manifest.xml')) {
      throw new FileRefusal('FILE_IS_OPENDOCUMENT');
    }
    throw new FileRefusal('FILE_KIND_UNKNOWN', { seen: 'ZIP', facts: { kind: 'ZIP' } });
  }
  if (entries.has('xl/workbook.bin')) throw new FileRefusal('FILE_IS_BINARY_XLSB');
  const types = await readContentTypes(pack);
  // A binary workbook's type says `binary.macroEnabled` whether or not it has macros.
  if (types.some((type) => type.includes('sheet.binary'))) throw new FileRefusal('FILE_IS_BINARY_XLSB');
  const hasMacros =
    types.some((type) => type.includes('macroEnabled')) ||
    [...entries.keys()].some((key) => key === 'vbaproject.bin' || key.endsWith('/vbaproject.bin'));
  if (hasMacros) throw new FileRefusal('FILE_HAS_MACROS');
  if (types.some((type) => type.includes('spreadsheetml'))) return;
  const other = types.find((type) => /(wordprocessing|presentation|drawing)ml/.test(type));
  throw new FileRefusal('FILE_KIND_UNKNOWN', { seen: other ?? 'ZIP', facts: { kind: other ?? 'ZIP' } });
}

async function readContentTypes(pack: XlsxPackage): Promise<readonly string[]> {
  const types: string[] = [];
  const source = { part: CONTENT_TYPES_PART, root: 'Types', vocabulary: CONTENT_TYPES };
  await readPart(pack, source, {
    open(name, attributes) {
      const { ContentType: type, PartName: part, Extension: extension } = attributes;
      // A type announced for parts that are not there says nothing: workbooks keep leftovers of other saves.
      const used = name === 'Override' ? isThere(part ?? '') : name === 'Default' && isUsed(extension ?? '');
      if (used && type !== undefined) types.push(type);
    },
    close() {},
    text() {},
  });
  return types;

  function isThere(part: string): boolean {
    return pack.directory.entries.has(partKey(part));
  }
  function isUsed(extension: string): boolean {
    const ending = `.${extension.toLowerCase()}`;
    for (const key of pack.directory.entries.keys()) if (key.endsWith(ending)) return true;
    return false;
  }
}
