import type { AlertCode } from '../domain/figures/alert-codes.ts';
import type { IssueCode } from '../domain/issues/codes.ts';
import type { Example } from './example.ts';
import { FILE_EXAMPLES } from './file-examples.ts';
import { ROW_EXAMPLES } from './row-examples.ts';

/** An issue of each code, with every fact that its readers give. */
export const ISSUE_EXAMPLES: Readonly<Record<IssueCode, Example>> = { ...FILE_EXAMPLES, ...ROW_EXAMPLES };

/** The facts of a doubt of each code, as `alertsOf` words them. */
export const ALERT_EXAMPLES: Readonly<Record<AlertCode, Readonly<Record<string, string>>>> = {
  SHARE_LOW: { part: '0,25 %', seuil: '0,30 %' },
  SHARE_HIGH: { part: '5,20 %', seuil: '5,00 %' },
  SSI_FTE_ZERO: { budget: '25\u202f000\u202f000,00 €', seuil: '20\u202f000\u202f000,00 €' },
  CHANGE_ON_PREVIOUS_YEAR: {
    avant: '1,50 %',
    maintenant: '2,40 %',
    variation: '60,00 %',
    seuil: '50,00 %',
    rupture: 'fusion',
  },
  CONTRIBUTIONS_DISAGREE: {
    groupe: 'GHT des Dombes',
    verse: '90\u202f000,00 €',
    refacture: '100\u202f000,00 €',
  },
  EXTERNAL_FTE_HIGH: { externes: '12,00', internes: '1,00' },
  CONTRIBUTION_TO_EMPTY_POOL: { groupe: 'GHT des Dombes', verse: '10\u202f000,00 €' },
  BUDGET_DISAGREES: {
    declare: '1\u202f000\u202f000,00 €',
    connu: '1\u202f050\u202f000,00 €',
    ecart: '4,76 %',
  },
};
