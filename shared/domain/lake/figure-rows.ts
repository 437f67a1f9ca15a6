import type { Declarant } from '../declarant/reference-set.ts';
import type { Figures } from '../figures/figures.ts';
import { type Ratio, roundHalfUp } from '../numbers/ratio.ts';
import { outcomeOf, type Standing } from '../report/standing.ts';
import type { LakeRow } from './lake-tables.ts';

type FigureRow = LakeRow<'figures'>;
type Numbers = Omit<FigureRow, 'finess' | 'statut' | 'categorie' | 'etat' | 'motifs'>;

/** One line per declarant, in their order: what figures.csv says of it, as decimals. */
export function figureRows(declarants: readonly Declarant[], standing: Standing): readonly FigureRow[] {
  return declarants.map(({ finess, status, category }) => {
    const outcome = outcomeOf(standing, finess);
    return {
      finess,
      statut: status,
      categorie: category,
      etat: outcome.state,
      motifs: outcome.state === 'non_calcule' ? outcome.reasons.join('|') : null,
      ...(outcome.state === 'calcule' ? numbersOf(outcome.figures) : NO_NUMBERS),
    };
  });
}

function numbersOf(figures: Figures): Numbers {
  return {
    charges_totales: figures.totalExpenses,
    charges_numeriques_propres: figures.ownDigital,
    mutualise_porte: figures.carriedDigital,
    quotes_parts: figures.contributions,
    mutualise_attribue: figures.allocatedDigital,
    charges_numeriques_retenues: figures.retainedDigital,
    part_numerique: millionths(figures.digitalShare),
    part_investissement: figures.investmentShare && millionths(figures.investmentShare),
    etp_ssi_propres: figures.ownSsiFte,
    etp_ssi_portes: figures.carriedSsiFte,
    etp_ssi_attribues: figures.allocatedSsiFte,
    etp_ssi_retenus: figures.retainedSsiFte,
    etp_ssi_externes: figures.externalSsiFte,
    num_investissement: figures.investmentShare?.numerator ?? null,
    emplois_investissement: figures.investmentShare?.denominator ?? null,
  };
}

const NO_NUMBERS: Numbers = {
  charges_totales: null,
  charges_numeriques_propres: null,
  mutualise_porte: null,
  quotes_parts: null,
  mutualise_attribue: null,
  charges_numeriques_retenues: null,
  part_numerique: null,
  part_investissement: null,
  etp_ssi_propres: null,
  etp_ssi_portes: null,
  etp_ssi_attribues: null,
  etp_ssi_retenus: null,
  etp_ssi_externes: null,
  num_investissement: null,
  emplois_investissement: null,
};

/** What decimal(18,6) holds no more. */
const TOO_LARGE = 10n ** 18n;

/**
 * As figures.csv rounds it. A pool may give a body of which the budget is a slip of the pen a share of thousands of
 * billions: such a part has no place in the column, its numerator and denominator stand beside.
 */
function millionths(part: Ratio): bigint | null {
  const rounded = roundHalfUp(part, 6);
  return rounded < TOO_LARGE ? rounded : null;
}
