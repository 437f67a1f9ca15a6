import { PROBLEM_CONTENT_TYPE, type ProblemBody } from '../../../shared/contracts/api/problem.ts';
import { type ProblemCode, problemBody } from '../../../shared/lambda/http/problem.ts';
import type { HttpAnswer } from './exchange.ts';

/** What is refused beside the functions: on AWS, API Gateway and S3 do it in their own words. */
const OWN = {
  REQUEST_MALFORMED: [400, 'La requête ne peut pas être comprise : vérifiez l’adresse et les en-têtes.'],
  UPLOAD_MALFORMED: [
    400,
    'L’envoi n’est pas un formulaire lisible : joignez les champs reçus, puis le fichier.',
  ],
  UPLOAD_REFUSED: [
    403,
    'Le fichier n’est pas celui qui a été annoncé, ou l’envoi a expiré : ouvrez un nouveau dépôt.',
  ],
  LINK_REFUSED: [403, 'Ce lien a expiré ou n’est pas valable : demandez-en un nouveau.'],
  METHOD_NOT_ALLOWED: [405, 'Cette adresse ne se demande pas ainsi : voyez l’en-tête « Allow ».'],
  REQUEST_TIMEOUT: [408, 'La requête a mis trop de temps à arriver : recommencez.'],
  MISDIRECTED: [421, 'Ce serveur ne répond qu’à l’adresse affichée à son démarrage.'],
  HEADERS_TOO_LARGE: [431, 'Les en-têtes de la requête sont trop volumineux : raccourcissez-la.'],
  UNAVAILABLE: [503, 'Le traitement prend trop de temps : recommencez dans un instant.'],
} as const satisfies Record<string, readonly [number, string]>;
type OwnCode = keyof typeof OWN;

/** A problem document (RFC 9457), in the form of those of the functions. */
export function problem(code: ProblemCode | OwnCode, headers: HttpAnswer['headers'] = {}): HttpAnswer {
  const body = isOwn(code) ? ownBody(code) : problemBody(code);
  return {
    status: body.status,
    headers: { 'content-type': PROBLEM_CONTENT_TYPE, 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(body),
  };
}

function isOwn(code: ProblemCode | OwnCode): code is OwnCode {
  return code in OWN;
}

function ownBody(code: OwnCode): ProblemBody {
  const [status, title] = OWN[code];
  const name = code.toLowerCase().replaceAll('_', '-');
  return { type: `urn:collecte-numerique-sante:probleme:${name}`, title, status, code };
}
