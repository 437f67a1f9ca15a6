import Papa from 'papaparse';
import { FileRefusal } from '../../domain/deposit/file-refusal.ts';
import type { DelimitedContent } from '../../domain/deposit/table.ts';
import { decodeText } from './decode-text.ts';
import { delimitedRecords, type RawRecord } from './delimited-records.ts';
import { LIMITS } from './limits.ts';

/** In the order that settles ties. */
const SEPARATORS = [';', ',', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** Excel's hint, first line; what it says does not bind (contracts.md, « Deposits »). */
const SEPARATOR_HINT = /^"?sep=.?"?[;,\t ]*$/i;

type Row = DelimitedContent['records'][number];

/**
 * Reads a CSV of any of our shapes: `;`, `,` or tab, whichever yields most known columns on the header line;
 * UTF-8 or Windows-1252; any line ending. A leading `sep=` line and blank lines are left out, the line numbers
 * of the others are those of an editor. Line ends inside a cell become LF.
 *
 * @param mostCells cells at most, blank lines not counted
 * @param isKnownColumn whether a heading, as it stands in the file, is one that the caller knows
 * @throws FileRefusal CSV_QUOTES or CSV_TOO_MANY_CELLS, and nothing else whatever the bytes
 */
export function readCsv(
  bytes: Uint8Array,
  isKnownColumn: (heading: string) => boolean,
  { mostCells = LIMITS.delimitedCells }: { readonly mostCells?: number } = {},
): DelimitedContent {
  const text = decodeText(bytes);
  const separator = chooseSeparator(text, isKnownColumn, mostCells);
  return { records: [...rows(text, separator, mostCells)] };
}

function* rows(text: string, separator: Separator, mostCells: number): Generator<Row> {
  const parser = new Papa.Parser({ delimiter: separator, newline: '\n' });
  let first = true;
  for (const record of delimitedRecords(text, separator, mostCells)) {
    const isHint = first && SEPARATOR_HINT.test(record.text);
    first = false;
    if (!isHint) yield { line: record.line, cells: parseCells(record, parser) };
  }
}

function chooseSeparator(
  text: string,
  isKnownColumn: (heading: string) => boolean,
  mostCells: number,
): Separator {
  let best: { separator: Separator; known: number } = { separator: ';', known: 0 };
  for (const separator of SEPARATORS) {
    const known = headings(text, separator, mostCells).filter(isKnownColumn).length;
    if (known > best.known) best = { separator, known };
  }
  return best.separator;
}

/** The header line as one separator reads it; none where it cannot. */
function headings(text: string, separator: Separator, mostCells: number): readonly string[] {
  try {
    return rows(text, separator, mostCells).next().value?.cells ?? [];
  } catch (error) {
    if (error instanceof FileRefusal) return [];
    throw error;
  }
}

/**
 * The cells of one record. The parser itself, made once by file: `Papa.parse` around it makes several kilobytes of options
 * and streams at each call, which a balance of 100,000 lines would wait for. It drops a byte order mark, and so do we.
 */
function parseCells(record: RawRecord, parser: Papa.Parser): readonly string[] {
  const text = record.text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/^\ufeff/, '');
  const { data, errors }: Papa.ParseResult<string[]> = parser.parse(text, 0, false);
  const [cells] = data;
  if (errors.length > 0 || data.length !== 1 || cells === undefined) {
    throw new FileRefusal('CSV_QUOTES', { at: { line: record.line }, seen: text.slice(0, 40) });
  }
  return cells;
}
