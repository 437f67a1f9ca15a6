/** One tag where it stands in a text of XML; positions count UTF-16 code units. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  /** With its prefix. */
  readonly name: string;
  readonly start: number;
  /** Past its `>`. */
  readonly end: number;
}

const BANG = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const CLOSE = 62;
const QUESTION = 63;

const NAME_ENDS = new Set([9, 10, 13, 32, SLASH, CLOSE]);

/**
 * The next tag from a place on, in time proportional to the way to it; null when there is none. Comments, CDATA and
 * instructions are passed over. It resolves and decodes nothing: the text is one that a parser has found well-formed,
 * or one of VML, which Excel itself does not always close.
 */
export function nextTag(text: string, from: number): Tag | null {
  for (let at = from; ; ) {
    const start = text.indexOf('<', at);
    if (start === -1) return null;
    const code = text.charCodeAt(start + 1);
    if (code !== BANG && code !== QUESTION) return tagAt(text, start);
    at = afterMarkup(text, start);
  }
}

/** Where an element ends whose opening tag ends at `openEnd`; null when nothing closes it. */
export function closingOf(
  text: string,
  openEnd: number,
): { readonly start: number; readonly end: number } | null {
  let depth = 1;
  // The data of a sheet has a million tags: none of them becomes an object.
  for (let at = openEnd; ; ) {
    const start = text.indexOf('<', at);
    if (start === -1) return null;
    const code = text.charCodeAt(start + 1);
    if (code === BANG || code === QUESTION) {
      at = afterMarkup(text, start);
      continue;
    }
    at = endOfTag(text, start);
    if (code === SLASH) depth -= 1;
    else if (text.charCodeAt(at - 2) !== SLASH) depth += 1;
    if (depth === 0) return { start, end: at };
  }
}

function tagAt(text: string, start: number): Tag | null {
  const end = endOfTag(text, start);
  const isClose = text.charCodeAt(start + 1) === SLASH;
  const from = start + (isClose ? 2 : 1);
  let to = from;
  while (to < end && !NAME_ENDS.has(text.charCodeAt(to))) to += 1;
  const kind = isClose ? 'close' : text.charCodeAt(end - 2) === SLASH ? 'empty' : 'open';
  return { kind, name: text.slice(from, to), start, end };
}

/** A `>` within quotes ends no tag. */
function endOfTag(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CLOSE) return at + 1;
    if (code === QUOTE || code === APOSTROPHE) {
      const close = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
      if (close === -1) return text.length;
      at = close;
    }
  }
  return text.length;
}

function afterMarkup(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return after(text, '-->', start + 4);
  if (text.startsWith('<![CDATA[', start)) return after(text, ']]>', start + 9);
  if (text.startsWith('<?', start)) return after(text, '?>', start + 2);
  return endOfTag(text, start);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}
