import fc from 'fast-check';
import {
  attributesOf,
  childrenOf,
  contentOf,
  openDocument,
} from '../../../shared/adapters/annotation/xml/document.ts';
import { addition, applyEdits, insertion, removal } from '../../../shared/adapters/annotation/xml/edits.ts';
import { asAttribute, asContent, unescaped } from '../../../shared/adapters/annotation/xml/escape.ts';
import { decodePart, encodePart } from '../../../shared/adapters/annotation/xml/part-text.ts';
import { closingOf, nextTag } from '../../../shared/adapters/annotation/xml/tags.ts';
import { type XmlNode, xmlTree } from '../../builders/xml-tree.ts';

const OURS = new Set(['urn:a']);
const open = (text: string) => {
  const document = openDocument(text, OURS);
  if (document === null) throw new Error(`not opened: ${text}`);
  return document;
};

const name = fc.constantFrom('a', 'b', 'sheetData', 'x-1');
const words = fc.string({ maxLength: 8 }).map((text) => text.replace(/[^\x20-\x7eé]/g, ''));
const quoted = fc.oneof(
  words.map((text) => `"${text.replace(/["<&]/g, '>')}"`),
  words.map((text) => `'${text.replace(/['<&]/g, '"')}'`),
);
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('r', 's', 'x:id'), quoted), { selector: ([one]) => one })
  .map((pairs) => pairs.map(([one, value]) => ` ${one} = ${value}`).join(''));
const noise = fc.oneof(
  words.map((text) => text.replace(/[<&>\]]/g, '')),
  words.map((text) => `<!--</a>${text.replaceAll('-', '')}-->`),
  words.map((text) => `<![CDATA[</a><b>${text.replaceAll(']', '')}]]>`),
  fc.constant('<?target </b>?>'),
);
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(name, attributes, fc.option(tie('content'), { nil: null }))
    .map(([one, own, content]) =>
      content === null ? `<${one}${own}/>` : `<${one}${own}>${content}</${one} >`,
    ),
  content: fc
    .array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, noise, tie('element')), { maxLength: 4 })
    .map((pieces) => pieces.join('')),
}));
const documents = element.map((inner) => `<root xmlns="urn:a" xmlns:x="urn:x">${inner}</root>`);

/** What our way through the text finds, to be held against a parser's tree. */
function found(text: string): unknown {
  const document = open(text);
  const shape = (parent: typeof document.root): unknown => [
    parent.local,
    Object.fromEntries(attributesOf(document, parent)),
    childrenOf(document, parent).map(shape),
  ];
  return shape(document.root);
}

function parsed({ local, attributes: own, children }: XmlNode): unknown {
  return [local, own, children.map(parsed)];
}

