import { addition, applyEdits, type Span } from './edits.ts';
import { unescaped } from './escape.ts';
import { closingOf, nextTag, type Tag } from './tags.ts';

/** One element where it stands; an empty one (`<a/>`) has its content's start and end at its own end. */
export interface Element extends Span {
  /** Within the vocabulary of the document; '' outside it. */
  readonly local: string;
  readonly contentStart: number;
}

/** A part's text, and what is needed to find one's way in it and to write into it. */
export interface XmlDocument {
  readonly text: string;
  readonly root: Element;
  readonly vocabulary: ReadonlySet<string>;
  /** By prefix ('' for none), as the root declares them. */
  readonly namespaces: ReadonlyMap<string, string>;
  /** With its colon, before the name of any element of the vocabulary that is written: `x:`, or ''. */
  readonly prefix: string;
}

/**
 * Null when the text has no root element of that vocabulary, or none that is closed. An empty root (`<a/>`) is opened,
 * so that there is a place within it.
 */
export function openDocument(text: string, vocabulary: ReadonlySet<string>): XmlDocument | null {
  const tag = nextTag(text, 0);
  if (tag === null || tag.kind === 'close') return null;
  const namespaces = declaredBy(text, tag);
  const root = elementOf({ text, vocabulary, namespaces }, tag);
  if (root === null || root.local === '') return null;
  if (root.isEmpty) return openDocument(applyEdits(text, [addition(root, '')]), vocabulary);
  const prefix = root.name.slice(0, root.name.length - root.local.length);
  return { text, root, vocabulary, namespaces, prefix };
}

/** The children of an element, in order. Within a sheet's data there may be a million: it is not for them. */
export function childrenOf(document: XmlDocument, parent: Element): readonly Element[] {
  const children: Element[] = [];
  for (let at = parent.contentStart; ; ) {
    const tag = nextTag(document.text, at);
    if (tag === null || tag.start >= parent.contentEnd) return children;
    const element = elementOf(document, tag);
    if (element === null) return children;
    children.push(element);
    at = element.end;
  }
}

/** The first child of that name. */
export function childOf(document: XmlDocument, parent: Element, local: string): Element | undefined {
  return childrenOf(document, parent).find((child) => child.local === local);
}

/** By name as written, prefix included. */
export function attributesOf(
  { text }: Pick<XmlDocument, 'text'>,
  element: Pick<Element, 'start' | 'contentStart'>,
): ReadonlyMap<string, string> {
  return attributesIn(text.slice(element.start, element.contentStart));
}

/** The attribute of another vocabulary, whatever its prefix: `r:id`. */
export function foreignAttribute(
  document: XmlDocument,
  element: Element,
  local: string,
  vocabulary: ReadonlySet<string>,
): string | undefined {
  const attributes = attributesOf(document, element);
  for (const [name, value] of attributes) {
    const [prefix = '', rest] = name.split(':');
    if (rest !== local) continue;
    const uri = attributes.get(`xmlns:${prefix}`) ?? document.namespaces.get(prefix);
    if (uri !== undefined && vocabulary.has(uri)) return value;
  }
  return undefined;
}

/** The text within an element that has no children. */
export function contentOf({ text }: Pick<XmlDocument, 'text'>, element: Element): string {
  return unescaped(text.slice(element.contentStart, element.contentEnd));
}

/**
 * The prefix, with its colon, under which the root declares a vocabulary, and what to declare where it does not.
 * Only a prefix will do: an attribute without one belongs to no vocabulary.
 */
export function prefixFor(
  document: XmlDocument,
  vocabulary: ReadonlySet<string>,
  fallback: { readonly prefix: string; readonly uri: string },
): { readonly prefix: string; readonly declaration: string } {
  for (const [prefix, uri] of document.namespaces) {
    if (prefix !== '' && vocabulary.has(uri)) return { prefix: `${prefix}:`, declaration: '' };
  }
  return { prefix: `${fallback.prefix}:`, declaration: ` xmlns:${fallback.prefix}="${fallback.uri}"` };
}

function elementOf(
  { text, vocabulary, namespaces }: Pick<XmlDocument, 'text' | 'vocabulary' | 'namespaces'>,
  tag: Tag,
): Element | null {
  const closing = tag.kind === 'empty' ? { start: tag.end, end: tag.end } : closingOf(text, tag.end);
  if (closing === null || tag.kind === 'close') return null;
  const colon = tag.name.indexOf(':');
  const prefix = tag.name.slice(0, Math.max(0, colon));
  const own = text.slice(tag.start, tag.end).includes('xmlns') ? declaredBy(text, tag) : undefined;
  const uri = own?.get(prefix) ?? namespaces.get(prefix);
  return {
    local: uri !== undefined && vocabulary.has(uri) ? tag.name.slice(colon + 1) : '',
    name: tag.name,
    start: tag.start,
    contentStart: tag.end,
    contentEnd: closing.start,
    end: closing.end,
    isEmpty: tag.kind === 'empty',
  };
}

function declaredBy(text: string, tag: Tag): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  for (const [name, value] of attributesIn(text.slice(tag.start, tag.end))) {
    if (name === 'xmlns') declared.set('', value);
    else if (name.startsWith('xmlns:')) declared.set(name.slice(6), value);
  }
  return declared;
}

const SPACE = /\s/;

/** By hand: on a name of a million characters an expression would try each of its ends. */
function attributesIn(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = tag.search(SPACE); at !== -1; ) {
    const equals = tag.indexOf('=', at);
    if (equals === -1) return found;
    const open = pastSpaces(tag, equals + 1);
    const close = tag.indexOf(tag.charAt(open), open + 1);
    if (close === -1) return found;
    found.set(tag.slice(at, equals).trim(), unescaped(tag.slice(open + 1, close)));
    at = close + 1;
  }
  return found;
}

function pastSpaces(tag: string, from: number): number {
  let at = from;
  while (SPACE.test(tag.charAt(at))) at += 1;
  return at;
}
