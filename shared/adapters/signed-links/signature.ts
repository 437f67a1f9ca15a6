import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA-256 of a text under a key that never leaves this machine, 64 hexadecimal characters. */
export function sign(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

/** Whether the signature is that of the text, told in a time that does not depend on where they differ. */
export function isSigned(key: Uint8Array, text: string, signature: string): boolean {
  const expected = Buffer.from(sign(key, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** What signs and judges links: a key, where they lead, and the instant of now. */
export interface LinkSigner {
  readonly key: Uint8Array;
  /** `http://127.0.0.1:3000` */
  readonly origin: string;
  readonly clock: () => Date;
}
