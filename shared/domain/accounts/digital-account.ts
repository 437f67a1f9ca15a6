import type { AmountColumn } from '../deposit/columns.ts';

/** Charts of accounts: public bodies, social and medico-social ones, private companies. The same number means different things in each. */
export const NOMENCLATURES = ['M21', 'M22', 'PCG'] as const;
export type Nomenclature = (typeof NOMENCLATURES)[number];

/** Where the digital part of an account goes: the line of the declaration, by the block of comptes.csv. */
export const BLOCK_COLUMNS = {
  personnel: 'num_personnel',
  medical: 'num_medical',
  general: 'num_general',
  amortissement: 'num_amortissement',
  investissement: 'num_investissement',
} as const satisfies Record<string, AmountColumn>;
export type Block = keyof typeof BLOCK_COLUMNS;

/** `lecture`: the whole account is digital; `retraitement`: its digital part is given by the establishment. */
export const ACCOUNT_MODES = ['lecture', 'retraitement'] as const;
export type AccountMode = (typeof ACCOUNT_MODES)[number];

/** One line of comptes.csv: an account that holds digital expenses, and every account under it. */
export interface DigitalAccount {
  readonly nomenclature: Nomenclature;
  /** The financial year from which the line holds. */
  readonly year: number;
  readonly account: string;
  readonly label: string;
  readonly block: Block;
  readonly mode: AccountMode;
}
