import { parisDay } from '../domain/calendar/paris-day.ts';
import type { Caller } from './authorize.ts';
import type { Fact, NewFactId } from './ports.ts';

/** A fact that a caller opens at this instant. */
export function newFact(
  newFactId: NewFactId,
  { issuer, subject, role }: Caller,
  now: Date,
  content: Pick<Fact, 'kind' | 'campaign' | 'file' | 'sha256' | 'size' | 'scope'>,
): Fact {
  return {
    id: newFactId(now),
    ...content,
    openedAt: now.toISOString(),
    day: parisDay(now),
    depositor: { issuer, subject, role },
  };
}
