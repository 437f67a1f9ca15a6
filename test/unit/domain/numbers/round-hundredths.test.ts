import * as fc from 'fast-check';
import { readHundredths } from '../../../../shared/domain/numbers/read-hundredths.ts';
import { roundMagnitude } from '../../../../shared/domain/numbers/round-hundredths.ts';

const round = (text: string) => {
  const reading = roundMagnitude(text);
  return reading.ok ? reading.value : reading.fault;
};

describe('a magnitude rounded to hundredths', () => {
  it.each([
    ['-38315470.489920005', 3_831_547_049n],
    ['39297655.289999999', 3_929_765_529n],
    ['2.1120000000000003E-2', 2n],
    ['-9.2399999999999982E-3', 1n],
    ['4.9999E-3', 0n],
    ['5E-3', 1n],
    ['0.005', 1n],
    ['-0,005', 1n],
    ['0.00499999999999999999', 0n],
    ['1.005', 101n],
    ['99.995', 10_000n],
    ['1E3', 100_000n],
    ['0', 0n],
    ['-0.0', 0n],
    ['-', 0n],
    ['1E-400000', 0n],
    ['9999999999999.99', 999_999_999_999_999n],
  ])('%s is %s', (text, hundredths) => {
    expect(round(text)).toBe(hundredths);
  });

  it('is none of what is no number, nor of what is too large', () => {
    for (const text of ['', 'NULL', '1.234,56', '1e', '--5']) expect(round(text)).toBe('unreadable');
    for (const text of ['10000000000000', '-1E13', '1E999999999999999999999'])
      expect(round(text)).toBe('too-large');
  });

  it('is within half a hundredth of the text, and what has two decimals is read as it is', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        fc.integer({ min: 0, max: 999_999 }),
        fc.boolean(),
        (hundredths, rest, negative) => {
          const digits = hundredths.toString().padStart(3, '0');
          const whole = `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
          expect(round(whole)).toBe(hundredths);
          expect(readHundredths(whole)).toMatchObject({ ok: true });
          const up = rest >= 500_000 ? 1n : 0n;
          expect(round(`${whole}${String(rest).padStart(6, '0')}`)).toBe(hundredths + up);
        },
      ),
    );
  });
});
