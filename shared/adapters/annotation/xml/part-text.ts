/** A part as text, and what is needed to give its bytes back. */
export interface PartText {
  readonly text: string;
  readonly encoding: Encoding;
}
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** As our reader decodes it; its mark, if it has one, stays the first character. @throws TypeError when it is not that encoding */
export function decodePart(bytes: Uint8Array): PartText {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
}

export function encodePart({ text, encoding }: PartText): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}
