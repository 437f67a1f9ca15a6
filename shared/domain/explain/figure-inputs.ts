import type { NumberColumn } from '../deposit/columns.ts';
import type { FigureColumn } from '../report/figure-texts.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** What an input does to the figure that it enters. */
export type InputRole = 'plus' | 'moins' | 'numerateur' | 'denominateur';

type PooledColumn = 'mutualise_charges' | 'mutualise_etp_ssi';

/** What a figure is made of, before any value. */
export type FigureTerm = { readonly role: InputRole } & (
  | { readonly kind: 'figure'; readonly figure: FigureColumn }
  /** `carried`: counts for a carrier alone; a blank one is zero where it is not required. */
  | { readonly kind: 'declared'; readonly column: NumberColumn; readonly carried?: true }
  /** The share received of each pool, of what its carrier declares in that column. */
  | { readonly kind: 'shares'; readonly column: PooledColumn }
);

/** The formula of each figure, as `computeFigures` computes it. rules.md, « Figures ». */
export function figureTerms(
  figure: FigureColumn,
  { expenseTitles, digitalLines }: Pick<RuleSet, 'expenseTitles' | 'digitalLines'>,
): readonly FigureTerm[] {
  switch (figure) {
    case 'charges_totales':
      return expenseTitles.map((column) => declared(column));
    case 'charges_numeriques_propres':
      return digitalLines.map((column) => declared(column));
    case 'mutualise_porte':
      return [{ role: 'plus', kind: 'declared', column: 'mutualise_charges', carried: true }];
    case 'quotes_parts':
      return [declared('quote_part_versee')];
    case 'mutualise_attribue':
      return [{ role: 'plus', kind: 'shares', column: 'mutualise_charges' }];
    case 'charges_numeriques_retenues':
      return [
        computed('charges_numeriques_propres'),
        computed('mutualise_porte', 'moins'),
        computed('quotes_parts', 'moins'),
        computed('mutualise_attribue'),
      ];
    case 'part_numerique':
      return [
        computed('charges_numeriques_retenues', 'numerateur'),
        computed('charges_totales', 'denominateur'),
      ];
    case 'part_investissement':
      return [
        declared('num_investissement', 'numerateur'),
        declared('emplois_investissement', 'denominateur'),
      ];
    case 'etp_ssi_propres':
      return [declared('etp_ssi_internes')];
    case 'etp_ssi_portes':
      return [{ role: 'plus', kind: 'declared', column: 'mutualise_etp_ssi', carried: true }];
    case 'etp_ssi_attribues':
      return [{ role: 'plus', kind: 'shares', column: 'mutualise_etp_ssi' }];
    case 'etp_ssi_retenus':
      return [
        computed('etp_ssi_propres'),
        computed('etp_ssi_portes', 'moins'),
        computed('etp_ssi_attribues'),
      ];
    case 'etp_ssi_externes':
      return [declared('etp_ssi_externes')];
  }
}

function declared(column: NumberColumn, role: InputRole = 'plus'): FigureTerm {
  return { role, kind: 'declared', column };
}

function computed(figure: FigureColumn, role: InputRole = 'plus'): FigureTerm {
  return { role, kind: 'figure', figure };
}
