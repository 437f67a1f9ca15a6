import * as fc from 'fast-check';
import { readQuota } from '../../../../../shared/domain/deposit/staff/quota.ts';

const quota = (text: string) => {
  const reading = readQuota(text);
  return reading.ok ? reading.value : reading.fault;
};

describe('a share of working time', () => {
  it.each([
    ['80 %', 8_000n],
    ['80%', 8_000n],
    ['80', 8_000n],
    ['0,8', 8_000n],
    ['0.8', 8_000n],
    ['8E-1', 8_000n],
    ['1', 10_000n],
    ['1,00', 10_000n],
    ['100', 10_000n],
    ['0', 0n],
    ['0,3333', 3_333n],
    ['0.8000000000000002', 8_000n],
    ['33,33', 3_333n],
    ['1 %', 100n],
    ['0,5 %', 50n],
    ['1,01', 101n],
    ['\u00a050\u202f%', 5_000n],
  ])('%s is so many hundredths of a percent: %s', (text, hundredths) => {
    expect(quota(text)).toBe(hundredths);
  });

  it('is out of its range where the caller will say so', () => {
    expect(quota('120')).toBe(12_000n);
    expect(quota('-0,5')).toBe(-5_000n);
  });

  it('is none where it cannot be read', () => {
    for (const text of ['mi-temps', '%', '80 % %', '', 'e5', '1e', '0,8 ETP'])
      expect(quota(text)).toBe('unreadable');
    expect(quota('0,33333')).toBe('too-precise');
  });

  it('is the same as a fraction, as a percentage and with its sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: 101, max: 10_000 }), (hundredths) => {
        const percent = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
        const fraction = `${Math.floor(hundredths / 10_000)}.${String(hundredths % 10_000).padStart(4, '0')}`;
        const expected = BigInt(hundredths);
        expect([quota(percent), quota(`${percent} %`), quota(fraction)]).toEqual([
          expected,
          expected,
          expected,
        ]);
      }),
    );
  });
});
