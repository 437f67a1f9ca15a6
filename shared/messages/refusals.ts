import type { Role } from '../domain/access/role.ts';
import { megabytes } from './megabytes.ts';

type Facts = Readonly<Record<string, string>>;

/** What somebody who asks reads when the answer is no. */
export interface RefusalWording {
  /** The same for every refusal of the code. */
  readonly title: string;
  /** What is proper to this one; absent where nothing is, or where it would tell too much. */
  readonly detail?: (facts: Facts) => string;
}

/** Every role with what it holds. */
const HELD: Readonly<Record<Role, string>> = {
  etablissement: 'un rôle « etablissement » se donne sur des numéros FINESS, séparés par des espaces',
  ars: 'un rôle « ars » se donne sur le code d’une région',
  dns: 'un rôle « dns » se donne sur la nation, notée « * »',
  administrateur: 'un rôle « administrateur » se donne sur la nation, notée « * »',
};

/** Code of a refusal → French words: what is not possible, then what to do. Whoever answers checks that none is missing. */
export const REFUSAL_WORDINGS = {
  NO_RIGHT: {
    title:
      "Aucun droit n'est attribué à ce compte : demandez-en un à l'administrateur de la collecte, puis reconnectez-vous.",
  },
  ROLE_FORBIDDEN: {
    title:
      "Votre rôle ne permet pas cette action : adressez-vous à l'administrateur de la collecte si elle vous revient.",
  },
  NOT_FOUND: {
    title: "Ce qui est demandé n'existe pas, ou n'est pas dans votre périmètre : vérifiez l'adresse.",
  },
  CAMPAIGN_CLOSED: {
    title: 'Les dépôts de cette campagne sont clos : demandez à votre ARS de rouvrir la déclaration.',
    detail: ({ campaign = '', close = '' }) =>
      `La campagne ${campaign} est close depuis le ${close} ; aucun établissement de ce dépôt n'a été rouvert jusqu'à ce jour.`,
  },
  CAMPAIGN_NOT_OPEN: {
    title: "Les dépôts de cette campagne ne sont pas encore ouverts : attendez le jour d'ouverture.",
    detail: ({ campaign = '', opening = '' }) => `La campagne ${campaign} ouvre le ${opening}.`,
  },
  DEPOSIT_TOO_LARGE: {
    title:
      'Le fichier dépasse la taille admise : retirez les feuilles et les images inutiles, ou scindez-le en plusieurs dépôts.',
    detail: ({ limit = '' }) => `La taille admise est de ${megabytes(limit)}.`,
  },
  OUTSIDE_PERIMETER: {
    title:
      "Vous ne pouvez pas déposer pour cet établissement : vérifiez le numéro FINESS, ou demandez-en le droit à l'administrateur de la collecte.",
    detail: ({ finess = '' }) => `${finess} n'est pas dans votre périmètre.`,
  },
  PERIMETER_OF_OTHER_ROLE: {
    title: 'Ce périmètre ne convient pas à ce rôle : corrigez l’un ou l’autre.',
    detail: ({ role = '' }) => `Attendu : ${HELD[role as Role] ?? 'le périmètre du rôle'}.`,
  },
  LAST_ADMINISTRATOR: {
    title:
      "C'est le dernier administrateur : désignez-en d'abord un autre, sans quoi plus personne n'attribuerait de droits.",
  },
  CONFLICT: {
    title:
      "Une autre écriture a eu lieu en même temps : relisez ce qui est en place, puis recommencez s'il y a lieu.",
  },
} as const satisfies Readonly<Record<string, RefusalWording>>;
