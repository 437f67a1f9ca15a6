import { annualFte } from '../../../../shared/domain/return/annual-fte.ts';
import type { StaffLine } from '../../../../shared/domain/return/details.ts';

const line = (quota: bigint, months: bigint, count = 100n): StaffLine => ({
  function: 'RSSI',
  type: 'interne',
  quota,
  months,
  count,
  at: { line: 2 },
});

describe('the FTE of lines of staff', () => {
  it.each([
    ['a whole post, a whole year', [line(10_000n, 1_200n)], 100n],
    ['80 % for six months', [line(8_000n, 600n)], 40n],
    ['two and a half people', [line(10_000n, 1_200n, 250n)], 250n],
    ['half a hundredth, upwards', [line(50n, 1_200n)], 1n],
    ['less than half a hundredth', [line(49n, 1_200n)], 0n],
    ['nobody', [], 0n],
  ])('%s', (_, lines, fte) => {
    expect(annualFte(lines)).toBe(fte);
  });

  it('is rounded once, of the sum', () => {
    expect(annualFte([line(49n, 1_200n), line(49n, 1_200n), line(49n, 1_200n)])).toBe(1n);
  });
});
