type Attributes = Readonly<Record<string, string | number>>;

/** The first line of a part. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An XML element. Attributes are escaped; children are XML already: an element, or `escapedText`. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(String(value))}"`);
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

/** A text between two tags. A carriage return would be read as a line feed. */
export function escapedText(text: string): string {
  return text.replace(/[<>&\r]/g, numbered);
}

function attribute(text: string): string {
  return text.replace(/[<>&"\t\n\r]/g, numbered);
}

function numbered(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}
