import { FILE_CODES, type IssueCode, ROW_CODES, type Severity } from '../issues/codes.ts';
import type { RuleSet } from './rule-set.ts';

const WARNINGS: readonly IssueCode[] = [
  'COLUMN_UNKNOWN',
  'CLOSURE_DATE_YEAR_END',
  'MATURITY_DATE_BEFORE_CAMPAIGN',
  'DECLARANT_TWICE_IN_FILE',
  'SHEET_IGNORED',
  'YEAR_NOT_GIVEN',
  'ACCOUNTS_UNKNOWN',
  'LINE_NOT_AN_ACCOUNT',
  'ACCOUNT_SUBTOTAL',
  'BUDGETS_TOGETHER',
  'DIGITAL_PART_MISSING',
  'DIGITAL_PART_OF_NO_ACCOUNT',
  'MEASURE_UNKNOWN',
  'MEASURE_UNANSWERED',
  'TOTAL_DISAGREES',
  'EXTRACT_ROW_TWICE',
];

const severities = Object.fromEntries(
  [...FILE_CODES, ...ROW_CODES].map((code): [IssueCode, Severity] => [
    code,
    WARNINGS.includes(code) ? 'warning' : 'error',
  ]),
) as Record<IssueCode, Severity>;

/**
 * The rules of campaign 2026: instruction DNS/2025/12, action 7, read with what ATIH and the ARS publish. Where
 * no source settles a point the words « notre règle » stand beside it.
 */
export const RULES_2026_1: RuleSet = {
  id: '2026-1',
  inForceFrom: '2026-01-01',
  severities,
  // Our rule (refusal 5): what a whole contains cannot exceed it.
  parts: [
    { part: 'num_personnel', whole: 'charges_titre1' },
    { part: 'num_medical', whole: 'charges_titre2' },
    { part: 'num_general', whole: 'charges_titre3' },
    { part: 'num_amortissement', whole: 'charges_titre4' },
    { part: 'num_investissement', whole: 'emplois_investissement' },
    { part: 'etp_ssi_internes', whole: 'etp_total' },
    // Apart: it alone keeps retained FTE from being negative, and cannot be turned down.
    { part: 'mutualise_etp_ssi', whole: 'etp_ssi_internes', code: 'POOLED_FTE_OVER_INTERNAL' },
  ],
  // Action 7, « budget général », read as the budget global of the entity: our rule, as the texts use three wordings.
  expenseTitles: ['charges_titre1', 'charges_titre2', 'charges_titre3', 'charges_titre4'],
  // Our rule: action 7 refers to note DGOS/PF2/2019/207, whose accounts could not be read; ATIH publishes investment apart.
  digitalLines: ['num_personnel', 'num_medical', 'num_general', 'num_amortissement'],
  // Our rule: without these there is neither share nor FTE; investment and external FTE may stay blank.
  required: [
    'charges_titre1',
    'charges_titre2',
    'charges_titre3',
    'charges_titre4',
    'num_personnel',
    'num_medical',
    'num_general',
    'num_amortissement',
    'etp_ssi_internes',
  ],
  requiredOfCarrier: ['mutualise_charges', 'mutualise_etp_ssi'],
  relaxations: [],
  alerts: {
    SHARE_LOW: {
      code: 'SHARE_LOW',
      limit: 3_000n, // millionths: 0.3 %
      source: 'Notre règle : C. Cartau (DSIH, 2016) lit de 0,25 à 0,5 % pour les plus petits établissements.',
    },
    SHARE_HIGH: {
      code: 'SHARE_HIGH',
      limit: 50_000n, // millionths: 5 %
      source: 'Notre règle : le double du maximum publié par l’ATIH par catégorie (CLCC, 2,5 % en 2012).',
    },
    SSI_FTE_ZERO: {
      code: 'SSI_FTE_ZERO',
      limit: 2_000_000_000n, // cents: 20 M€
      source: 'Notre règle : 20 M€ est le seuil de la plus petite classe de centres hospitaliers de l’ATIH.',
    },
    CHANGE_ON_PREVIOUS_YEAR: {
      code: 'CHANGE_ON_PREVIOUS_YEAR',
      limit: 50n, // percent
      source: 'Notre règle : une variation de plus de moitié en un an se justifie par un fait précis.',
    },
    CONTRIBUTIONS_DISAGREE: {
      code: 'CONTRIBUTIONS_DISAGREE',
      limit: 0n, // cents of difference
      source: 'Notre règle : ce que le porteur refacture est ce que les membres versent.',
    },
    EXTERNAL_FTE_HIGH: {
      code: 'EXTERNAL_FTE_HIGH',
      limit: 10n, // times the internal FTE
      source: 'Notre règle : au-delà, un contrat entier est souvent compté en ETP.',
    },
    CONTRIBUTION_TO_EMPTY_POOL: {
      code: 'CONTRIBUTION_TO_EMPTY_POOL',
      limit: 0n, // cents
      source:
        'Notre règle : une contribution à un groupement qui ne porte rien vient d’une saisie de trop, ou d’un oubli du porteur.',
    },
    BUDGET_DISAGREES: {
      code: 'BUDGET_DISAGREES',
      limit: 1n, // percent
      source:
        'Notre règle : le compte financier transmis à l’ARS et la déclaration portent sur les mêmes charges ; 1 % laisse les écritures de clôture.',
    },
  },
  budgetClasses: [
    {
      code: '1_moins_de_20M',
      below: 2_000_000_000n, // cents: 20 M€
      source: 'ATIH : ses ratios du système d’information (2011, 2012) distinguent les CH de moins de 20 M€.',
    },
    {
      code: '2_20M_a_70M',
      below: 7_000_000_000n,
      source:
        'Notre règle : 70 M€, borne que l’ATIH donne d’habitude à ses centres hospitaliers moyens ; la publication n’a pu être relue.',
    },
    {
      code: '3_70M_a_150M',
      below: 15_000_000_000n,
      source:
        'Notre règle : aucune source ne découpe au-delà de 70 M€ ; 150 M€ sépare les grands CH des autres.',
    },
    {
      code: '4_150M_a_500M',
      below: 50_000_000_000n,
      source:
        'Notre règle : 500 M€ isole les CHU et les plus grands groupes, trop peu pour être mêlés aux CH.',
    },
    {
      code: '5_500M_et_plus',
      below: null,
      source: 'Notre règle : ce qui dépasse les bornes précédentes.',
    },
  ],
  // Our rule: equal steps of half a point, readable by eye, up to the share above which an alert is given.
  shareClasses: [5_000n, 10_000n, 15_000n, 20_000n, 25_000n, 30_000n, 35_000n, 40_000n, 45_000n, 50_000n],
  // Our rule: a median of fewer points at somebody.
  smallestShownSlice: 5,
};
