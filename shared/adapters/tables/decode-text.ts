/**
 * Bytes to text as contracts.md reads a CSV: valid UTF-8 (with or without its mark) is UTF-8, anything else is
 * Windows-1252, in which every byte is a character: it refuses nothing.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // The decoder's own word for bytes that are not UTF-8; a text too long for a string is another error.
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
