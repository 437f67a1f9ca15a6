import type { AmountColumn } from '../deposit/columns.ts';
import type { Nomenclature } from './digital-account.ts';

export type TitleColumn = Extract<AmountColumn, `charges_titre${number}`>;

interface TitleAccounts {
  /** Where the chart and its titles come from, and what no source settles. */
  readonly source: string;
  /** By beginning of account; the longest that an account has decides. */
  readonly accounts: Readonly<Record<TitleColumn, readonly string[]>>;
}

/**
 * Expense accounts (class 6) by title, for financial years from 2024 on. Title 3 takes what no other names, so that every
 * account of class 6 falls in one title. Only part rules look at one title alone: the official share stands on their sum.
 */
export const TITLE_ACCOUNTS: Readonly<Record<Nomenclature, TitleAccounts>> = {
  M21: {
    source:
      'M21, compte de résultat prévisionnel principal (décret n° 94-392, annexe II ; arrêtés M21 depuis) ; notre règle pour les comptes que ces textes ne citent pas.',
    accounts: {
      charges_titre1: ['621', '631', '633', '64'],
      charges_titre2: [
        '601',
        '6021',
        '6022',
        '6031',
        '60321',
        '60322',
        '6066',
        '607',
        '611',
        '6131',
        '6151',
        '615161',
        '615611',
      ],
      charges_titre3: ['6'],
      charges_titre4: ['66', '67', '68', '69'],
    },
  },
  M22: {
    source:
      'Notre règle : la M22 range ses charges en trois groupes ; le personnel (groupe II) est le titre 1, les achats et prestations à caractère médical le titre 2, les charges financières, exceptionnelles et dotations le titre 4.',
    accounts: {
      charges_titre1: ['621', '631', '633', '64'],
      charges_titre2: ['6021', '6066', '6111'],
      charges_titre3: ['6'],
      charges_titre4: ['66', '67', '68', '69'],
    },
  },
  PCG: {
    source:
      'Notre règle : le plan comptable général ne connaît pas de titres ; les charges de personnel, les achats consommés à caractère médical, puis les charges financières, exceptionnelles, dotations et participations sont rangés comme ceux de la M21.',
    accounts: {
      charges_titre1: ['621', '631', '633', '64'],
      charges_titre2: ['601', '6021', '6022', '6031', '607', '6111'],
      charges_titre3: ['6'],
      charges_titre4: ['66', '67', '68', '69'],
    },
  },
};

export const TITLE_COLUMNS = [
  'charges_titre1',
  'charges_titre2',
  'charges_titre3',
  'charges_titre4',
] as const;

const TITLE_OF = new Map(
  Object.entries(TITLE_ACCOUNTS).map(([nomenclature, { accounts }]) => [
    nomenclature,
    new Map(TITLE_COLUMNS.flatMap((title) => accounts[title].map((account) => [account, title] as const))),
  ]),
);

/** The title of an expense account; null outside class 6. @param account digits alone */
export function titleOf(nomenclature: Nomenclature, account: string): TitleColumn | null {
  const titles = TITLE_OF.get(nomenclature);
  for (let length = account.length; length > 0; length--) {
    const title = titles?.get(account.slice(0, length));
    if (title) return title;
  }
  return null;
}
