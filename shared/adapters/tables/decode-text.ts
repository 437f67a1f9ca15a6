/**
 * Bytes to text as contracts.md reads a CSV: valid UTF-8 (with or without its mark) is UTF-8, anything else is
 * Windows-1252, in which every byte is a character: it refuses nothing.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    // A text too long for a string is another error.
    if (!isNotUtf8(error)) throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isNotUtf8(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
  );
}
