import fc from 'fast-check';
import {
  count,
  day,
  decimal,
  euros,
  instant,
  percent,
  sentence,
  share,
  size,
} from '../../../portal/format.js';

/** Narrow and wide no-break spaces are what French typography asks for; tests read better with plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers as French readers write them', () => {
  it.each([
    ['0', '0'],
    ['12.50', '12,50'],
    ['1234567.80', '1 234 567,80'],
    ['-1234.05', '−1 234,05'],
    ['9999999999999999999.01', '9 999 999 999 999 999 999,01'],
  ])('writes %s as %s', (text, expected) => {
    expect(plain(decimal(text))).toBe(expected);
  });

  it('gives back what is no decimal as it is', () => {
    for (const text of ['', 'definitive', '1e3', '1,5', '--1', '2026-05-20'])
      expect(decimal(text)).toBe(text);
  });

  it('keeps every digit of any decimal', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n }), fc.stringMatching(/^\d{1,6}$/), (whole, decimals) => {
        const back = plain(decimal(`${whole}.${decimals}`))
          .replaceAll(' ', '')
          .replace(',', '.');
        expect(back).toBe(`${whole}.${decimals}`);
      }),
    );
  });

  it('puts the unit after a space that does not break', () => {
    expect(euros('1234.50')).toBe('1\u202f234,50\u00a0€');
  });
});

describe('percentages', () => {
  it.each([
    ['0.021437', '2,1437 %'],
    ['1.000000', '100,0000 %'],
    ['0.5', '50 %'],
    ['12', '1 200 %'],
    ['-0.010000', '−1,0000 %'],
  ])('moves the point of %s without rounding', (ratio, expected) => {
    expect(plain(percent(ratio))).toBe(expected);
  });

  it.each([
    ['0.793650', '79,4 %'],
    ['0.793499', '79,3 %'],
    ['0.793500', '79,4 %'],
    ['0.999600', '100,0 %'],
    ['0.000000', '0,0 %'],
  ])('rounds %s half up to one decimal', (ratio, expected) => {
    expect(plain(percent(ratio, 1))).toBe(expected);
  });

  it('writes the share of a count, and nothing of nothing', () => {
    expect(plain(share(2, 3))).toBe('66,7 %');
    expect(plain(share(1, 2000))).toBe('0,1 %');
    expect(plain(share(3361, 3361))).toBe('100,0 %');
    expect(share(0, 0)).toBe('');
  });
});

describe('days, sizes and counts', () => {
  it('writes a day as in France, and anything else as it is', () => {
    expect(day('2026-05-20')).toBe('20/05/2026');
    expect(day('definitive')).toBe('definitive');
  });

  it('writes an instant in the time of Paris, winter and summer', () => {
    expect(plain(instant('2026-06-30T22:30:00.000Z'))).toBe('01/07/2026 à 00:30');
    expect(plain(instant('2026-01-05T08:05:00Z'))).toBe('05/01/2026 à 09:05');
  });

  it.each([
    [0, '0 octet'],
    [999, '999 octets'],
    [1000, '1,0 ko'],
    [2345, '2,3 ko'],
    [2350, '2,4 ko'],
    [26_214_400, '26,2 Mo'],
  ])('writes %i bytes as %s', (bytes, expected) => {
    expect(plain(size(bytes))).toBe(expected);
  });

  it('takes zero and one for singular', () => {
    expect(['ligne', 'ligne', 'lignes'].map((_, n) => count(n, 'ligne'))).toEqual([
      '0 ligne',
      '1 ligne',
      '2 lignes',
    ]);
    expect(plain(count(1200, 'a', 'ont'))).toBe('1 200 ont');
  });

  it('keeps quotation marks and colons with what they hold, and every other character', () => {
    expect(sentence('Colonne « x » : lu « a  b » ; quoi ?')).toBe(
      'Colonne «\u00a0x\u00a0»\u00a0: lu «\u00a0a  b\u00a0»\u00a0; quoi\u00a0?',
    );
    expect(sentence('au-dessus de 5,00 % ou 20 €')).toBe('au-dessus de 5,00\u00a0% ou 20\u00a0€');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(sentence(text).replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '));
      }),
    );
  });
});
