export type ActivityReading =
  | { readonly ok: true; readonly value: bigint | null }
  | { readonly ok: false; readonly fault: 'unreadable' | 'negative' };

/** Thirteen digits, then up to four decimals after a point or a comma. */
const SHAPE = /^(-?)(\d{1,13})(?:[.,](\d{1,4}))?$/;

/** Reads a combined activity into whole ten-thousandths; blank is unknown (null). contracts.md, groupes.csv. */
export function readActivity(text: string): ActivityReading {
  const bare = text.replace(/\s/gu, '').replaceAll('\u2212', '-');
  if (bare === '') return { ok: true, value: null };
  const match = SHAPE.exec(bare);
  if (!match) return { ok: false, fault: 'unreadable' };
  const [, sign = '', whole = '', decimals = ''] = match;
  const value = BigInt(whole + decimals.padEnd(4, '0'));
  return sign === '-' && value > 0n ? { ok: false, fault: 'negative' } : { ok: true, value };
}
