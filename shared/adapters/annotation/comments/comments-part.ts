import { COMMENT_AUTHOR } from '../../../messages/annotation-texts.ts';
import { SPREADSHEET } from '../../tables/xlsx/namespaces.ts';
import {
  attributesOf,
  childOf,
  childrenOf,
  contentOf,
  type Element,
  openDocument,
  type XmlDocument,
} from '../xml/document.ts';
import { addition, applyEdits, type Edit, removal } from '../xml/edits.ts';
import { asContent, unescaped } from '../xml/escape.ts';
import { nextTag } from '../xml/tags.ts';

/** A comment to be put on a cell, in the name of COMMENT_AUTHOR. */
export interface Note {
  readonly cell: string;
  /** Its first line, which begins with its author: LibreOffice forgets authors, and ours are known again by it. */
  readonly title: string;
  readonly text: string;
}

export interface CommentsChange {
  /** The part as it is to be; null when no comment is left. */
  readonly text: string | null;
  /** Cells whose earlier comment of ours went. */
  readonly removed: readonly string[];
  /** Those that were put: of the cells that bear no comment of someone else. */
  readonly put: readonly Note[];
  /** Cells that bear a comment of someone else. */
  readonly kept: ReadonlySet<string>;
}

/**
 * The comments of a sheet with ours; null when the text holds no comments that we understand.
 *
 * @param text the part, null when the sheet has none.
 * @param main the vocabulary that a new part is to be of.
 */
export function patchComments(
  text: string | null,
  notes: readonly Note[],
  main: string,
): CommentsChange | null {
  const document = openDocument(text ?? emptyPart(main), SPREADSHEET);
  const authorList = document && childOf(document, document.root, 'authors');
  const list = document && childOf(document, document.root, 'commentList');
  if (!document || !authorList || !list) return null;
  const authors = childrenOf(document, authorList).filter(({ local }) => local === 'author');
  const us = authors.findIndex((author) => contentOf(document, author) === COMMENT_AUTHOR);
  const comments = childrenOf(document, list)
    .filter(({ local }) => local === 'comment')
    .map((element) => ({ element, cell: attributesOf(document, element).get('ref') ?? '' }));
  const ours = new Set(
    comments.filter(({ element }) => textOf(document, element).startsWith(COMMENT_AUTHOR)),
  );
  const kept = new Set(comments.filter((one) => !ours.has(one)).map(({ cell }) => cell));
  const put = notes.filter(({ cell }) => !kept.has(cell));
  const removed = [...ours].map(({ cell }) => cell);
  if (put.length === 0 && kept.size === 0) return { text: null, removed, put, kept };

  const edits: Edit[] = [...ours].map(({ element }) => removal(element));
  const p = document.prefix;
  if (put.length > 0) {
    if (us === -1) edits.push(addition(authorList, `<${p}author>${asContent(COMMENT_AUTHOR)}</${p}author>`));
    const author = us === -1 ? authors.length : us;
    edits.push(addition(list, put.map((note) => commentXml(p, note, author)).join('')));
  }
  return { text: applyEdits(document.text, edits), removed, put, kept };
}

/** What a comment says, its runs one after the other. */
function textOf(document: XmlDocument, comment: Element): string {
  let text = '';
  for (let at = comment.contentStart; ; ) {
    const tag = nextTag(document.text, at);
    if (tag === null || tag.start >= comment.contentEnd) return text.trim();
    at = tag.end;
    if (tag.kind !== 'open' || !/(^|:)t$/.test(tag.name)) continue;
    at = document.text.indexOf('<', tag.end);
    text += unescaped(document.text.slice(tag.end, at));
  }
}

const FONT = '<?sz val="9"/><?color indexed="81"/><?rFont val="Tahoma"/><?family val="2"/>';

function commentXml(prefix: string, { cell, title, text }: Note, author: number): string {
  const tag = (name: string, content: string, attributes = '') =>
    `<${prefix}${name}${attributes}>${content}</${prefix}${name}>`;
  const font = FONT.replaceAll('?', prefix);
  const run = (bold: string, content: string) =>
    tag('r', tag('rPr', bold + font) + tag('t', asContent(content), ' xml:space="preserve"'));
  const runs = run(`<${prefix}b/>`, title) + run('', `\n${text}`);
  return tag('comment', tag('text', runs), ` ref="${cell}" authorId="${author}"`);
}

function emptyPart(main: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${main}"><authors></authors><commentList></commentList></comments>`;
}
