import type { Cell } from '../../../domain/deposit/table.ts';
import { dateOfIso, dateOfSerial } from './date-serial.ts';
import { standalone } from './kept-text.ts';
import { unescapeText } from './rich-text.ts';
import type { DateStyles } from './styles.ts';

/** What the values of all sheets refer to. */
export interface WorkbookValues {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: DateStyles;
  readonly calendar1904: boolean;
}

/** One `c` element as written. Null where it has no such child. */
export interface RawCell {
  type: string;
  style: number;
  formula: string | null;
  value: string | null;
  inline: string;
}

/** What Excel writes for a number: decimal, with an exponent where it is long. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * The cell that the domain sees; null for a blank one, `'damaged'` for one that contradicts its own type
 * or points at no shared string.
 */
export function cellOf(raw: RawCell, book: WorkbookValues): Cell | null | 'damaged' {
  const { type, value } = raw;
  // A text formula whose result is the empty text has a `v` that is empty; other results are never empty.
  const uncalculated = type === 'str' ? value === null : value === null || value === '';
  if (raw.formula !== null && uncalculated) {
    return { kind: 'formula-without-value', text: standalone(`=${raw.formula}`) };
  }
  switch (type) {
    case 'n':
      return value === null ? null : numberCell(value.trim(), raw.style, book);
    case 's':
      return value === null || value === '' ? null : sharedCell(value.trim(), book);
    case 'str':
      return textCell(standalone(unescapeText(value ?? '')));
    case 'inlineStr':
      return textCell(standalone(raw.inline || unescapeText(value ?? '')));
    case 'b':
      return booleanCell((value ?? '').trim());
    case 'e':
      return value === null || value === '' ? null : { kind: 'error', text: standalone(value) };
    case 'd':
      return isoCell((value ?? '').trim());
    default:
      return 'damaged';
  }
}

function numberCell(text: string, style: number, book: WorkbookValues): Cell | null {
  if (text === '') return null;
  // Some writers put plain text there: the domain says where it wants a number and reads none.
  if (!NUMBER.test(text)) return { kind: 'text', text: standalone(text) };
  const date = book.dateStyles[style] === true ? dateOfSerial(Number(text), book.calendar1904) : null;
  return date === null ? { kind: 'number', text: standalone(text) } : { kind: 'date', text: date };
}

function sharedCell(index: string, book: WorkbookValues): Cell | null | 'damaged' {
  const text = /^\d{1,9}$/.test(index) ? book.sharedStrings[Number(index)] : undefined;
  return text === undefined ? 'damaged' : textCell(text);
}

function booleanCell(text: string): Cell | null | 'damaged' {
  if (text === '1' || text === 'true') return { kind: 'boolean', text: 'VRAI' };
  if (text === '0' || text === 'false') return { kind: 'boolean', text: 'FAUX' };
  return text === '' ? null : 'damaged';
}

function isoCell(text: string): Cell | null {
  const date = dateOfIso(text);
  return date === null ? textCell(standalone(text)) : { kind: 'date', text: date };
}

function textCell(text: string): Cell | null {
  return text === '' ? null : { kind: 'text', text };
}
