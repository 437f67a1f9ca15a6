import { ACTION_ITEMS, type ActionItem } from '../domain/actions/action-items.ts';
import { formatHundredths } from '../domain/numbers/format-hundredths.ts';
import type { AccountLine, StaffLine } from '../domain/return/details.ts';
import { frenchDecimal } from './french-number.ts';

const short = (hundredths: bigint) => frenchDecimal(formatHundredths(hundredths)).replace(/,?0+$/, '');

/** What of a digital account is counted, and on which line. */
export function accountRule({ nomenclature, amount, digital }: AccountLine, column: string): string {
  const what =
    digital === amount
      ? 'compte numérique, lu en entier'
      : `part numérique d'un compte de ${frenchDecimal(formatHundredths(amount))} €`;
  return `Entre dans ${column} : ${what} (${nomenclature}, comptes.csv).`;
}

/** How a line of staff makes FTE; only their sum is rounded. */
export function staffRule({ type, quota, months, count }: StaffLine): string {
  const column = type === 'externe' ? 'etp_ssi_externes' : 'etp_ssi_internes';
  return `Entre dans ${column} : quotité ${short(quota)} % × ${short(months)} mois ÷ 12 × ${short(count)} ; la somme seule est arrondie (notre règle).`;
}

export const MEASURE_RULE =
  "Niveau répondu à la mesure. Instruction DNS/2025/12, action 2 ; notre règle pour le questionnaire ; n'entre dans aucun chiffre.";

export const SCORE_RULE =
  "Score ADS de l'annuaire ; le plus mauvais est celui de l'établissement. Instruction DNS/2025/12, action 3.";

export function actionRule(item: ActionItem): string {
  return `Réponse déclarée. Instruction DNS/2025/12, action ${ACTION_ITEMS[item].action} ; n'entre dans aucun chiffre.`;
}

export const KNOWN_BUDGET_RULE =
  "Contrôle : somme des quatre titres du compte financier connu de l'ARS, rapprochée de charges_totales ; n'entre dans aucun chiffre (notre règle).";
