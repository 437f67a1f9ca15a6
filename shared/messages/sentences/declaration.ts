import type { RowCode } from '../../domain/issues/codes.ts';
import { frenchDecimal } from '../french-number.ts';
import { isBlank, type Template } from './sentence.ts';

const partOverWhole: Template = (seen, { part = '', whole = '', limit = '' }) => ({
  expected: `au plus ${frenchDecimal(limit)}`,
  says: `« ${part} » (${frenchDecimal(seen)}) dépasse « ${whole} » (${frenchDecimal(limit)}), qui doit le comprendre. Corrigez l'un ou l'autre ; une valeur absente de ce fichier est celle du dernier dépôt retenu.`,
});

/** Of what a declaration says: closure, dates, and amounts that go together. */
export const DECLARATION_SENTENCES = {
  CLOSURE_UNKNOWN: (seen) => ({
    expected: '« definitive », « provisoire » ou rien',
    says: `« ${seen} » n'est pas un état de clôture. Saisissez « definitive », « provisoire », ou laissez la cellule vide.`,
    example: 'definitive',
  }),
  CLOSURE_WITHOUT_DATE: (_seen, { cloture = '' }) => ({
    expected: 'une date de clôture',
    says: `la clôture est « ${cloture} » mais sa date n'est pas renseignée. Saisissez le jour de l'arrêté du compte financier, ou de l'approbation des comptes.`,
    example: '20/05/2026',
  }),
  CLOSURE_DATE_TOO_EARLY: (seen, { yearEnd = '' }) => ({
    expected: `une date à partir du ${yearEnd}`,
    says: `la date de clôture « ${seen} » précède la fin de l'exercice (${yearEnd}). Saisissez le jour où les comptes ont été arrêtés ou approuvés ; vérifiez l'année.`,
  }),
  CLOSURE_DATE_AFTER_DEPOSIT: (seen, { day = '' }) => ({
    expected: `une date au plus tard du ${day}`,
    says: `la date de clôture « ${seen} » est postérieure au jour du dépôt (${day}). Déposez après l'arrêté des comptes, ou corrigez la date.`,
  }),
  CLOSURE_DATE_YEAR_END: (seen, { yearEnd = '' }) => ({
    expected: "le jour de l'arrêté ou de l'approbation des comptes",
    says: `la date de clôture « ${seen} » est celle de la fin de l'exercice${seen === yearEnd ? '' : ` (${yearEnd})`}. Vérifiez qu'il s'agit bien du jour où les comptes ont été arrêtés ou approuvés.`,
    example: '20/05/2026',
  }),
  MATURITY_DATE_AFTER_DEPOSIT: (seen, { day = '' }) => ({
    expected: `une date au plus tard du ${day}`,
    says: `la date d'auto-évaluation « ${seen} » est postérieure au jour du dépôt (${day}). Corrigez-la, ou déposez une fois l'auto-évaluation faite.`,
  }),
  MATURITY_DATE_BEFORE_CAMPAIGN: (seen, { firstDay = '' }) => ({
    expected: `une date à partir du ${firstDay}`,
    says: `l'auto-évaluation du « ${seen} » précède la campagne (${firstDay}) : elle ne compte pas, et les chiffres ne seront pas calculés. Déclarez l'auto-évaluation faite depuis le début de la campagne.`,
  }),
  PART_OVER_WHOLE: partOverWhole,
  POOLED_FTE_OVER_INTERNAL: partOverWhole,
  POOLED_AND_PAID_OVER_DIGITAL: (seen, { limit = '' }) => ({
    expected: `au plus ${frenchDecimal(limit)}`,
    says: `les charges portées pour le groupement et les quotes-parts versées (${frenchDecimal(seen)} en tout) dépassent les charges numériques de l'établissement (${frenchDecimal(limit)}), qui doivent les comprendre. Corrigez les unes ou les autres.`,
  }),
  POOLED_BY_NO_CARRIER: (seen) => ({
    expected: 'rien, ou 0',
    says: `« ${seen} » est déclaré comme porté pour un groupement, mais l'établissement n'en porte aucun. Effacez la valeur, ou demandez à votre ARS de mettre le groupement à jour.`,
  }),
  CONTRIBUTION_OF_NO_MEMBER: (seen) => ({
    expected: 'rien, ou 0',
    says: `une quote-part de « ${seen} » est versée, mais l'établissement n'est membre d'aucun groupement. Effacez la valeur, ou demandez à votre ARS de mettre le groupement à jour.`,
  }),
  SCORE_OUT_OF_RANGE: (seen) => ({
    expected: 'un score ADS de 1 à 5',
    says: `${isBlank(seen) ? "le score ADS n'est pas renseigné" : `« ${seen} » n'est pas un score ADS`}. Saisissez un nombre entier de 1 à 5.`,
    example: '3',
  }),
} as const satisfies Partial<Record<RowCode, Template>>;
