import type { ColumnName } from '../domain/deposit/columns.ts';

/** rules.md, « One declaration row »: the last good row is in force. */
const IN_FORCE = 'Dernière ligne recevable (notre règle)';
const ACTION_7 = 'instruction DNS/2025/12, action 7';
const CLOSURE = `${ACTION_7} (« après la clôture des comptes »)`;
const BUDGET = `${ACTION_7} (« budget général ») ; entre dans charges_totales`;
const DIGITAL = `${ACTION_7} (part du numérique) ; entre dans charges_numeriques_propres`;
const POOL = `${ACTION_7} (dépense mutualisée)`;
const SSI = `${ACTION_7} (« nombre d'ETP consacré à la SSI »)`;
const INVESTMENT = "notre règle : sert à la part de l'investissement, montrée à côté, jamais ajoutée";

/** What makes a declared value count: which source asks for it, and which figure it enters. Exhaustive by type. */
const WHY: Readonly<Record<ColumnName, string>> = {
  cloture: `${CLOSURE} : rien n'est calculé sans clôture définitive`,
  date_cloture: CLOSURE,
  charges_titre1: BUDGET,
  charges_titre2: BUDGET,
  charges_titre3: BUDGET,
  charges_titre4: BUDGET,
  emplois_investissement: INVESTMENT,
  num_personnel: DIGITAL,
  num_medical: DIGITAL,
  num_general: DIGITAL,
  num_amortissement: DIGITAL,
  num_investissement: INVESTMENT,
  mutualise_charges: `${POOL} ; partagé entre les membres, entre dans mutualise_porte`,
  mutualise_etp_ssi: `${POOL} ; partagé entre les membres, entre dans etp_ssi_portes`,
  quote_part_versee: `${POOL} ; entre dans quotes_parts`,
  quotes_parts_refacturees: 'notre règle : rapproché des quotes-parts versées, n’entre dans aucun chiffre',
  etp_total: 'notre règle : borne les ETP SSI internes, n’entre dans aucun chiffre',
  etp_ssi_internes: `${SSI} ; entre dans etp_ssi_propres`,
  etp_ssi_externes: `${SSI} ; montrés à côté, jamais ajoutés`,
  maturite_date:
    "instruction DNS/2025/12, action 2 (« a minima annuelle ») : rien n'est calculé sans auto-évaluation de l'année",
};

/** What stands under a value. */
export interface DeclaredUnder {
  /** It was read on several lines, or in several cells. */
  readonly isSummed: boolean;
  /** The lists of the return give it item by item. */
  readonly isDetailed: boolean;
}

/** Which rule makes a declared value count, in words. */
export function declaredRule(column: ColumnName, { isSummed, isDetailed }: DeclaredUnder): string {
  const summed = isSummed ? ' Somme des lignes indiquées, sans les sous-totaux.' : '';
  const detailed = isDetailed ? ' Le détail suit, ligne par ligne.' : '';
  return `${IN_FORCE} ; ${WHY[column]}.${summed}${detailed}`;
}
