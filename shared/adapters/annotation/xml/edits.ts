/** Where an element stands, as far as edits go. */
export interface Span {
  /** As written, with its prefix. */
  readonly name: string;
  readonly start: number;
  readonly contentEnd: number;
  readonly end: number;
  readonly isEmpty: boolean;
}

/** What replaces the text from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly xml: string;
}

export function insertion(at: number, xml: string): Edit {
  return { start: at, end: at, xml };
}

export function removal(element: Pick<Span, 'start' | 'end'>): Edit {
  return { start: element.start, end: element.end, xml: '' };
}

/** Adds at the end of an element's content, which may be empty (`<a/>`); one such edit for each element. */
export function addition(element: Span, xml: string): Edit {
  if (!element.isEmpty) return insertion(element.contentEnd, xml);
  return { start: element.end - 2, end: element.end, xml: `>${xml}</${element.name}>` };
}

/** Edits that do not overlap, in any order; of those at one place, the first given comes first. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, xml } of edits.toSorted((a, b) => a.start - b.start)) {
    out += text.slice(at, start) + xml;
    // An insertion at the start of what has just been removed does not bring it back.
    at = Math.max(at, end);
  }
  return out + text.slice(at);
}
