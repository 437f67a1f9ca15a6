import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import { keepText } from './kept-text.ts';
import { spendRecord } from './meter.ts';
import { CONTENT_TYPES } from './namespaces.ts';
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
  const types = await readMainTypes(pack);
  // A binary workbook's type says `macroEnabled` whether or not it has macros.
  if (types.some((type) => type.includes('sheet.binary'))) throw new FileRefusal('FILE_IS_BINARY_XLSB');
  const hasMacros =
    types.some((type) => type.includes('macroEnabled')) ||
    [...entries.keys()].some((key) => key === 'vbaproject.bin' || key.endsWith('/vbaproject.bin'));
  if (hasMacros) throw new FileRefusal('FILE_HAS_MACROS');
  if (types.some((type) => type.includes('spreadsheetml'))) return;
  const [kind = 'ZIP'] = types;
  throw new FileRefusal('FILE_KIND_UNKNOWN', { seen: kind, facts: { kind } });
}

/** The types that can be a package's own: `….main` or `….main+xml`. Embedded files and other parts have others. */
async function readMainTypes(pack: XlsxPackage): Promise<readonly string[]> {
  const types: string[] = [];
  const source = { part: CONTENT_TYPES_PART, root: 'Types', vocabulary: CONTENT_TYPES };
  await readPart(pack, source, {
    open(_, attributes) {
      const type = attributes['ContentType'] ?? '';
      if (!/\.main(\+xml)?$/.test(type)) return;
      spendRecord(pack.meter);
      types.push(keepText(pack.meter, type));
    },
    close() {},
    text() {},
  });
  return types;
}
