import { clockMovedTo, demonstrationDay } from '../../../infra/local/demonstration-clock.ts';
import { parisDay } from '../../../shared/domain/calendar/paris-day.ts';
import { day } from '../../builders/entry.ts';

describe('the day of a demonstration', () => {
  it.each([
    ['2026-07-15', '2026-07-16'],
    ['2026-07-16', '2026-07-16'],
    ['2026-12-31', '2026-12-31'],
    ['2027-01-01', '2026-07-16'],
  ])('on %s is %s', (today, shown) => {
    expect(demonstrationDay(day(today), day('2026-07-16'), day('2026-12-31'))).toBe(shown);
  });

  it('is that of a clock that goes on from it', () => {
    const clock = clockMovedTo(day('2031-03-02'));
    const first = clock();
    expect(parisDay(first)).toBe('2031-03-02');
    expect(clock().getTime()).toBeGreaterThanOrEqual(first.getTime());
  });
});
