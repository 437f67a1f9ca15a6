import type { Draw } from './draw.ts';

/** What an attribute or a text of SpreadsheetML may be told to be. */
const VALUES = [
  '',
  '-1',
  '0',
  '1',
  '99999999999',
  '1e400',
  'NaN',
  'A1',
  'XFD1048576',
  'XFE1048577',
  'A1:XFD1048576',
  '$A$1:$XFD$1048576',
  "'Feuille'!$B$4",
  's',
  'str',
  'b',
  'e',
  'd',
  'inlineStr',
  'veryHidden',
  '#REF!',
  '46022',
  '2026-05-20T00:00:00Z',
  '../../etc/passwd',
  '/xl/workbook.xml',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  '&#0;',
  '&#55296;',
  '&amp;',
  '&inconnue;',
  '=1+1',
  'é'.repeat(3_000),
] as const;

const TAGS = /<[^<>]*>/g;

/** A part with one to five of its tags, attributes or texts changed. */
export function mutateXml(xml: string, draw: Draw): string {
  let text = xml;
  for (let left = 1 + draw.below(5); left > 0; left--) text = changed(text, draw);
  return text;
}

function changed(xml: string, draw: Draw): string {
  const tags = [...xml.matchAll(TAGS)];
  if (tags.length === 0) return `${xml}${draw.of(VALUES)}`;
  const { index, 0: tag } = draw.of(tags);
  const [before, after] = [xml.slice(0, index), xml.slice(index + tag.length)];
  switch (draw.below(8)) {
    case 0:
      return before + after;
    case 1:
      return before + tag + tag + after;
    case 2:
      return before + draw.of(tags)[0] + after;
    case 3:
      return before + tag.replace(/="[^"]*"/, () => `="${draw.of(VALUES)}"`) + after;
    case 4:
      return before + tag.replace(/ [\w:]+="[^"]*"/, '') + after;
    case 5:
      return (
        before +
        tag.replace(/>$/, ` ${draw.of(['r', 's', 't', 'ref', 'name'])}="${draw.of(VALUES)}">`) +
        after
      );
    case 6:
      return before + tag + draw.of(VALUES) + after.replace(/^[^<]*/, '');
    default:
      return before + draw.of(['<!-- -->', '<![CDATA[x]]>', '<?p?>', '<a><b/></a>', '<x:c/>']) + tag + after;
  }
}
