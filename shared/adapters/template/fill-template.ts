import JSZip from 'jszip';
import type { Day } from '../../domain/calendar/day.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import {
  type AnyColumn,
  COLUMN_NAMES,
  COLUMNS,
  type ColumnName,
  KEY_COLUMNS,
  type Values,
} from '../../domain/deposit/columns.ts';
import { requestOfAnyone } from '../../domain/deposit/template/make-request.ts';
import { formatHundredths } from '../../domain/numbers/format-hundredths.ts';
import { buildTemplate } from './build-template.ts';
import { TOTAL_EXPENSES } from './sheets/budget.ts';
import { TOTAL_DIGITAL } from './sheets/digital.ts';

/** What an establishment enters. Identifiers as typed, right or wrong; a value left out stays blank. */
export interface TemplateEntries {
  readonly finess: string;
  readonly campaign: string;
  readonly values: Partial<Values>;
}

export type FillTemplate = (entries: TemplateEntries) => Promise<Uint8Array>;

/** The entries of a zip carry no date of their own. */
const ZIP_EPOCH = new Date(Date.UTC(1980, 0, 1));

/** Sums that formulas show beside the inputs. */
const TOTALS: Readonly<Record<string, readonly ColumnName[]>> = {
  [TOTAL_EXPENSES]: ['charges_titre1', 'charges_titre2', 'charges_titre3', 'charges_titre4'],
  [TOTAL_DIGITAL]: ['num_personnel', 'num_medical', 'num_general', 'num_amortissement'],
};

/** `<definedName name="finess">Identification!$B$5<`, the sheet in apostrophes where it has a space. */
const NAMED_CELL = /<definedName name="([^"]*)">(?:&apos;)?([^<!]*?)(?:&apos;)?!\$([A-Z]+)\$(\d+)</g;

/** A cell to be filled, between what stands before and after it. */
interface Hole {
  /** Of its element, and what it holds in the blank template. */
  readonly reference: string;
  readonly style: string;
  readonly formula: string;
  readonly blank: string;
  /** A column, or a total. */
  readonly name: string;
}

interface SheetPart {
  readonly name: string;
  readonly pieces: readonly (string | Hole)[];
}

/**
 * Prepares a campaign's template once, and gives the function that fills its single inputs: the XML of each is put in
 * place of the blank one, far faster than going through a workbook in memory. The tables stay blank, and the totals that
 * they would give are typed. The parts without inputs are compressed once for all. Same entries, same bytes.
 */
export async function templateFiller(campaign: CampaignYear): Promise<FillTemplate> {
  const bytes = await buildTemplate(requestOfAnyone(campaign));
  const parts = await partsToFill(await JSZip.loadAsync(bytes));
  return async (entries) => {
    // Loaded anew, and not inflated: what is left alone keeps its compressed bytes.
    const zip = await JSZip.loadAsync(bytes);
    for (const { name, pieces } of parts) {
      const xml = pieces.map((piece) => (typeof piece === 'string' ? piece : fill(piece, entries))).join('');
      zip.file(name, xml, { date: ZIP_EPOCH, createFolders: false });
    }
    const compression = { compression: 'DEFLATE', compressionOptions: { level: 1 } } as const;
    return zip.generateAsync({ type: 'uint8array', platform: 'DOS', ...compression });
  };
}

/** The sheets that hold inputs, cut at them: where each stands is told by the names of the workbook. */
async function partsToFill(zip: JSZip): Promise<readonly SheetPart[]> {
  const workbook = await textOf(zip, 'xl/workbook.xml');
  const sheets = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name);
  const fillable = new Set<string>([...KEY_COLUMNS, ...COLUMN_NAMES, ...Object.keys(TOTALS)]);
  const names = [...workbook.matchAll(NAMED_CELL)].flatMap(([, name = '', sheet = '', letters, row]) =>
    fillable.has(name) ? [{ name, sheet: sheets.indexOf(sheet), reference: `${letters}${row}` }] : [],
  );
  if (names.length !== fillable.size) throw new Error('an input of the template has no name');
  return Promise.all(
    [...Map.groupBy(names, ({ sheet }) => sheet)].map(async ([index, inSheet]) => {
      const part = `xl/worksheets/sheet${index + 1}.xml`;
      const holes = new Map(inSheet.map(({ reference, name }) => [reference, name]));
      return { name: part, pieces: cut(await textOf(zip, part), holes) };
    }),
  );
}

async function textOf(zip: JSZip, name: string): Promise<string> {
  const part = zip.file(name);
  if (!part) throw new Error(`the template has no part ${name}`);
  return part.async('string');
}

/** @param names by the reference of their cell */
function cut(xml: string, names: ReadonlyMap<string, string>): readonly (string | Hole)[] {
  const pieces: (string | Hole)[] = [];
  let from = 0;
  for (const match of xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"(?:\/>|[^>]*>(.*?)<\/c>)/g)) {
    const [blank, reference = '', style = '', inner = ''] = match;
    const name = names.get(reference);
    if (name === undefined) continue;
    const formula = /<f>.*<\/f>/.exec(inner)?.[0] ?? '';
    pieces.push(xml.slice(from, match.index), { reference, style, formula, blank, name });
    from = match.index + blank.length;
  }
  if (pieces.length !== 2 * names.size) throw new Error(`a named cell of the template is not in its sheet`);
  return [...pieces, xml.slice(from)];
}

function fill({ name, reference, style, formula, blank }: Hole, entries: TemplateEntries): string {
  const of = TOTALS[name];
  const content = of ? totalContent(formula, of, entries) : cellContent(name as AnyColumn, entries);
  return content === null ? blank : `<c r="${reference}" s="${style}"${content}`;
}

/** The rest of the cell's element, from its type on; null when it stays as it is. */
function cellContent(column: AnyColumn, { finess, campaign, values }: TemplateEntries): string | null {
  if (column === 'finess') return textContent(finess);
  if (column === 'campagne') return textContent(campaign);
  const value = values[column] ?? null;
  if (value === null) return null;
  if (typeof value === 'bigint') return `><v>${formatHundredths(value)}</v></c>`;
  return COLUMNS[column].type === 'date' ? `><v>${serial(value as Day)}</v></c>` : textContent(value);
}

function textContent(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return ` t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** Days since 30 December 1899: the 1900 date system after its imaginary 29 February. */
function serial(day: Day): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** As Excel would show it: a sum of what is entered, blanks passed over; null where nothing is. */
function totalContent(
  formula: string,
  columns: readonly ColumnName[],
  { values }: TemplateEntries,
): string | null {
  const amounts = columns.map((column) => values[column]).filter((value) => typeof value === 'bigint');
  if (amounts.length === 0) return null;
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  return `>${formula}<v>${formatHundredths(total)}</v></c>`;
}
