import { spendRecord } from './meter.ts';
import { SPREADSHEET } from './namespaces.ts';
import { isBuiltInDate, isDateFormat } from './number-format.ts';
import { readPart, type XlsxPackage } from './xlsx-package.ts';
import type { XmlHandler } from './xml-events.ts';

/** For each cell style (a cell's `s`), whether its number format shows a date. */
export type DateStyles = readonly boolean[];

/** Of the styles part, keeps which cell styles are dates. */
export async function readDateStyles(pack: XlsxPackage, part: string): Promise<DateStyles> {
  const custom = new Map<number, boolean>();
  const formats: number[] = [];
  let inside = '';
  const handler: XmlHandler = {
    open(name, attributes) {
      // Both `xf` and `numFmt` also serve elsewhere: in named styles and in differential formats.
      if (name === 'numFmts' || name === 'cellXfs') inside = name;
      else if (name === 'numFmt' && inside === 'numFmts') {
        spendRecord(pack.meter);
        custom.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      } else if (name === 'xf' && inside === 'cellXfs') {
        spendRecord(pack.meter);
        formats.push(Number(attributes['numFmtId'] ?? 0));
      }
    },
    close(name) {
      if (name === inside) inside = '';
    },
    text() {},
  };
  await readPart(pack, { part, root: 'styleSheet', vocabulary: SPREADSHEET }, handler);
  return formats.map((id) => custom.get(id) ?? isBuiltInDate(id));
}
