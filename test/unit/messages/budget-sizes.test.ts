import { LATEST_RULE_SET as RULES } from '../../../shared/domain/rules/rule-sets.ts';
import { budgetSizeInWords } from '../../../shared/messages/budget-sizes.ts';

describe('a size of budget in words', () => {
  it('says the bounds of its class', () => {
    const codes = [...RULES.budgetClasses.map(({ code }) => code), '9_non_declare', 'autre'];
    expect(codes.map((code) => budgetSizeInWords(code, RULES))).toEqual([
      'Moins de 20 M€',
      'De 20 à 70 M€',
      'De 70 à 150 M€',
      'De 150 à 500 M€',
      '500 M€ et plus',
      'Budget non déclaré',
      'autre',
    ]);
  });
});
