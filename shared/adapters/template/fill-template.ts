import JSZip from 'jszip';
import type { Day } from '../../domain/calendar/day.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { AnyColumn, Values } from '../../domain/deposit/columns.ts';
import { formatHundredths } from '../../domain/numbers/format-hundredths.ts';
import { buildTemplate } from './build-template.ts';
import { inputType } from './inputs.ts';
import { INPUT_COLUMN, linesOf, TEMPLATE_SHEETS, type TemplateLine } from './layout.ts';

/** What an establishment enters. Identifiers as typed, right or wrong; a value left out stays blank. */
export interface TemplateEntries {
  readonly finess: string;
  readonly campaign: string;
  readonly values: Partial<Values>;
}

export type FillTemplate = (entries: TemplateEntries) => Promise<Uint8Array>;

/** The entries of a zip carry no date of their own. */
const ZIP_EPOCH = new Date(Date.UTC(1980, 0, 1));

interface SheetPart {
  readonly name: string;
  readonly xml: string;
  readonly lines: readonly TemplateLine[];
}

/**
 * Prepares a campaign's template once, and gives the function that fills it: the XML of each input cell is put
 * in place of the blank one, fifty times faster than going through a workbook in memory. The parts without
 * inputs are compressed once for all. Same entries, same bytes.
 */
export async function templateFiller(campaign: CampaignYear): Promise<FillTemplate> {
  const bytes = await buildTemplate({ campaign });
  const blank = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(
    Object.values(blank.files).map(async (part): Promise<SheetPart> => {
      const lines = linesOfPart(part.name);
      return { name: part.name, lines, xml: lines.length > 0 ? await part.async('string') : '' };
    }),
  );
  const sheets = parts.filter(({ lines }) => lines.length > 0);
  return async (entries) => {
    // Loaded anew, and not inflated: what is left alone keeps its compressed bytes.
    const zip = await JSZip.loadAsync(bytes);
    for (const { name, xml, lines } of sheets) {
      const filled = lines.reduce((text, line) => fillLine(text, line, entries), xml);
      zip.file(name, filled, { date: ZIP_EPOCH, createFolders: false });
    }
    const compression = { compression: 'DEFLATE', compressionOptions: { level: 1 } } as const;
    return zip.generateAsync({ type: 'uint8array', platform: 'DOS', ...compression });
  };
}

/** None where the part holds no input. */
function linesOfPart(name: string): readonly TemplateLine[] {
  // The first sheet is the one that explains.
  const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
  const definition = number === undefined ? undefined : TEMPLATE_SHEETS[Number(number) - 2];
  return definition ? linesOf(definition) : [];
}

function fillLine(xml: string, line: TemplateLine, entries: TemplateEntries): string {
  const content = line.kind === 'total' ? null : cellContent(line.column, entries);
  const reference = `${INPUT_COLUMN}${line.row}`;
  const cell = new RegExp(`<c r="${reference}" s="(\\d+)"(?:/>|[^>]*>(.*?)</c>)`);
  const match = cell.exec(xml);
  if (!match) throw new Error(`the template has no cell ${reference}`);
  const [blank, style = '', inner = ''] = match;
  const filled =
    line.kind === 'total'
      ? `<c r="${reference}" s="${style}">${inner.replace(/<v>.*<\/v>/, `<v>${total(line.of, entries)}</v>`)}</c>`
      : `<c r="${reference}" s="${style}"${content ?? '/>'}`;
  return xml.replace(blank, () => filled);
}

/** The rest of the cell's element, from its type on; null when it stays blank. */
function cellContent(column: AnyColumn, { finess, campaign, values }: TemplateEntries): string | null {
  if (column === 'finess') return textContent(finess);
  if (column === 'campagne') return textContent(campaign);
  const value = values[column] ?? null;
  if (value === null) return null;
  if (typeof value === 'bigint') return `><v>${formatHundredths(value)}</v></c>`;
  return inputType(column) === 'date' ? `><v>${serial(value as Day)}</v></c>` : textContent(value);
}

function textContent(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return ` t="inlineStr"><is><t xml:space="preserve">${escaped}</t></is></c>`;
}

/** Days since 30 December 1899: the 1900 date system after its imaginary 29 February. */
function serial(day: Day): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** As Excel would show it: a sum of what is entered, blanks passed over. */
function total(columns: readonly AnyColumn[], { values }: TemplateEntries): string {
  const amounts = columns.map((column) => (column in values ? values[column as keyof Values] : null));
  return formatHundredths(
    amounts.reduce<bigint>((sum, amount) => sum + (typeof amount === 'bigint' ? amount : 0n), 0n),
  );
}
