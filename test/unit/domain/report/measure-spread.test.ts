import type { Finess } from '../../../../shared/domain/finess/finess.ts';
import { withKey } from '../../../../shared/domain/finess/finess.ts';
import { measureSpreads } from '../../../../shared/domain/report/measure-spread.ts';
import { NO_DETAILS } from '../../../../shared/domain/return/details.ts';
import { LATEST_RULE_SET as RULES } from '../../../../shared/domain/rules/rule-sets.ts';
import { CAMPAIGN, day } from '../../../builders/entry.ts';
import { returnOf } from '../../../builders/return.ts';

const MEASURES = [
  { code: 'M01', theme: 'Gouvernance', label: 'Cartographie', highest: 3 },
  { code: 'M02', theme: '', label: '', highest: 1 },
];

/** Declarants that answered these levels to `M01`, null being that it does not apply. */
function answering(levels: readonly (number | null)[], date = '2026-03-10', measure = 'm01 ') {
  return levels.map((level, index): [Finess, { state: ReturnType<typeof returnOf>; outcome: null }] => {
    const details = { ...NO_DETAILS, measures: [{ measure, level, comment: '', at: {} }] };
    const state = returnOf({ maturite_date: day(date) }, { details });
    return [
      withKey(`2${date.slice(0, 4)}${measure.length}${String(index).padStart(2, '0')}`),
      { state, outcome: null },
    ];
  });
}
const spreads = (...standing: readonly ReturnType<typeof answering>[]) =>
  measureSpreads(MEASURES, new Map(standing.flat()), CAMPAIGN, RULES);

describe('how levels are spread over the nation', () => {
  it('is counted level by level, with those to whom the measure does not apply', () => {
    expect(spreads(answering([0, 3, 3, 1, 3, null]))[0]).toMatchObject({
      counts: [1, 1, 0, 3],
      notApplicable: 1,
    });
  });

  it('is not shown where fewer levels were given than a slice must have', () => {
    const [few, none] = spreads(answering([0, 1, 2, 3, null, null]));
    expect(few).toMatchObject({ counts: null, notApplicable: null });
    expect(none).toMatchObject({ counts: null, notApplicable: null });
    expect(spreads(answering([0, 1, 2, 3, 0]))[0]?.counts).toEqual([2, 1, 1, 1]);
  });

  it('leaves out an assessment that is too old for the campaign', () => {
    const [spread] = spreads(answering([1, 1, 1, 1, 1]), answering([2, 2, 2], '2025-12-31'));
    expect(spread?.counts).toEqual([0, 5, 0, 0]);
  });
});
