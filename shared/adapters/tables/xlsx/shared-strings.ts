import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import { standalone } from './kept-text.ts';
import { SPREADSHEET } from './namespaces.ts';
import { richText } from './rich-text.ts';
import { readPart, type XlsxPackage } from './xlsx-package.ts';
import type { XmlHandler } from './xml-events.ts';

/** The texts that cells point at by index. More of them than cells allowed is no workbook that we would read. */
export async function readSharedStrings(pack: XlsxPackage, part: string): Promise<readonly string[]> {
  const { limits } = pack.meter;
  const strings: string[] = [];
  const item = richText(pack.meter);
  const handler: XmlHandler = {
    open: (name) => item.open(name),
    close(name) {
      item.close(name);
      if (name !== 'si') return;
      strings.push(standalone(item.take()));
      if (strings.length > limits.cells) {
        throw new FileRefusal('SHEET_TOO_MANY_CELLS', {
          facts: { what: 'sharedStrings', limit: String(limits.cells) },
        });
      }
    },
    text: (text) => item.text(text),
  };
  await readPart(pack, { part, root: 'sst', vocabulary: SPREADSHEET }, handler);
  return strings;
}
