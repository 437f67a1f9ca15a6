import type { RowCode } from '../../domain/issues/codes.ts';
import { frenchDecimal, grouped } from '../french-number.ts';
import { isBlank, labelled, type Template } from './sentence.ts';

const NUMBER_HELP = "Saisissez un nombre simple, sans texte ni autre séparateur que l'espace.";
const NUMBER = '1234,56';
const DATE_HELP = 'Saisissez la date sous la forme jour/mois/année ou année-mois-jour.';
const DATE = '20/05/2026';

/** Of what a single cell holds, whatever the table. */
export const CELL_SENTENCES = {
  CELL_IN_ERROR: (seen, facts) => ({
    expected: `une valeur${labelled(facts)}`,
    says: `la cellule affiche l'erreur ${seen}. Corrigez la formule ou saisissez la valeur.`,
  }),
  FORMULA_WITHOUT_VALUE: (seen, facts) => ({
    expected: `une valeur${labelled(facts)}`,
    says: `la formule${isBlank(seen) ? '' : ` « ${seen} »`} n'a jamais été calculée. Ouvrez le classeur dans Excel ou LibreOffice, enregistrez-le, puis redéposez-le ; ou saisissez la valeur.`,
  }),
  NUMBER_UNREADABLE: (seen, facts) => ({
    expected: `un nombre${labelled(facts)}`,
    says: `« ${seen} » n'est pas un nombre lisible. ${NUMBER_HELP}`,
    example: NUMBER,
  }),
  NUMBER_TOO_PRECISE: (seen, facts) => ({
    expected: `un nombre à deux décimales au plus${labelled(facts)}`,
    says: `« ${seen} » porte plus de deux décimales. Arrondissez à deux décimales.`,
    example: NUMBER,
  }),
  NUMBER_TOO_LARGE: (seen, facts) => ({
    expected: `un nombre inférieur à 10 000 milliards${labelled(facts)}`,
    says: `« ${seen} » dépasse ce qui peut être déclaré. Vérifiez l'unité : les montants sont en euros, les effectifs en ETP.`,
    example: NUMBER,
  }),
  NUMBER_NEGATIVE: (seen, facts) => ({
    expected: `un nombre positif ou nul${labelled(facts)}`,
    says: `« ${seen} » est négatif. Saisissez le montant ou l'effectif en positif.`,
    example: seen.replace(/^\s*[-\u2212]\s*/, ''),
  }),
  DATE_UNREADABLE: (seen, facts) => ({
    expected: `une date${labelled(facts)}`,
    says: `${isBlank(seen) ? "la date n'est pas renseignée" : `« ${seen} » n'est pas une date lisible`}. ${DATE_HELP}`,
    example: DATE,
  }),
  DATE_IMPOSSIBLE: (seen, facts) => ({
    expected: `une date du calendrier${labelled(facts)}`,
    says: `la date « ${seen} » n'existe pas. ${DATE_HELP}`,
    example: DATE,
  }),
  DATE_SERIAL: (seen, facts) => ({
    expected: `une date${labelled(facts)}`,
    says: `« ${seen} » est un nombre et non une date : la cellule a perdu son format de date. ${DATE_HELP}`,
    example: DATE,
  }),
  CHOICE_UNKNOWN: (seen, { choices = '' }) => ({
    expected: `une des réponses possibles : ${choices}`,
    says: `${
      isBlank(seen) ? 'la cellule est vide' : `« ${seen} » n'est pas une des réponses possibles`
    } (${choices}). Choisissez-en une, ou effacez la ligne.`,
    example: choices.split(/[,;] ?/)[0] ?? '',
  }),
  TEXT_TOO_LONG: (_seen, { limit = '' }) => ({
    expected: `au plus ${grouped(limit)} caractères`,
    says: `le texte dépasse ${grouped(limit)} caractères. Abrégez-le.`,
  }),
  TOTAL_DISAGREES: (seen, { total = '', label = '' }) => ({
    expected: frenchDecimal(total),
    says: `« ${label} » affiche ${seen}, alors que les lignes du tableau font ${frenchDecimal(total)} : c'est le total des lignes qui est retenu. Effacez la valeur saisie, ou corrigez les lignes.`,
    example: frenchDecimal(total),
  }),
} as const satisfies Partial<Record<RowCode, Template>>;
