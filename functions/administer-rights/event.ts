import type { RouteInput } from '../../shared/contracts/routes.ts';
import { readPerimeter } from '../../shared/domain/access/perimeter.ts';
import type { Right, Subject } from '../../shared/domain/access/right.ts';
import { HttpProblem } from '../../shared/lambda/http/problem.ts';

/** The right that a call grants. @throws HttpProblem for a perimeter that cannot be read */
export function grantOf({
  body,
}: RouteInput<'grant-right'>): Pick<Right, 'issuer' | 'subject' | 'role' | 'perimeter' | 'label'> {
  const perimeter = readPerimeter(body.perimetre);
  if (!perimeter)
    throw new HttpProblem('INVALID_REQUEST', [
      {
        champ: 'perimetre',
        message: 'Attendu : des numéros FINESS séparés par des espaces, un code de région, ou « * ».',
      },
    ]);
  return { ...subjectOf(body), role: body.role, perimeter, label: body.libelle };
}

/** The subject whose right a call revokes. */
export function revokedOf({ body }: RouteInput<'revoke-right'>): Subject {
  return subjectOf(body);
}

function subjectOf(body: { readonly emetteur: string; readonly sujet: string }): Subject {
  return { issuer: body.emetteur, subject: body.sujet };
}
