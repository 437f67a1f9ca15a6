import type { Clock } from '../../shared/application/ports.ts';
import type { Day } from '../../shared/domain/calendar/day.ts';
import { parisDay } from '../../shared/domain/calendar/paris-day.ts';

/** The machine's clock, moved by whole days so that today is another day; it goes on from there. */
export function clockMovedTo(day: Day): Clock {
  const moved = Date.parse(day) - Date.parse(parisDay(new Date()));
  return () => new Date(Date.now() + moved);
}

/** Today where deposits of a demonstration are taken then; else the first day on which they are. */
export function demonstrationDay(today: Day, first: Day, last: Day): Day {
  return first <= today && today <= last ? today : first;
}
