import type { ComparabilityBreak } from '../domain/report/comparability.ts';
import { BREAK_LABELS } from '../domain/report/comparability-labels.ts';
import type { ReportRow } from '../domain/report/regional-report.ts';

/** Why a figure may not compare with that of the campaign before: a few words to stand beside it, and a sentence. */
export const BREAK_WORDS = {
  succession: {
    label: BREAK_LABELS.succession,
    sentence:
      'Les chiffres de la campagne précédente ont été publiés sous un autre numéro FINESS, remplacé depuis.',
  },
  fusion: {
    label: BREAK_LABELS.fusion,
    sentence:
      'Les chiffres de la campagne précédente sont la somme de ceux de plusieurs numéros FINESS, réunis depuis.',
  },
  fusion_partielle: {
    label: BREAK_LABELS.fusion_partielle,
    sentence:
      'Plusieurs numéros FINESS ont été réunis depuis, et une partie seulement d’entre eux avait des chiffres à la campagne précédente : la variation mêle les deux effets.',
  },
  regles: {
    label: BREAK_LABELS.regles,
    sentence: 'La campagne précédente a été calculée selon un autre jeu de règles.',
  },
} as const satisfies Record<ComparabilityBreak, { readonly label: string; readonly sentence: string }>;

/** `Fusion ; Autres règles`; blank where there is no break. */
export function breakLabels(breaks: readonly ComparabilityBreak[]): string {
  return breaks.map((found) => BREAK_WORDS[found].label).join(' ; ');
}

/** The same, with the other numbers under which the figures of the campaign before were published: `Fusion (599832110 + 599832128)`. */
export function comparisonInWords({
  declarant,
  breaks,
  previousSources,
}: Pick<ReportRow, 'declarant' | 'breaks' | 'previousSources'>): string {
  const labels = breakLabels(breaks);
  const isOwn = previousSources.every((source) => source === declarant.finess);
  return labels === '' || isOwn ? labels : `${labels} (${previousSources.join(' + ')})`;
}
