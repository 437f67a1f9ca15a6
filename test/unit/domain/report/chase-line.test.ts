import { chaseLine } from '../../../../shared/domain/report/chase-line.ts';
import type { Standing } from '../../../../shared/domain/report/standing.ts';
import { LATEST_RULE_SET } from '../../../../shared/domain/rules/rule-sets.ts';
import { relaxed } from '../../../../shared/domain/rules/severity.ts';
import { declarantOf, directory, LONER } from '../../../builders/directory.ts';
import { day, sourceOf } from '../../../builders/entry.ts';
import { refusedReturn } from '../../../builders/return.ts';

describe('what is said of a declarant whose last row was refused', () => {
  const issues = [
    { code: 'NUMBER_UNREADABLE', at: { line: 2 }, seen: 'x' },
    { code: 'PART_OVER_WHOLE', at: { line: 2 }, seen: '2.00' },
    { code: 'CLOSURE_DATE_YEAR_END', at: { line: 2 }, seen: '2025-12-31' },
  ] as const;
  const rules = relaxed(LATEST_RULE_SET, [
    { code: 'PART_OVER_WHOLE', to: 'warning', from: day('2026-07-15'), reason: 'x' },
  ]);
  const refusalOn = (text: string) => {
    const state = refusedReturn({ lastTry: sourceOf('a', { day: day(text) }), lastRefusal: issues });
    const standing: Standing = new Map([[LONER, { state, outcome: { state: 'non_repondant' } }]]);
    return chaseLine(declarantOf(LONER), directory(), standing, rules)?.refusal.map(({ code }) => code);
  };

  it('is what refused it by the rules of its day, without its warnings', () => {
    expect(refusalOn('2026-07-14')).toEqual(['NUMBER_UNREADABLE', 'PART_OVER_WHOLE']);
    expect(refusalOn('2026-07-15')).toEqual(['NUMBER_UNREADABLE']);
  });
});
