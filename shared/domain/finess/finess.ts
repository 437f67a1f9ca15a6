/** Nine characters that identify an entité juridique or an établissement, its key right. */
export type Finess = string & { readonly __finess: unique symbol };

export type FinessReading =
  | { readonly ok: true; readonly value: Finess }
  | { readonly ok: false; readonly fault: 'blank' | 'malformed' | 'key' };

/** Nine characters, the second of which may be A or B in Corsica. rules.md, « FINESS number ». */
export const FINESS_SHAPE = /^[0-9][0-9AB][0-9]{7}$/;

/**
 * Reads a FINESS number: white space dropped, letters upper-cased, 7 or 8 digits padded to 9 (Excel eats
 * leading zeros), then the key checked. rules.md, « FINESS number ».
 */
export function readFiness(text: string): FinessReading {
  const bare = text.replace(/\s/gu, '').toUpperCase();
  if (bare === '') return { ok: false, fault: 'blank' };
  const padded = /^\d{7,8}$/.test(bare) ? bare.padStart(9, '0') : bare;
  if (!FINESS_SHAPE.test(padded)) return { ok: false, fault: 'malformed' };
  return hasValidKey(padded) ? { ok: true, value: padded as Finess } : { ok: false, fault: 'key' };
}

/** Luhn, modulo 10, right to left over the nine; Corsica's A and B count as 1 and 2. */
function hasValidKey(nine: string): boolean {
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const char = nine.charAt(8 - i);
    const digit = char === 'A' ? 1 : char === 'B' ? 2 : Number(char);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The ninth character that makes eight others a FINESS number: for fictional establishments. */
export function withKey(eight: string): Finess {
  for (const key of '0123456789') {
    if (hasValidKey(eight + key)) return (eight + key) as Finess;
  }
  throw new RangeError(`not the first eight characters of a FINESS number: ${eight}`);
}
