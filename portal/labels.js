/** What codes of the API are called on the pages; exhaustive by type. */
/** @import { Role } from '../shared/domain/access/role.ts' */
/** @import { ActKind } from '../shared/domain/act/act.ts' */
/** @import { AlertCode } from '../shared/domain/figures/alert-codes.ts' */
/** @import { LegalStatus } from '../shared/domain/declarant/legal-status.ts' */
/** @import { SectionName } from '../shared/domain/deposit/columns.ts' */
/** @import { Issue } from './issues.js' */
/** @import { RouteAnswer } from '../shared/contracts/routes.ts' */
import { CATEGORIES, REGIONS } from './names.js';

/** @type {Readonly<Record<Role, string>>} */
export const ROLES = {
  etablissement: 'Établissement de santé',
  ars: 'Agence régionale de santé',
  dns: 'Délégation au numérique en santé',
  administrateur: 'Administrateur de la collecte',
};

/**
 * A mark that reads without its colour, and words.
 *
 * @type {Readonly<Record<RouteAnswer<'show-deposit'>['statut'], { mark: string, label: string, tone: Tone }>>}
 */
export const DEPOSIT_STATUSES = {
  'en-attente': { mark: '…', label: 'En attente de lecture', tone: 'neutral' },
  efface: { mark: '–', label: 'Effacé', tone: 'neutral' },
  accepted: { mark: '✓', label: 'Accepté', tone: 'good' },
  'accepted-with-warnings': { mark: '!', label: 'Accepté avec avertissements', tone: 'doubt' },
  rejected: { mark: '✕', label: 'Refusé', tone: 'bad' },
};

/** @type {Readonly<Record<Issue['severity'], { mark: string, label: string, tone: Tone }>>} */
export const SEVERITIES = {
  error: { mark: '✕', label: 'Erreur', tone: 'bad' },
  warning: { mark: '!', label: 'Avertissement', tone: 'doubt' },
};

/** @type {Readonly<Record<Issue['todo'], string>>} */
export const TODOS = {
  'choisir-un-autre-fichier': 'Choisir un autre fichier',
  'enregistrer-autrement': 'Enregistrer le fichier autrement',
  'corriger-les-intitules': "Corriger la ligne d'intitulés",
  identifier: "Corriger l'établissement ou l'année",
  'corriger-une-valeur': 'À corriger dans les cellules',
  completer: 'À compléter',
  rapprocher: 'À rapprocher : ces valeurs ne vont pas ensemble',
  verifier: 'À vérifier',
};

/** In the order in which a verdict is read. */
export const TODO_ORDER = /** @type {readonly Issue['todo'][]} */ (Object.keys(TODOS));

/** @type {Readonly<Record<SectionName, string>>} */
export const SECTIONS = {
  cloture: 'la clôture des comptes',
  budget: 'le budget',
  numerique: 'les charges numériques',
  mutualisation: 'la mutualisation',
  etp: 'les ETP',
  maturite: 'la maturité',
  actions: 'le suivi des actions',
};

/** @typedef {'good' | 'doubt' | 'bad' | 'neutral'} Tone */

/** @type {Readonly<Record<RouteAnswer<'list-declarants'>['elements'][number]['situation'], { mark: string, label: string, tone: Tone }>>} */
export const SITUATIONS = {
  'jamais-depose': { mark: '–', label: 'Jamais déposé', tone: 'neutral' },
  refuse: { mark: '✕', label: 'Dépôt refusé', tone: 'bad' },
  'non-calcule': { mark: '!', label: 'Non calculé', tone: 'doubt' },
  calcule: { mark: '✓', label: 'Calculé', tone: 'good' },
};

/** @type {Readonly<Record<NonNullable<RouteAnswer<'show-return'>['etat']>, { mark: string, label: string, tone: Tone }>>} */
export const STATES = {
  non_repondant: { mark: '–', label: 'Non répondant', tone: 'neutral' },
  non_calcule: { mark: '!', label: 'Non calculé', tone: 'doubt' },
  calcule: { mark: '✓', label: 'Calculé', tone: 'good' },
};

/** @type {Readonly<Record<ActKind, string>>} */
export const ACTS = {
  justification: 'Justification',
  certification: 'Certification',
  visa: 'Visa',
  retour: 'Retour pour correction',
  reouverture: 'Réouverture',
  dispense: 'Dispense',
};

/** @type {Readonly<Record<AlertCode, string>>} */
export const ALERTS = {
  SHARE_LOW: 'Part du numérique très basse',
  SHARE_HIGH: 'Part du numérique très haute',
  SSI_FTE_ZERO: 'Aucun ETP SSI',
  CHANGE_ON_PREVIOUS_YEAR: 'Forte variation sur un an',
  CONTRIBUTIONS_DISAGREE: 'Quotes-parts qui ne concordent pas',
  EXTERNAL_FTE_HIGH: 'Beaucoup d’ETP externes',
  CONTRIBUTION_TO_EMPTY_POOL: 'Quote-part à un groupement qui ne porte rien',
  BUDGET_DISAGREES: 'Budget différent du compte financier',
};

/** @type {Readonly<Record<LegalStatus, string>>} */
export const LEGAL_STATUSES = {
  public: 'Public',
  prive_non_lucratif: 'Privé non lucratif',
  prive_lucratif: 'Privé lucratif',
};

export const INDICATORS = {
  part_numerique: 'Part du numérique',
  part_investissement: 'Part de l’investissement',
  etp_ssi_retenus: 'ETP SSI retenus',
};

export const AXES = {
  nation: 'France entière',
  region: 'Région',
  statut: 'Statut',
  categorie: 'Catégorie',
  region_statut: 'Région et statut',
};

/**
 * The name of a slice of aggregates.csv: `53` → Bretagne, `84|public` → Auvergne-Rhône-Alpes, public.
 *
 * @param {string} axis
 * @param {string} slice
 */
export function sliceName(axis, slice) {
  switch (axis) {
    case 'nation':
      return 'France';
    case 'region':
      return nameOf(REGIONS, slice);
    case 'statut':
      return nameOf(LEGAL_STATUSES, slice);
    case 'categorie':
      return Object.hasOwn(CATEGORIES, slice) ? `${CATEGORIES[slice]} – ${slice}` : slice;
    default: {
      const [region = '', status = ''] = slice.split('|');
      return `${nameOf(REGIONS, region)} – ${nameOf(LEGAL_STATUSES, status).toLowerCase()}`;
    }
  }
}

/**
 * A perimeter as the API writes it: FINESS numbers, a region, or `*`.
 *
 * @param {string} perimeter
 */
export function perimeterName(perimeter) {
  if (perimeter === '*') return 'France entière';
  if (Object.hasOwn(REGIONS, perimeter)) return nameOf(REGIONS, perimeter);
  const numbers = perimeter.split(' ');
  return numbers.length === 1 ? `FINESS ${perimeter}` : `${numbers.length} numéros FINESS`;
}

/**
 * The label of a code; an unknown code as it is.
 *
 * @param {Readonly<Record<string, string>>} labels
 * @param {string} code
 */
export function nameOf(labels, code) {
  return Object.hasOwn(labels, code) ? (labels[code] ?? code) : code;
}
