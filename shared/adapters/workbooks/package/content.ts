/** What a cell may hold. A text always stays a text, whatever it starts with; a formula is told as such. */
export type Content = string | number | Date | Formula | null;

/** A live formula, without its `=`, with the value that a recalculation must give again. */
interface Formula {
  readonly formula: string;
  /** Blank where the formula gives an empty text. */
  readonly result: string | number;
  /** Evaluated over ranges, cell by cell: what Excel enters with Ctrl+Shift+Enter. */
  readonly array?: true;
}

/** The longest text and formula that a cell holds. */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/** Excel opens a workbook with these only after a repair, or loses them without a word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

/** Excel reads `_x0041_` in a text as the character of that number; its own underscore is then written so. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A content as it may be written. @throws RangeError for what exceljs would write without a word and Excel would
 * repair, drop or show otherwise: NaN and infinities, an absent value, an impossible date, a text too long or
 * with control characters, a formula too long or with its `=`.
 */
export function checked(content: Content): Content {
  if (content === null) return null;
  switch (typeof content) {
    case 'string':
      return text(content);
    case 'number':
      return finite(content);
    case 'object':
      return content instanceof Date ? date(content) : formula(content);
    default:
      throw new RangeError(`a cell cannot hold ${typeof content}`);
  }
}

function text(value: string): string {
  if (value.length > LONGEST_TEXT) throw new RangeError(`a text of ${value.length} characters in a cell`);
  if (FORBIDDEN.test(value) || !value.isWellFormed()) throw new RangeError('a control character in a cell');
  // A reader of XML takes a carriage return for a line feed: what is written is what will be read.
  const lines = value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
  return lines.includes('_x') ? lines.replace(ESCAPE_LOOKALIKE, '_x005F_') : lines;
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${value} in a cell`);
  return value;
}

function date(value: Date): Date {
  finite(value.getTime());
  return value;
}

function formula(value: Formula): Formula {
  if (typeof value.formula !== 'string' || value.formula === '' || value.formula.startsWith('='))
    throw new RangeError('a formula is not blank and is written without its =');
  if (value.formula.length > LONGEST_FORMULA) throw new RangeError('a formula too long for a cell');
  if (typeof value.result !== 'string' && typeof value.result !== 'number')
    throw new RangeError(`a formula without its cached value: ${value.formula}`);
  checked(value.result);
  return value;
}
