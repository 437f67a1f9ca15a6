import { FileRefusal } from '../../domain/deposit/file-refusal.ts';

/** The text of one record, its outer line end left out, and the line on which it starts, from 1. */
export interface RawRecord {
  readonly line: number;
  readonly text: string;
}

const QUOTE = 34;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Most characters of the file that a refusal repeats. */
const EXCERPT = 40;

/**
 * Cuts a delimited text into records, one after the other, in time proportional to its length: the parser of
 * cells then only ever sees one sound record (given the whole of a hostile file, it can take hours).
 *
 * Lines are counted as an editor does: CRLF, LF and CR alone each end one, inside quotes too. A record of
 * nothing but separators, spaces and quotes is passed over, and its cells are not counted.
 *
 * @throws FileRefusal CSV_QUOTES when a quote is never closed (with the line where it opens) or is followed by
 * something else than a separator; CSV_TOO_MANY_CELLS above `mostCells` cells.
 */
export function* delimitedRecords(text: string, separator: string, mostCells: number): Generator<RawRecord> {
  const separatorCode = separator.charCodeAt(0);
  let at = 0;
  let line = 1;
  let cellsBefore = 0;
  while (at < text.length) {
    const start = at;
    const startLine = line;
    let cells = 1;
    let blank = true;
    let fieldStarts = true;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
      if (code === QUOTE && fieldStarts) {
        const quoted = endOfQuoted(text, at, separatorCode, line);
        blank &&= isBlank(text, at + 1, quoted.end - 1);
        line += quoted.lines;
        at = quoted.end;
        fieldStarts = false;
        continue;
      }
      fieldStarts = code === separatorCode;
      if (fieldStarts) cells++;
      else blank &&= isSpace(code);
      if (!blank && cellsBefore + cells > mostCells) {
        throw new FileRefusal('CSV_TOO_MANY_CELLS', { at: { line }, facts: { limit: String(mostCells) } });
      }
      at++;
    }
    if (!blank) {
      cellsBefore += cells;
      yield { line: startLine, text: text.slice(start, at) };
    }
    at += lineEnd(text, at);
    line++;
  }
}

/** Past the closing quote of the field that opens at `open`, and the line ends that it holds. */
function endOfQuoted(
  text: string,
  open: number,
  separatorCode: number,
  line: number,
): { readonly end: number; readonly lines: number } {
  const refuse = (atLine: number) =>
    new FileRefusal('CSV_QUOTES', { at: { line: atLine }, seen: text.slice(open, open + EXCERPT) });
  let close = text.indexOf('"', open + 1);
  // Doubled, it is a quote of the text.
  while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  if (close === -1) throw refuse(line);

  const lines = lineEndsBetween(text, open, close);
  const next = afterSpaces(text, close + 1, separatorCode);
  const ends = next >= text.length || lineEnd(text, next) > 0 || text.charCodeAt(next) === separatorCode;
  if (!ends) throw refuse(line + lines);
  return { end: close + 1, lines };
}

function lineEndsBetween(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) lines++;
    else if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED) lines++;
  }
  return lines;
}

/** Spaces between a closing quote and the separator are tolerated. */
function afterSpaces(text: string, from: number, separatorCode: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== separatorCode && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function lineEnd(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (code === CARRIAGE_RETURN) return text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
  return code === LINE_FEED ? 1 : 0;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isSpace(code) && code !== LINE_FEED && code !== CARRIAGE_RETURN) return false;
  }
  return true;
}

/** Space, tab, no-break space, narrow no-break space. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x202f;
}
