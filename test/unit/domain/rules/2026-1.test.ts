import { FILE_CODES, ROW_CODES } from '../../../../shared/domain/issues/codes.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { LATEST_RULE_SET, ruleSet } from '../../../../shared/domain/rules/rule-sets.ts';

describe('rule set 2026-1', () => {
  it('is pinned: another value is another rule set', () => {
    const { severities, alerts, budgetClasses, ...rest } = RULES;
    expect(rest).toEqual({
      id: '2026-1',
      inForceFrom: '2026-01-01',
      parts: [
        { part: 'num_personnel', whole: 'charges_titre1' },
        { part: 'num_medical', whole: 'charges_titre2' },
        { part: 'num_general', whole: 'charges_titre3' },
        { part: 'num_amortissement', whole: 'charges_titre4' },
        { part: 'num_investissement', whole: 'emplois_investissement' },
        { part: 'etp_ssi_internes', whole: 'etp_total' },
        { part: 'mutualise_etp_ssi', whole: 'etp_ssi_internes', code: 'POOLED_FTE_OVER_INTERNAL' },
      ],
      expenseTitles: ['charges_titre1', 'charges_titre2', 'charges_titre3', 'charges_titre4'],
      digitalLines: ['num_personnel', 'num_medical', 'num_general', 'num_amortissement'],
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
      shareClasses: [5_000n, 10_000n, 15_000n, 20_000n, 25_000n, 30_000n, 35_000n, 40_000n, 45_000n, 50_000n],
      smallestShownSlice: 5,
    });
    expect(Object.values(alerts).map(({ code, limit }) => [code, limit])).toEqual([
      ['SHARE_LOW', 3_000n],
      ['SHARE_HIGH', 50_000n],
      ['SSI_FTE_ZERO', 2_000_000_000n],
      ['CHANGE_ON_PREVIOUS_YEAR', 50n],
      ['CONTRIBUTIONS_DISAGREE', 0n],
      ['EXTERNAL_FTE_HIGH', 10n],
      ['CONTRIBUTION_TO_EMPTY_POOL', 0n],
      ['BUDGET_DISAGREES', 1n],
    ]);
    expect(budgetClasses.map(({ code, below }) => [code, below])).toEqual([
      ['1_moins_de_20M', 2_000_000_000n],
      ['2_20M_a_70M', 7_000_000_000n],
      ['3_70M_a_150M', 15_000_000_000n],
      ['4_150M_a_500M', 50_000_000_000n],
      ['5_500M_et_plus', null],
    ]);
    const codes = [...FILE_CODES, ...ROW_CODES];
    expect(Object.keys(severities)).toEqual(codes);
    expect(codes.filter((code) => severities[code] === 'warning')).toEqual([
      'COLUMN_UNKNOWN',
      'SHEET_IGNORED',
      'YEAR_NOT_GIVEN',
      'CLOSURE_DATE_YEAR_END',
      'MATURITY_DATE_BEFORE_CAMPAIGN',
      'DECLARANT_TWICE_IN_FILE',
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
    ]);
  });

  it('gives each threshold its source, or the words « notre règle » and why', () => {
    for (const { source } of Object.values(RULES.alerts)) {
      expect(source).toMatch(/^(Notre règle : |Instruction |ATIH)/);
      expect(source.length).toBeGreaterThan(30);
    }
  });
});

describe('ruleSet', () => {
  it('finds a rule set by its id, and the latest', () => {
    expect(ruleSet('2026-1')).toBe(RULES);
    expect(ruleSet('2019-1')).toBeNull();
    expect(LATEST_RULE_SET).toBe(RULES);
  });
});
