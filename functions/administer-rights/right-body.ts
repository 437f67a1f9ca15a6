import { sha256 } from '../../shared/application/digest.ts';
import { firstPage, USUAL_PAGE } from '../../shared/application/page.ts';
import type { RouteAnswer, RouteInput } from '../../shared/contracts/routes.ts';
import { writePerimeter } from '../../shared/domain/access/perimeter.ts';
import type { Right } from '../../shared/domain/access/right.ts';
import { HttpProblem } from '../../shared/lambda/http/problem.ts';

export function rightBody(right: Right): RouteAnswer<'grant-right'> {
  return {
    emetteur: right.issuer,
    sujet: right.subject,
    role: right.role,
    perimetre: writePerimeter(right.perimeter),
    libelle: right.label,
    accorde_le: right.grantedAt,
    accorde_par: right.grantedBy.subject,
    revoque_le: right.revoked?.at ?? null,
  };
}

/** A page of rights, after the one that the cursor names. @throws HttpProblem for a cursor that names none */
export function rightPage(
  rights: readonly Right[],
  { apres, limite = USUAL_PAGE }: RouteInput<'list-rights'>['query'],
): RouteAnswer<'list-rights'> {
  const start = apres === undefined ? 0 : rights.findIndex((right) => cursorOf(right) === apres) + 1;
  if (apres !== undefined && start === 0)
    throw new HttpProblem('INVALID_REQUEST', [
      { champ: 'apres', message: 'Attendu : la valeur « suivant » de la page précédente.' },
    ]);
  const { elements, next } = firstPage(rights.slice(start), limite, cursorOf);
  return { elements: elements.map(rightBody), suivant: next };
}

/** The subject of a right, in a form that stands in an address whatever its length. */
function cursorOf({ issuer, subject }: Right): string {
  return sha256(`${issuer}\n${subject}`);
}
