import type { FigureColumn } from '../domain/report/figure-texts.ts';
import type { RuleSet } from '../domain/rules/rule-set.ts';

const ACTION_7 = 'Instruction DNS/2025/12, action 7';
const BESIDE = 'Montré à côté, jamais ajouté.';

/** The formula of each figure in words, its inputs named by their columns, and where the rule comes from. */
export function figureRules({
  expenseTitles,
  digitalLines,
}: Pick<RuleSet, 'expenseTitles' | 'digitalLines'>): Readonly<Record<FigureColumn, string>> {
  return {
    charges_totales: `${expenseTitles.join(' + ')}. ${ACTION_7} (« budget général ») ; notre règle : le budget global.`,
    charges_numeriques_propres: `${digitalLines.join(' + ')}. ${ACTION_7} ; notre règle : sans l'investissement.`,
    mutualise_porte: `mutualise_charges de l'établissement porteur d'un groupement, 0 pour tout autre. ${ACTION_7} (dépense mutualisée).`,
    quotes_parts: `quote_part_versee, 0 si elle est vide. ${ACTION_7} (dépense mutualisée).`,
    mutualise_attribue: `Somme des quotes-parts de charges reçues des groupements, 0 sans groupement. ${ACTION_7} (dépense mutualisée).`,
    charges_numeriques_retenues: `charges_numeriques_propres − mutualise_porte − quotes_parts + mutualise_attribue. ${ACTION_7} ; notre règle pour le partage.`,
    part_numerique: `charges_numeriques_retenues ÷ charges_totales. ${ACTION_7}.`,
    part_investissement: `num_investissement ÷ emplois_investissement, si les deux sont donnés et le second non nul. Notre règle. ${BESIDE}`,
    etp_ssi_propres: `etp_ssi_internes. ${ACTION_7} (« nombre d'ETP consacré à la SSI »).`,
    etp_ssi_portes: `mutualise_etp_ssi de l'établissement porteur d'un groupement, 0 pour tout autre. ${ACTION_7} (dépense mutualisée).`,
    etp_ssi_attribues: `Somme des quotes-parts d'ETP reçues des groupements, 0 sans groupement. ${ACTION_7} (dépense mutualisée).`,
    etp_ssi_retenus: `etp_ssi_propres − etp_ssi_portes + etp_ssi_attribues. ${ACTION_7} ; notre règle pour le calcul.`,
    etp_ssi_externes: `etp_ssi_externes. ${ACTION_7}. ${BESIDE}`,
  };
}

/** How a member's share of a pool is obtained; it is a value: cents left over are given one by one. */
export function shareRule(column: 'mutualise_charges' | 'mutualise_etp_ssi', pool: string): string {
  return `${column} du porteur de ${pool}, partagé selon l'activité combinée, au plus fort reste. ${ACTION_7} ; notre règle.`;
}

/** Of a figure of the campaign before, as its own edition published it. */
export const PUBLISHED_RULE =
  'Campagne précédente, telle que publiée sous ce numéro FINESS ; sommée avec celles des numéros qu’il a remplacés (successions.csv).';
export const PUBLISHED_SHARE_RULE =
  'charges_numeriques_retenues ÷ charges_totales de la campagne précédente (lignes au-dessus).';
