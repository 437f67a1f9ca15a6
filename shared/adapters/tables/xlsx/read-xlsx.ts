import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import type { Cell, Sheet, WorkbookContent } from '../../../domain/deposit/table.ts';
import { LIMITS, type Limits } from '../limits.ts';
import { tooLarge } from '../sniff.ts';
import type { WorkbookValues } from './cell-value.ts';
import { parseOneCell } from './defined-names.ts';
import { newMeter } from './meter.ts';
import { SPREADSHEET } from './namespaces.ts';
import { refuseOtherKinds } from './package-kind.ts';
import { type Relationship, readRelationships } from './relationships.ts';
import { readSharedStrings } from './shared-strings.ts';
import { sheetCells } from './sheet-cells.ts';
import { readDateStyles } from './styles.ts';
import { type DefinedName, readWorkbookPart, type Tab } from './workbook-part.ts';
import { partMissing, readPart, type XlsxPackage } from './xlsx-package.ts';
import { readZipDirectory } from './zip-directory.ts';

/**
 * Reads the cells and the one-cell names of a workbook, within the limits, whatever the bytes are: it gives
 * the content or throws a FileRefusal. Formulas are never calculated and ranges never expanded.
 */
export async function readXlsx(file: Uint8Array, limits: Limits = LIMITS): Promise<WorkbookContent> {
  if (file.length > limits.fileBytes) throw tooLarge(file, limits);
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const pack = { directory: await readZipDirectory(bytes, limits), meter: newMeter(limits) };
  await refuseOtherKinds(pack);
  const part = (await readRelationships(pack, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (part === undefined) throw partMissing('xl/workbook.xml');
  const workbook = await readWorkbookPart(pack, part);
  const relationships = await readRelationships(pack, part);
  refuseHiddenMacros(relationships);
  const target = (type: string) => relationships.find((one) => one.type === type)?.target;
  const strings = target('sharedStrings');
  const styles = target('styles');
  const sheets = await readSheets(pack, worksheetsOf(workbook.tabs, relationships), {
    calendar1904: workbook.calendar1904,
    sharedStrings: strings === undefined ? [] : await readSharedStrings(pack, strings),
    dateStyles: styles === undefined ? [] : await readDateStyles(pack, styles),
  });
  return { sheets, names: namesOf(workbook.names, sheets) };
}

/** A macro part may bear any name and type: the relationship is what makes Excel run it. */
function refuseHiddenMacros(relationships: readonly Relationship[]): void {
  const isMacro = ({ type }: Relationship) => /\/(vbaProject|xlMacrosheet|xlIntlMacrosheet)$/.test(type);
  if (relationships.some(isMacro)) throw new FileRefusal('FILE_HAS_MACROS');
}

interface Worksheet {
  readonly tab: Tab;
  readonly part: string;
}

/** Charts and dialogs are tabs too, but hold no cells: the relationship's type tells. */
function worksheetsOf(tabs: readonly Tab[], relationships: readonly Relationship[]): readonly Worksheet[] {
  const byId = new Map(relationships.map((one) => [one.id, one]));
  const parts = new Set<string>();
  const found: Worksheet[] = [];
  for (const tab of tabs) {
    const to = byId.get(tab.relationship);
    if (to === undefined) throw partMissing(tab.name);
    if (to.type !== 'worksheet') continue;
    // Many tabs on one part would have it inflated as many times.
    if (parts.has(to.target)) throw new FileRefusal('ZIP_ENTRY_TWICE', { seen: to.target });
    parts.add(to.target);
    found.push({ tab, part: to.target });
  }
  if (found.length === 0) throw partMissing('worksheet');
  return found;
}

async function readSheets(
  pack: XlsxPackage,
  worksheets: readonly Worksheet[],
  book: WorkbookValues,
): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  for (const { tab, part } of worksheets) {
    const cells = new Map<string, Cell>();
    const handler = sheetCells(tab.name, book, cells, pack.meter);
    await readPart(pack, { part, root: 'worksheet', vocabulary: SPREADSHEET }, handler);
    sheets.push({ name: tab.name, hidden: tab.hidden, cells });
  }
  return sheets;
}

/** Excel compares the names of sheets without case: the name given back is the tab's own. */
function namesOf(defined: readonly DefinedName[], sheets: readonly Sheet[]): WorkbookContent['names'] {
  const tabs = new Map(sheets.map(({ name }) => [name.toLowerCase(), name]));
  const names = new Map<string, { readonly sheet: string; readonly cell: string }>();
  for (const { name, formula } of defined) {
    const place = parseOneCell(formula);
    const sheet = place && tabs.get(place.sheet.toLowerCase());
    if (!place || sheet === undefined || sheet === null) continue;
    const twin = names.get(name);
    if (twin && (twin.sheet !== sheet || twin.cell !== place.cell)) {
      throw new FileRefusal('XML_DAMAGED', { seen: name, facts: { what: 'name' } });
    }
    names.set(name, { sheet, cell: place.cell });
  }
  return names;
}
