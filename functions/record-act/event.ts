import type { RouteInput } from '../../shared/contracts/routes.ts';
import type { Act } from '../../shared/domain/act/act.ts';
import { type Day, readDay } from '../../shared/domain/calendar/day.ts';
import { HttpProblem } from '../../shared/lambda/http/problem.ts';

/** The act that a call records. @throws HttpProblem for a last day that no calendar has */
export function actOf({ params, body }: RouteInput<'record-act'>): Act {
  return {
    kind: body.genre,
    campaign: params.campagne,
    finess: params.finess,
    text: body.texte,
    alert: 'alerte' in body ? body.alerte : null,
    until: 'jusqu_au' in body ? lastDay(body.jusqu_au) : null,
  };
}

function lastDay(text: string): Day {
  const reading = readDay(text);
  if (!reading.ok)
    throw new HttpProblem('INVALID_REQUEST', [
      { champ: 'jusqu_au', message: 'Attendu : un jour du calendrier, sous la forme AAAA-MM-JJ.' },
    ]);
  return reading.value;
}