describe('a way through XML', () => {
  it('finds the elements and the attributes that a parser finds, whatever stands between them', () => {
    fc.assert(
      fc.property(documents, (text) => {
        expect(found(text)).toEqual(parsed(xmlTree(text)));
      }),
    );
  });

  it('takes no tag in a comment, in CDATA, in an instruction or in quotes for one', () => {
    const text = '<?xml version="1.0"?><!-- <no> --><![CDATA[<no>]]><a b=">" c=\'/>\'>';
    expect(nextTag(text, 0)).toMatchObject({ kind: 'open', name: 'a', end: text.length });
  });

  it('gives up on what is never closed', () => {
    expect(closingOf('<a><b></b>', 3)).toBeNull();
    expect(nextTag('text <!-- <a>', 0)).toBeNull();
    expect(openDocument('<root xmlns="urn:a"><a></root>', OURS)).toBeNull();
  });

  it('knows elements by their vocabulary, not by their prefix', () => {
    const document = open('<p:root xmlns:p="urn:a" xmlns="urn:b"><p:a/><a/><q:a xmlns:q="urn:a"/></p:root>');
    expect(document.prefix).toBe('p:');
    expect(childrenOf(document, document.root).map(({ local }) => local)).toEqual(['a', '', 'a']);
  });

  it('opens no root of another vocabulary', () => {
    expect(openDocument('<root xmlns="urn:b"/>', OURS)).toBeNull();
  });

  it('goes through a name and through attributes of a million characters at once', () => {
    const long = `<a ${'b'.repeat(1_000_000)}="" ${Array.from({ length: 50_000 }, (_, n) => `c${n}=""`).join(' ')}/>`;
    const document = open(`<root xmlns="urn:a">${long}</root>`);
    const [child] = childrenOf(document, document.root);
    const start = performance.now();
    expect(child && attributesOf(document, child).size).toBe(50_001);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('edits', () => {
  it('replace what they name and leave the rest, in whatever order they are given', () => {
    expect(
      applyEdits('0123456789', [
        { start: 8, end: 9, xml: 'h' },
        insertion(2, 'b'),
        { start: 4, end: 6, xml: '' },
      ]),
    ).toBe('01b236' + '7h9');
  });

  it('insert where something is removed, before it or after it', () => {
    const gone = { start: 1, end: 3 };
    expect(applyEdits('abcd', [removal(gone), insertion(1, 'X')])).toBe('aXd');
    expect(applyEdits('abcd', [insertion(1, 'X'), removal(gone)])).toBe('aXd');
  });

  it('add to an element, be it empty', () => {
    for (const text of ['<root xmlns="urn:a"><a/></root>', '<root xmlns="urn:a"><a></a></root>']) {
      const document = open(text);
      const [child] = childrenOf(document, document.root);
      expect(child && applyEdits(text, [addition(child, '<b/>')])).toBe(
        '<root xmlns="urn:a"><a><b/></a></root>',
      );
    }
  });

  it('have a place within an empty root', () => {
    const { text, root } = open('<?xml version="1.0"?><root xmlns="urn:a" />');
    expect(applyEdits(text, [insertion(root.contentEnd, '<a/>')])).toBe(
      '<?xml version="1.0"?><root xmlns="urn:a" ><a/></root>',
    );
  });
});

describe('text in XML', () => {
  const wellFormed = fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((text) => text.toWellFormed().replace(/[^\t\n\r\x20-\ufffd\u{10000}-\u{10ffff}]/gu, ''));

  it('comes back as it was, from content and from an attribute', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        const xml = `<root xmlns="urn:a" b="${asAttribute(text)}">${asContent(text)}</root>`;
        const { attributes: read, text: content } = xmlTree(xml);
        expect([read['b'], content]).toEqual([text, text]);
        const document = open(xml);
        expect(contentOf(document, document.root)).toBe(text);
        expect(attributesOf(document, document.root).get('b')).toBe(text);
      }),
    );
  });

  it('is ASCII, whatever the encoding that the part declares', () => {
    expect(asContent('Contrôle – 😀')).toBe('Contr&#244;le &#8211; &#128512;');
  });

  it('keeps an entity that names no character', () => {
    expect(unescaped('&amp;&#x110000;&autre;&lt;')).toBe('&&#x110000;&autre;<');
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('gives the bytes of a part in %s back', (encoding) => {
    const utf16 = Buffer.from('\ufeff<a>é😀</a>', 'utf16le');
    const bytes =
      encoding === 'utf-8'
        ? Buffer.from('<a>é😀</a>')
        : encoding === 'utf-16le'
          ? utf16
          : Buffer.from(utf16).swap16();
    const part = decodePart(bytes);
    expect(part.encoding).toBe(encoding);
    expect(part.text).toContain('<a>é😀</a>');
    expect(Buffer.from(encodePart(part))).toEqual(bytes);
  });

  it('keeps the mark of UTF-8', () => {
    const bytes = Buffer.from('\ufeff<a/>');
    expect(Buffer.from(encodePart(decodePart(bytes)))).toEqual(bytes);
  });
});
