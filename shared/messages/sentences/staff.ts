import type { RowCode } from '../../domain/issues/codes.ts';
import type { Template } from './sentence.ts';

/** What a line of staff holds under each of its columns, as a person would type it. */
const CELLS: readonly (readonly [heading: RegExp, example: string])[] = [
  [/^(type|statut|nature)/i, 'interne'],
  [/^(quotit|temps|taux)/i, '80 %'],
  [/mois/i, '12'],
  [/^(nombre|nb|effectif)/i, '1'],
];

/** Of a table of staff. */
export const STAFF_SENTENCES = {
  STAFF_TYPE_UNKNOWN: (seen) => ({
    expected: 'interne, externe ou mutualisé',
    says: `« ${seen} » n'est pas un type d'emploi. Indiquez « interne », « externe » ou « mutualisé » (interne, porté pour le groupement).`,
    example: 'interne',
  }),
  STAFF_LINE_INCOMPLETE: (_seen, { column = '' }) => ({
    expected: `une valeur pour « ${column} »`,
    says: `la ligne d'effectif est incomplète : « ${column} » n'est pas renseigné. Complétez la ligne, ou effacez-la.`,
    example: CELLS.find(([heading]) => heading.test(column))?.[1] ?? 'RSSI',
  }),
  QUOTA_OUT_OF_RANGE: (seen) => ({
    expected: 'de 0 à 100 %',
    says: `la quotité de temps « ${seen} » n'est pas comprise entre 0 et 100 %. Saisissez un pourcentage du temps plein.`,
    example: '80 %',
  }),
  MONTHS_OUT_OF_RANGE: (seen) => ({
    expected: 'de 0 à 12 mois',
    says: `le nombre de mois « ${seen} » n'est pas compris entre 0 et 12. Saisissez le nombre de mois de présence dans l'exercice.`,
    example: '12',
  }),
} as const satisfies Partial<Record<RowCode, Template>>;
