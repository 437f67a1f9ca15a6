import type { Refusal, RefusalCode } from '../../application/refusal.ts';
import type { ProblemBody } from '../../contracts/api/problem.ts';

/** What can be wrong with a request before anybody is asked anything, and a defect of ours. */
export type HttpCode =
  | 'UNAUTHENTICATED'
  | 'INVALID_REQUEST'
  | 'INVALID_JSON'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BODY_TOO_LARGE'
  | 'CHECK_TOO_LARGE'
  | 'UNSUPPORTED_FILE_TYPE'
  | 'INTERNAL';
export type ProblemCode = RefusalCode | HttpCode;

export type FieldErrors = NonNullable<ProblemBody['erreurs']>;

interface ProblemSpec {
  readonly status: number;
  /** One sentence that says what to do, always the same for a code (RFC 9457). */
  readonly title: string;
}

/** 403 is for a role on a route alone: what lies outside a perimeter is 404, as what does not exist. */
export const PROBLEMS = {
  INVALID_REQUEST: {
    status: 400,
    title: 'La demande ne peut pas être prise en compte : corrigez les champs indiqués.',
  },
  INVALID_JSON: {
    status: 400,
    title: 'Le corps de la demande n’est pas du JSON lisible : envoyez un document JSON en UTF-8.',
  },
  UNAUTHENTICATED: { status: 401, title: 'Votre session n’est pas valide ou a expiré : reconnectez-vous.' },
  NO_RIGHT: {
    status: 403,
    title: 'Aucun droit ne vous est accordé pour la collecte : demandez-le à un administrateur.',
  },
  ROLE_FORBIDDEN: {
    status: 403,
    title: 'Votre rôle ne permet pas cette action : adressez-vous à un administrateur.',
  },
  NOT_FOUND: {
    status: 404,
    title: 'Cet élément n’existe pas, ou n’est pas dans votre périmètre : vérifiez l’adresse.',
  },
  CAMPAIGN_CLOSED: {
    status: 409,
    title: 'La campagne est close : demandez à votre ARS de rouvrir la déclaration.',
  },
  CAMPAIGN_NOT_OPEN: {
    status: 409,
    title: 'La campagne n’est pas encore ouverte : revenez à partir de la date d’ouverture.',
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    title: 'Ce droit est celui du dernier administrateur : accordez d’abord ce rôle à une autre personne.',
  },
  CONFLICT: {
    status: 409,
    title: 'Une autre modification a eu lieu au même moment : relisez, puis recommencez.',
  },
  DEPOSIT_TOO_LARGE: {
    status: 413,
    title: 'Le fichier dépasse la taille permise (25 Mo) : allégez-le ou déposez-le en plusieurs fichiers.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: 'La demande dépasse 256 Ko : un fichier se dépose à l’adresse que donne l’ouverture d’un dépôt.',
  },
  CHECK_TOO_LARGE: {
    status: 413,
    title:
      'Le fichier dépasse 4 Mo, ce qu’un contrôle sans dépôt peut recevoir ou rendre : déposez-le, ou contrôlez-le sur votre poste par « npm run check ».',
  },
  UNSUPPORTED_FILE_TYPE: {
    status: 415,
    title:
      'Le fichier n’est pas arrivé tel quel : envoyez ses octets avec l’en-tête « Content-Type: application/octet-stream ».',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: 'Seul le JSON est accepté : envoyez l’en-tête « Content-Type: application/json ».',
  },
  FILE_NOT_ANNOTABLE: {
    status: 422,
    title: 'Ce fichier ne peut pas être annoté, faute de pouvoir être ouvert : lisez son verdict.',
  },
  OUTSIDE_PERIMETER: {
    status: 422,
    title: 'Cet établissement n’est pas dans votre périmètre : vérifiez le numéro FINESS.',
  },
  PERIMETER_OF_OTHER_ROLE: {
    status: 422,
    title:
      'Ce périmètre ne convient pas à ce rôle : des numéros FINESS pour un établissement, une région pour une ARS, « * » pour la DNS et les administrateurs.',
  },
  INTERNAL: {
    status: 500,
    title: 'Une erreur est survenue de notre côté : réessayez dans quelques minutes.',
  },
} as const satisfies Record<ProblemCode, ProblemSpec>;

/** A request that is refused before it reaches a use case. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: HttpCode;
  readonly fields: FieldErrors;

  constructor(code: HttpCode, fields: FieldErrors = []) {
    super(code);
    this.code = code;
    this.fields = fields;
  }
}

/** What a refusal says of this case, beside the sentence of its code; nothing of what is not to be known. */
const DETAILS: Partial<Record<RefusalCode, (facts: Refusal['facts']) => string>> = {
  CAMPAIGN_CLOSED: ({ campaign, close }) => `La campagne ${campaign} a pris fin le ${close}.`,
  CAMPAIGN_NOT_OPEN: ({ campaign, opening }) => `La campagne ${campaign} ouvre le ${opening}.`,
  FILE_NOT_ANNOTABLE: ({ why }) => why ?? '',
  OUTSIDE_PERIMETER: ({ finess }) => `Numéro FINESS reçu : ${finess}.`,
};

/** The document of a refusal. */
export function refusalBody({ code, facts }: Refusal): ProblemBody {
  const detail = DETAILS[code]?.(facts);
  return { ...problemBody(code), ...(detail !== undefined && { detail }) };
}

/** The document of a problem (RFC 9457). Two of one code and the same fields are the same bytes. */
export function problemBody(code: ProblemCode, fields: FieldErrors = []): ProblemBody {
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:collecte-numerique-sante:probleme:${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    code,
    ...(fields.length > 0 && { erreurs: [...fields] }),
  };
}
