import { computeFigures } from '../../../../shared/domain/figures/compute.ts';
import type { Outcome } from '../../../../shared/domain/figures/figures.ts';
import { alertsOn, alertsStandOn } from '../../../../shared/domain/report/alerts-on.ts';
import type { Return } from '../../../../shared/domain/return/fold.ts';
import { LATEST_RULE_SET } from '../../../../shared/domain/rules/rule-sets.ts';
import { relaxed } from '../../../../shared/domain/rules/severity.ts';
import { CARRIER, directory, EXTERNAL, LONER, MEMBER, NEIGHBOUR } from '../../../builders/directory.ts';
import { CAMPAIGN, day, sourceOf } from '../../../builders/entry.ts';
import { returnOf } from '../../../builders/return.ts';

describe('the doubts on a declarant', () => {
  const titles = [200_000_000n, 0n, 0n, 0n] as const;
  const on = (state: Return, outcome: Outcome, rules = LATEST_RULE_SET) =>
    alertsOn(LONER, new Map([[LONER, { state, outcome }]]), {
      campaign: CAMPAIGN,
      directory: directory(),
      rules,
    }).map(({ code }) => code);
  const checked = returnOf({}, { budgetCheck: { titles, at: { line: 4 }, source: sourceOf() } });
  const computed = computeFigures(
    { campaign: CAMPAIGN, finess: LONER, own: checked, carries: false, pools: [] },
    LATEST_RULE_SET,
  );

  it('hold its budget against what another system says of it', () => {
    expect(on(checked, computed)).toEqual(['BUDGET_DISAGREES']);
    expect(on({ ...checked, budgetCheck: null }, computed)).toEqual([]);
  });

  it('are dated by its last deposit taken', () => {
    const rules = relaxed(LATEST_RULE_SET, [
      { code: 'BUDGET_DISAGREES', to: 'off', from: day('2026-07-15'), reason: 'x' },
    ]);
    const takenOn = (text: string) => ({ ...checked, lastTaken: sourceOf('a', { day: day(text) }) });
    expect(on(takenOn('2026-07-14'), computed, rules)).toEqual(['BUDGET_DISAGREES']);
    expect(on(takenOn('2026-07-15'), computed, rules)).toEqual([]);
  });

  it('are none where it has no figures', () => {
    expect(on({ ...checked, answered: false }, { state: 'non_repondant' })).toEqual([]);
  });
});

describe('the bodies on which a declarant’s alerts stand', () => {
  it.each([
    ['of no pool: none', LONER, []],
    ['that carries a pool: its members that are declarants', CARRIER, [MEMBER, NEIGHBOUR]],
    ['of two pools: their carriers', MEMBER, [EXTERNAL, CARRIER]],
  ])('%s', (_which, finess, bodies) => {
    expect(alertsStandOn(finess, directory())).toEqual(bodies);
  });
});
