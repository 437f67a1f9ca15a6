import { headingsBy } from '../headings.ts';
import type { WHOSE_COLUMNS } from '../whose.ts';

/** What a line of accounts is made of, beside whose it is. */
export type AccountColumn =
  | 'compte'
  | 'libelle'
  | 'nomenclature'
  | 'budget'
  | 'debit'
  | 'credit'
  | 'solde_debiteur'
  | 'solde_crediteur'
  | 'solde'
  | 'part_numerique'
  | 'bloc'
  | 'mode';
export type BalanceColumn = AccountColumn | (typeof WHOSE_COLUMNS)[number];

/** The names under which accounting software exports them, and the template has them. */
export const balanceColumn = headingsBy<BalanceColumn>({
  compte: ['n° compte', 'no compte', 'numéro de compte', 'numéro compte', 'compte général', 'code compte'],
  libelle: ['libellé du compte', 'libellé compte', 'intitulé', 'intitulé du compte'],
  nomenclature: ['plan comptable'],
  budget: ['code budget', 'lettre budget', 'lettre du budget', 'cr'],
  debit: ['total débit', 'mouvement débit', 'mouvements débit', 'débits', 'débit cumulé', 'montant débit'],
  credit: [
    'total crédit',
    'mouvement crédit',
    'mouvements crédit',
    'crédits',
    'crédit cumulé',
    'montant crédit',
  ],
  solde_debiteur: ['solde débit', 'soldes débiteurs', 'débiteur'],
  solde_crediteur: ['solde crédit', 'soldes créditeurs', 'créditeur'],
  solde: ['montant', 'montant du compte', 'solde net', 'solde du compte'],
  part_numerique: ['dont numérique', 'part sih', 'dont sih', 'montant numérique'],
  bloc: [],
  mode: [],
  finess: ['n° finess', 'numéro finess'],
  exercice: ['année', 'exercice comptable'],
  campagne: [],
});

/** Each way of saying an amount, the most telling first: balances, movements, one signed amount. */
export const AMOUNT_FORMS = [
  ['solde_debiteur', 'solde_crediteur'],
  ['debit', 'credit'],
  ['solde'],
] as const satisfies readonly (readonly BalanceColumn[])[];
