import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import { keepText, standalone } from './kept-text.ts';
import { spendCharacters, spendRecord } from './meter.ts';
import { DOCUMENT_RELATIONSHIPS, SPREADSHEET } from './namespaces.ts';
import { readPart, type XlsxPackage } from './xlsx-package.ts';
import type { Attributes, XmlHandler } from './xml-events.ts';

/** A tab of the workbook, of whatever kind, and the relationship that leads to its part. */
export interface Tab {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

export interface DefinedName {
  readonly name: string;
  readonly formula: string;
}

export interface WorkbookPart {
  readonly calendar1904: boolean;
  readonly tabs: readonly Tab[];
  /** Those of the whole workbook; those of one sheet are left out. */
  readonly names: readonly DefinedName[];
}

/** Reads the workbook part: its tabs in order, its defined names as written, its calendar. */
export async function readWorkbookPart(pack: XlsxPackage, part: string): Promise<WorkbookPart> {
  const { meter } = pack;
  const tabs: Tab[] = [];
  const names: DefinedName[] = [];
  let calendar1904 = false;
  let reading: string | null = null;
  let formula = '';
  const handler: XmlHandler = {
    open(name, attributes, uriOf) {
      if (name === 'sheet') {
        spendRecord(meter);
        tabs.push({
          name: keepText(meter, attributes['name'] ?? ''),
          hidden: attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden',
          relationship: keepText(meter, relationshipOf(attributes, uriOf)),
        });
      } else if (name === 'workbookPr') calendar1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      else if (name === 'definedName' && attributes['localSheetId'] === undefined) {
        spendRecord(meter);
        reading = keepText(meter, attributes['name'] ?? '');
        formula = '';
      }
    },
    close(name) {
      if (name !== 'definedName' || reading === null) return;
      names.push({ name: reading, formula: standalone(formula) });
      reading = null;
    },
    text(text) {
      if (reading === null) return;
      spendCharacters(meter, text.length);
      formula += text;
    },
  };
  await readPart(pack, { part, root: 'workbook', vocabulary: SPREADSHEET }, handler);
  refuseNames(tabs, part);
  return { calendar1904, tabs, names };
}

/** The attribute `id` of the relationships' vocabulary, whatever its prefix; '' where it is missing. */
function relationshipOf(attributes: Attributes, uriOf: (prefix: string) => string): string {
  for (const [name, value] of Object.entries(attributes)) {
    if (!name.endsWith(':id')) continue;
    if (DOCUMENT_RELATIONSHIPS.has(uriOf(name.slice(0, -3)))) return value;
  }
  return '';
}

/** Characters; Excel stops at 31, other tools write more. Every issue of a sheet repeats its name. */
const LONGEST_TAB_NAME = 255;

/** Excel lets no two tabs share a name: with twins, a person and a program could each read another one. */
function refuseNames(tabs: readonly Tab[], part: string): void {
  const seen = new Set<string>();
  for (const { name } of tabs) {
    const key = name.toLowerCase();
    if (seen.has(key) || name.length > LONGEST_TAB_NAME)
      throw new FileRefusal('XML_DAMAGED', { seen: name, facts: { part, what: 'sheet' } });
    seen.add(key);
  }
}
