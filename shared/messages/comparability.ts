import { COMPARABILITY_BREAKS, type ComparabilityBreak } from '../domain/report/comparability.ts';

/** Why a figure may not compare with that of the campaign before: a few words to stand beside it, and a sentence. */
export const BREAK_WORDS = {
  succession: {
    label: 'Autre numéro FINESS',
    sentence:
      'Les chiffres de la campagne précédente ont été publiés sous un autre numéro FINESS, remplacé depuis.',
  },
  fusion: {
    label: 'Fusion',
    sentence:
      'Les chiffres de la campagne précédente sont la somme de ceux de plusieurs numéros FINESS, réunis depuis.',
  },
  fusion_partielle: {
    label: 'Fusion, chiffres partiels',
    sentence:
      'Plusieurs numéros FINESS ont été réunis depuis, et une partie seulement d’entre eux avait des chiffres à la campagne précédente : la variation mêle les deux effets.',
  },
  regles: {
    label: 'Autres règles',
    sentence: 'La campagne précédente a été calculée selon un autre jeu de règles.',
  },
} as const satisfies Record<ComparabilityBreak, { readonly label: string; readonly sentence: string }>;

/** `Fusion ; Autres règles`; blank where there is no break. */
export function breakLabels(breaks: readonly ComparabilityBreak[]): string {
  return breaks.map((found) => BREAK_WORDS[found].label).join(' ; ');
}

/** The breaks of a text that joins them by `|`; what is none is left out. */
export function breaksIn(text: string): readonly ComparabilityBreak[] {
  const found = text.split('|');
  return COMPARABILITY_BREAKS.filter((known) => found.includes(known));
}
