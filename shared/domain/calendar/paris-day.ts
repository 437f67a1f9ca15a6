import type { Day } from './day.ts';

const PARIS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day of a deposit is that of Europe/Paris (rules.md, « Numbers »). The instant is an argument, never a clock. */
export function parisDay(instant: Date): Day {
  return PARIS.format(instant) as Day;
}
