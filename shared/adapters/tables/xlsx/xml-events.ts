import { SaxesParser } from 'saxes';
import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';
import { type Meter, spendElement } from './meter.ts';
import { namespaceScopes } from './namespaces.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of one kind of part is told, in the order of the document. */
export interface XmlHandler {
  /** `name` is local to the vocabulary asked for, '' for any other element. `uriOf` resolves a prefix in scope. */
  open(name: string, attributes: Attributes, uriOf: (prefix: string) => string): void;
  close(name: string): void;
  text(text: string): void;
}

export interface XmlSource {
  /** The part's name, for refusals. */
  readonly part: string;
  /** The element that a part of this kind begins with, and the vocabulary it belongs to. */
  readonly root: string;
  readonly vocabulary: ReadonlySet<string>;
}

/**
 * Parses the text of one part as it comes. Refuses what is not well-formed, a document type (and with it
 * every entity but XML's five), another root than expected, too deep a nesting, and too long a token.
 */
export function xmlEvents(source: XmlSource, handler: XmlHandler, meter: Meter) {
  const { part } = source;
  const { limits } = meter;
  const scopes = namespaceScopes(source.vocabulary);
  const names: string[] = [];
  let silence = 0;
  let heard = false;

  const parser = new SaxesParser<{ xmlns: false; position: boolean }>({ xmlns: false, position: false });
  // The parser's own refusals become ours here, at its edge: what a handler throws passes through untouched.
  parser.on('error', (cause) => {
    throw new FileRefusal('XML_DAMAGED', { facts: { part }, cause });
  });
  parser.on('doctype', () => {
    throw new FileRefusal('XML_DOCTYPE', { facts: { part } });
  });
  parser.on('attribute', ({ name, value }) => scopes.attribute(name, value));
  parser.on('opentag', (tag) => {
    heard = true;
    spendElement(meter);
    const depth = names.length + 1;
    if (depth > limits.depth) {
      throw new FileRefusal('XML_TOO_DEEP', { facts: { part, limit: String(limits.depth) } });
    }
    const name = scopes.enter(tag.name, depth);
    if (depth === 1 && name !== source.root) {
      throw new FileRefusal('XML_DAMAGED', { seen: tag.name, facts: { part, what: 'root' } });
    }
    names.push(name);
    handler.open(name, tag.attributes, scopes.uriOf);
  });
  parser.on('closetag', () => {
    heard = true;
    scopes.leave(names.length);
    handler.close(names.pop() ?? '');
  });
  const onText = (text: string) => {
    heard = true;
    handler.text(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);

  return {
    write(text: string): void {
      heard = false;
      parser.write(text);
      // The parser keeps an unfinished tag, text or comment in memory: without an event, it grows.
      silence = heard ? 0 : silence + text.length;
      if (silence > limits.tokenCharacters) {
        throw new FileRefusal('XML_DAMAGED', {
          facts: { part, what: 'token', limit: String(limits.tokenCharacters) },
        });
      }
    },
    end(): void {
      parser.close();
    },
  };
}
