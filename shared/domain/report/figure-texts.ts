import type { PublishedFigures } from '../figures/edition-figures.ts';
import { formatHundredths } from '../numbers/format-hundredths.ts';
import { formatRatio } from '../numbers/ratio.ts';

/** Columns of figures, in the order of figures.csv, and what each holds (contracts.md, « Main job »). */
export const FIGURE_TYPES = {
  charges_totales: 'amount',
  charges_numeriques_propres: 'amount',
  mutualise_porte: 'amount',
  quotes_parts: 'amount',
  mutualise_attribue: 'amount',
  charges_numeriques_retenues: 'amount',
  part_numerique: 'ratio',
  part_investissement: 'ratio',
  etp_ssi_propres: 'fte',
  etp_ssi_portes: 'fte',
  etp_ssi_attribues: 'fte',
  etp_ssi_retenus: 'fte',
  etp_ssi_externes: 'fte',
} as const satisfies Readonly<Record<string, 'amount' | 'fte' | 'ratio'>>;
export type FigureColumn = keyof typeof FIGURE_TYPES;
export const FIGURE_COLUMNS = Object.keys(FIGURE_TYPES) as readonly FigureColumn[];

/** What a declarant with figures may still lack. */
type OptionalColumn = 'part_investissement' | 'etp_ssi_externes';

/** Figures as exact decimal text: amounts and FTE with two decimals, ratios with six. */
export type FigureTexts = { readonly [C in FigureColumn]: C extends OptionalColumn ? string | null : string };

export function figureTexts(figures: PublishedFigures): FigureTexts {
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
