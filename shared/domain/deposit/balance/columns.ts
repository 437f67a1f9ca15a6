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
  | 'mouvement_debit'
  | 'mouvement_credit'
  | 'solde_debiteur'
  | 'solde_crediteur'
  | 'solde'
  | 'part_numerique'
  | 'bloc'
  | 'mode';
export type BalanceColumn = AccountColumn | (typeof WHOSE_COLUMNS)[number];

/** The names under which accounting software exports them, and the template has them. */
export const BALANCE_COLUMN_NAMES = {
  compte: [
    'n° compte',
    'n° de compte',
    'no compte',
    'no de compte',
    'numéro de compte',
    'numéro compte',
    'numéro du compte',
    'compte général',
    'compte comptable',
    'code compte',
  ],
  libelle: ['libellé du compte', 'libellé compte', 'intitulé', 'intitulé du compte'],
  nomenclature: ['plan comptable'],
  budget: ['code budget', 'lettre budget', 'lettre du budget', 'cr'],
  debit: ['total débit', 'débits', 'débit cumulé', 'cumul débit', 'montant débit'],
  credit: ['total crédit', 'crédits', 'crédit cumulé', 'cumul crédit', 'montant crédit'],
  mouvement_debit: ['mouvements débit', 'mouvement débiteur', 'mouvements débiteurs'],
  mouvement_credit: ['mouvements crédit', 'mouvement créditeur', 'mouvements créditeurs'],
  solde_debiteur: ['solde débit', 'soldes débiteurs', 'débiteur'],
  solde_crediteur: ['solde crédit', 'soldes créditeurs', 'créditeur'],
  solde: ['montant', 'montant du compte', 'solde net', 'solde du compte'],
  part_numerique: ['dont numérique', 'part sih', 'dont sih', 'montant numérique'],
  bloc: [],
  mode: [],
  finess: ['n° finess', 'numéro finess'],
  exercice: ['année', 'exercice comptable'],
  campagne: [],
} as const satisfies Readonly<Record<BalanceColumn, readonly string[]>>;

export const balanceColumn = headingsBy<BalanceColumn>(BALANCE_COLUMN_NAMES);

/** Each way of saying an amount, the most telling first: balances, totals, movements of the year, one signed amount. */
export const AMOUNT_FORMS = [
  ['solde_debiteur', 'solde_crediteur'],
  ['debit', 'credit'],
  ['mouvement_debit', 'mouvement_credit'],
  ['solde'],
] as const satisfies readonly (readonly BalanceColumn[])[];
