import Papa from 'papaparse';
import { type Day, frenchDay } from '../../domain/calendar/day.ts';
import {
  type AnyColumn,
  COLUMN_NAMES,
  COLUMNS,
  type ColumnName,
  KEY_COLUMNS,
} from '../../domain/deposit/columns.ts';
import { formatHundredths } from '../../domain/numbers/format-hundredths.ts';
import type { Row } from './defects.ts';

/** How a piece of software, or a person, writes a CSV. */
export interface CsvDialect {
  readonly separator: ';' | ',' | '\t';
  readonly decimal: ',' | '.';
  readonly encoding: 'utf-8' | 'utf-8-mark' | 'windows-1252';
  readonly lineEnd: '\n' | '\r\n';
  /** `20/05/2026`, spaces between thousands, headings and words with accents. */
  readonly french: boolean;
  readonly separatorHint: boolean;
}

export const DIALECTS: readonly [CsvDialect, ...CsvDialect[]] = [
  // Excel in French.
  dialect({ decimal: ',', encoding: 'windows-1252', lineEnd: '\r\n', french: true }),
  dialect({ decimal: ',', encoding: 'windows-1252', lineEnd: '\r\n', french: false }),
  dialect({ decimal: ',', encoding: 'utf-8-mark', lineEnd: '\r\n', french: true }),
  dialect({}),
  dialect({ separator: '\t', separatorHint: true }),
  // Quotes keep the decimal commas together.
  dialect({ separator: ',', decimal: ',' }),
];

/** Decimal commas between commas, without quotes. */
const SHIFTING = dialect({ separator: ',', decimal: ',' });

function dialect(given: Partial<CsvDialect>): CsvDialect {
  return {
    separator: ';',
    decimal: '.',
    encoding: 'utf-8',
    lineEnd: '\n',
    french: false,
    separatorHint: false,
    ...given,
  };
}

const ALL: readonly AnyColumn[] = [...KEY_COLUMNS, ...COLUMN_NAMES];

/** The columns that some row of a file needs, in the usual order; the key always. */
export function columnsOfRows(
  rows: readonly Row[],
  columns: readonly AnyColumn[] = ALL,
): readonly AnyColumn[] {
  const optional: readonly AnyColumn[] = ['quotes_parts_refacturees'];
  return columns.filter(
    (column) => !optional.includes(column) || rows.some((row) => cellText(row, column, SHIFTING) !== ''),
  );
}

/** A CSV of declarations in one dialect. */
export function writeDeclarations(
  rows: readonly Row[],
  columns: readonly AnyColumn[],
  given: CsvDialect,
): Uint8Array {
  const shifted = rows.some((row) => row.shifted);
  const used = shifted ? SHIFTING : given;
  const header = columns.map((column) => heading(column, used));
  const cells = rows.map((row) => columns.map((column) => cellText(row, column, used)));
  const table = [header, ...cells];
  const body = shifted
    ? table.map((record) => record.join(used.separator)).join('\n')
    : Papa.unparse(table, { delimiter: used.separator, newline: '\n', header: false });
  const hint = used.separatorHint ? `sep=${used.separator}\n` : '';
  return encode(`${hint}${body}\n`.replaceAll('\n', used.lineEnd), used.encoding);
}

function heading(column: AnyColumn, { french }: CsvDialect): string {
  return french && column === 'date_cloture' ? 'Date clôture' : column;
}

function cellText(row: Row, column: AnyColumn, given: CsvDialect): string {
  const typed = row.typed[column];
  if (typed !== undefined) return typed;
  if (column === 'finess') return row.finess;
  return column === 'campagne' ? row.campaign : valueText(row, column, given);
}

function valueText({ values }: Row, column: ColumnName, { decimal, french }: CsvDialect): string {
  const value = values[column];
  if (value === null) return '';
  if (typeof value === 'bigint') {
    const text = formatHundredths(value).replace('.', decimal);
    // As Excel shows thousands: a no-break space, which Windows-1252 has too.
    return french ? text.replace(/\B(?=(\d{3})+(?!\d)[,.])/g, '\u00a0') : text;
  }
  if (COLUMNS[column].type === 'date') return french ? frenchDay(value as Day) : value;
  return french && value === 'definitive' ? 'Définitive' : value;
}

function encode(text: string, encoding: CsvDialect['encoding']): Uint8Array {
  // Only letters that Latin-1 shares with Windows-1252 are ever written.
  if (encoding === 'windows-1252') return Uint8Array.from(Buffer.from(text, 'latin1'));
  return new TextEncoder().encode(encoding === 'utf-8-mark' ? `\ufeff${text}` : text);
}
