import type { Figures } from '../figures/figures.ts';
import { formatHundredths } from '../numbers/format-hundredths.ts';
import { formatRatio } from '../numbers/ratio.ts';

/** Columns of figures, in the order of figures.csv (contracts.md, « Main job »). */
export const FIGURE_COLUMNS = [
  'charges_totales',
  'charges_numeriques_propres',
  'mutualise_porte',
  'quotes_parts',
  'mutualise_attribue',
  'charges_numeriques_retenues',
  'part_numerique',
  'part_investissement',
  'etp_ssi_propres',
  'etp_ssi_portes',
  'etp_ssi_attribues',
  'etp_ssi_retenus',
  'etp_ssi_externes',
] as const;
type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** What a declarant with figures may still lack. */
type OptionalColumn = 'part_investissement' | 'etp_ssi_externes';

/** Figures as exact decimal text: amounts and FTE with two decimals, ratios with six. */
export type FigureTexts = { readonly [C in FigureColumn]: C extends OptionalColumn ? string | null : string };

export function figureTexts(figures: Figures): FigureTexts {
  return {
    charges_totales: formatHundredths(figures.totalExpenses),
    charges_numeriques_propres: formatHundredths(figures.ownDigital),
    mutualise_porte: formatHundredths(figures.carriedDigital),
    quotes_parts: formatHundredths(figures.contributions),
    mutualise_attribue: formatHundredths(figures.allocatedDigital),
    charges_numeriques_retenues: formatHundredths(figures.retainedDigital),
    part_numerique: formatRatio(figures.digitalShare, 6),
    part_investissement: figures.investmentShare && formatRatio(figures.investmentShare, 6),
    etp_ssi_propres: formatHundredths(figures.ownSsiFte),
    etp_ssi_portes: formatHundredths(figures.carriedSsiFte),
    etp_ssi_attribues: formatHundredths(figures.allocatedSsiFte),
    etp_ssi_retenus: formatHundredths(figures.retainedSsiFte),
    etp_ssi_externes: figures.externalSsiFte === null ? null : formatHundredths(figures.externalSsiFte),
  };
}
