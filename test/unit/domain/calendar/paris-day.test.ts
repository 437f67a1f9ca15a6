import { parisDay } from '../../../../shared/domain/calendar/paris-day.ts';

describe('parisDay', () => {
  it.each([
    ['before midnight in winter', '2026-01-14T22:59:59.999Z', '2026-01-14'],
    ['at midnight in winter', '2026-01-14T23:00:00Z', '2026-01-15'],
    ['before midnight in summer', '2026-06-30T21:59:59.999Z', '2026-06-30'],
    ['at midnight in summer', '2026-06-30T22:00:00Z', '2026-07-01'],
    ['before the night when clocks go forward', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['in the night when clocks go forward', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['at the end of the day when clocks went forward', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['after the day when clocks went forward', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['before the night when clocks go back', '2026-10-24T21:59:59Z', '2026-10-24'],
    ['at the end of the day when clocks went back', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['after the day when clocks went back', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['at the end of the year', '2026-12-31T23:00:00Z', '2027-01-01'],
  ])('gives the day %s', (_, instant, day) => {
    expect(parisDay(new Date(instant))).toBe(day);
  });
});
