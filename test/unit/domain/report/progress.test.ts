import type { Outcome } from '../../../../shared/domain/figures/figures.ts';
import { progressOf } from '../../../../shared/domain/report/progress.ts';
import type { Standing } from '../../../../shared/domain/report/standing.ts';
import { foldEntries, type Return } from '../../../../shared/domain/return/fold.ts';
import { LATEST_RULE_SET } from '../../../../shared/domain/rules/rule-sets.ts';
import { actEntry } from '../../../builders/act.ts';
import { LONER } from '../../../builders/directory.ts';
import { entryOf, sourceOf } from '../../../builders/entry.ts';
import { refusedReturn, returnOf, valuesOf } from '../../../builders/return.ts';

const NOT_COMPUTED = { state: 'non_calcule', reasons: ['comptes-non-clos', 'budget-nul'] } as const;

function standing(state: Return, outcome: Outcome): Standing {
  return new Map([[LONER, { state, outcome }]]);
}

describe('how far a declarant has come', () => {
  it('is nowhere without a return', () => {
    expect(progressOf(LONER, new Map())).toEqual({
      situation: 'jamais-depose',
      reasons: [],
      toChase: true,
      tries: 0,
      lastTry: null,
      certified: false,
      approved: false,
      waived: false,
    });
  });

  it('is refused where every row was', () => {
    const progress = progressOf(LONER, standing(refusedReturn(), { state: 'non_repondant' }));
    expect(progress).toMatchObject({ situation: 'refuse', tries: 1, lastTry: sourceOf(), toChase: true });
  });

  it('is not computed for reasons', () => {
    expect(progressOf(LONER, standing(returnOf(), NOT_COMPUTED))).toMatchObject({
      situation: 'non-calcule',
      reasons: ['comptes-non-clos', 'budget-nul'],
      toChase: true,
    });
  });

  it('has deposited nothing as long as there are acts alone, and is not chased once waived', () => {
    const state = foldEntries([actEntry('a', { kind: 'dispense', by: 'ars' })], LATEST_RULE_SET);
    expect(progressOf(LONER, standing(state, { state: 'non_repondant' }))).toMatchObject({
      situation: 'jamais-depose',
      waived: true,
      toChase: false,
      tries: 0,
    });
  });

  it('tells a certification and a visa of what stands', () => {
    const entries = [
      entryOf('a', valuesOf()),
      actEntry('b', { kind: 'certification' }),
      actEntry('c', { kind: 'visa', by: 'ars' }),
    ];
    const of = (count: number) =>
      progressOf(LONER, standing(foldEntries(entries.slice(0, count), LATEST_RULE_SET), NOT_COMPUTED));
    expect(of(1)).toMatchObject({ certified: false, approved: false });
    expect(of(2)).toMatchObject({ certified: true, approved: false });
    expect(of(3)).toMatchObject({ certified: true, approved: true });
  });
});
