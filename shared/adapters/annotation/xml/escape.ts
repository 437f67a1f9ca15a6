const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * A text as content of an element. All that is not ASCII is written by its number, so that it is right whatever
 * encoding the part that it enters declares; a carriage return too, which XML would otherwise read as a line feed.
 */
export function asContent(text: string): string {
  return text.replace(/[<>&\r]|[^\p{ASCII}]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** A text as the value of an attribute, between double quotes. */
export function asAttribute(text: string): string {
  return text.replace(/[<>&"\t\n\r]|[^\p{ASCII}]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** What a value written in XML says. */
export function unescaped(xml: string): string {
  if (!xml.includes('&')) return xml;
  return xml.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
