import { TextDecoder } from 'node:util';
import { FileRefusal } from '../../../domain/deposit/file-refusal.ts';

/** Turns the bytes of a part into text, piece by piece; `null` ends it. */
export type XmlDecoder = (bytes: Uint8Array | null) => string;

/**
 * A decoder for one part. The packaging standard allows UTF-8 and UTF-16, the latter with its mark; whatever
 * encoding the XML declaration announces beside that, bytes that are neither are refused as damaged.
 */
export function xmlDecoder(part: string): XmlDecoder {
  let decoder: TextDecoder | undefined;
  return (bytes) => {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
    try {
      return bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw new FileRefusal('XML_DAMAGED', { facts: { part, what: 'encoding' }, cause });
    }
  };
}

function encodingOf(bytes: Uint8Array | null): string {
  if (bytes?.[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes?.[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
