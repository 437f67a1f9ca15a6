import { amountOf, formatAmount, formatShare, plus, sumOf, times } from '../../../infra/cost/amount.ts';
import { ratio } from '../../../shared/domain/numbers/ratio.ts';

describe('an amount of dollars', () => {
  it('is read as written, to the last decimal', () => {
    expect(amountOf('0.0000133334')).toEqual(ratio(133_334n, 10_000_000_000n));
    expect(amountOf('3')).toEqual(ratio(3n, 1n));
  });

  it.each(['', '-1', '1,5', '.5', '1e3', '1.'])('is not read from %p', (text) => {
    expect(() => amountOf(text)).toThrow(RangeError);
  });

  it('is summed exactly: a third, three times, is one', () => {
    const third = times(amountOf('1'), ratio(1n, 3n));
    expect(formatAmount(sumOf([third, third, third]))).toBe('1.00');
    expect(formatAmount(plus(amountOf('0.10'), amountOf('0.2')))).toBe('0.30');
  });

  it('is rounded once, when it is written: half up, by groups of three', () => {
    expect(formatAmount(amountOf('1234567.005'))).toBe('1 234 567.01');
    expect(formatAmount(amountOf('999.994'))).toBe('999.99');
    expect(formatAmount(amountOf('0.004'))).toBe('< 0.01');
    expect(formatAmount(amountOf('0'))).toBe('0.00');
  });

  it('has a share of a whole, in percent', () => {
    expect(formatShare(amountOf('1'), amountOf('8'))).toBe('12');
    expect(formatShare(amountOf('0.01'), amountOf('8'))).toBe('< 1');
    expect(formatShare(amountOf('0'), amountOf('8'))).toBe('0');
    expect(formatShare(amountOf('0'), amountOf('0'))).toBe('0');
  });
});
