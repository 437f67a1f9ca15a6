import type { Content } from './content.ts';
import { escapedText } from './element.ts';
import type { Style } from './styles.ts';

/**
 * Rows of a table that are written straight into their sheet's XML: exceljs would hold an object for each cell, and a
 * list of twenty thousand lines has four hundred thousand.
 */
export interface DirectTable {
  /** Of the headings, which exceljs writes, and of its last line. */
  readonly row: number;
  /** Of each column, from A. */
  readonly letters: readonly string[];
  readonly last: number;
  readonly rows: Iterable<DirectRow>;
}

export interface DirectRow {
  readonly cells: readonly { readonly content: Content; readonly style: Style }[];
  /** In points; null for a row of one line. */
  readonly height: number | null;
}

/** Where exceljs keeps styles and texts, by number, while it writes a workbook. */
export interface Registers {
  readonly styles: { addStyleModel(style: Style): number };
  readonly sharedStrings: { add(text: string): number };
}

/** Days between Excel's epoch and that of the clock. */
const EPOCH_SERIAL = 25_569;
const DAY_MS = 86_400_000;

/** In characters: rows are put together by pieces of that size. */
const PIECE = 65_536;

const DIMENSION = /<dimension ref="[^"]*"\/>/;
const NEXT_ROW = /<row r="(\d+)"/g;

/** A sheet's XML with a mark in the place of the rows of its direct tables, and their bytes by that mark. */
export interface DirectSheet {
  readonly xml: string;
  readonly rows: ReadonlyMap<string, readonly Uint8Array[]>;
}

/**
 * Writes the rows of direct tables as the bytes that they are in the end: as texts they would be copied, twice as
 * large, by each step that follows. @throws Error where something stands already.
 *
 * @param part its name, so that marks differ from one sheet to the next
 */
export function withDirectTables(
  part: string,
  xml: string,
  tables: readonly DirectTable[],
  registers: Registers,
): DirectSheet {
  const rows = new Map<string, readonly Uint8Array[]>();
  let marked = xml;
  for (const table of tables) {
    // No content holds it: its brackets would be escaped.
    const mark = `<!--${part} ${table.row}-->`;
    marked = withMark(marked, table, mark);
    rows.set(mark, rowsBytes(table, registers));
  }
  return { xml: tables.length === 0 ? xml : withUsedRange(marked, tables), rows };
}

function withMark(xml: string, table: DirectTable, mark: string): string {
  const headings = xml.indexOf(`<row r="${table.row}" `);
  const at = xml.indexOf('</row>', headings) + '</row>'.length;
  if (headings < 0) throw new Error(`no row ${table.row} to write a table under`);
  NEXT_ROW.lastIndex = at;
  const next = NEXT_ROW.exec(xml)?.[1];
  if (next !== undefined && Number(next) <= table.last)
    throw new Error(`row ${next} stands in the table under row ${table.row}`);
  return xml.slice(0, at) + mark + xml.slice(at);
}

function rowsBytes({ row, letters, rows }: DirectTable, registers: Registers): readonly Uint8Array[] {
  const written: Uint8Array[] = [];
  let piece = '';
  let number = row;
  for (const { cells, height } of rows) {
    number++;
    const tall = height === null ? '' : ` ht="${height}" customHeight="1"`;
    let xml = `<row r="${number}" spans="1:${letters.length}"${tall}>`;
    for (const [c, { content, style }] of cells.entries())
      xml += cellXml(`${letters[c]}${number}`, content, registers.styles.addStyleModel(style), registers);
    piece += `${xml}</row>`;
    if (piece.length < PIECE) continue;
    written.push(Buffer.from(piece));
    piece = '';
  }
  return [...written, Buffer.from(piece)];
}

function cellXml(address: string, content: Content, style: number, { sharedStrings }: Registers): string {
  const start = `<c r="${address}" s="${style}"`;
  if (content === null) return `${start}/>`;
  if (typeof content === 'string') return `${start} t="s"><v>${sharedStrings.add(content)}</v></c>`;
  if (typeof content === 'number') return `${start}><v>${content}</v></c>`;
  if (content instanceof Date) return `${start}><v>${EPOCH_SERIAL + content.getTime() / DAY_MS}</v></c>`;
  const { formula, result, array } = content;
  const kind = typeof result === 'string' ? ' t="str"' : '';
  const shape = array ? ` t="array" ref="${address}"` : '';
  const value = typeof result === 'string' ? escapedText(result) : result;
  return `${start}${kind}><f${shape}>${escapedText(formula)}</f><v>${value}</v></c>`;
}

/** Readers that go by rows trust it: exceljs knows of its own cells alone. */
function withUsedRange(xml: string, tables: readonly DirectTable[]): string {
  const [, corner = 'A1'] = /<dimension ref="[^":]*:?([^"]*)"/.exec(xml) ?? [];
  const [, column = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(corner) ?? [];
  const widest = [column, ...tables.map(({ letters }) => letters.at(-1) ?? 'A')].reduce((a, b) =>
    b.length > a.length || (b.length === a.length && b > a) ? b : a,
  );
  const last = Math.max(Number(row), ...tables.map((table) => table.last));
  return xml.replace(DIMENSION, `<dimension ref="A1:${widest}${last}"/>`);
}
