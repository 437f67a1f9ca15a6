import { NO_VALUES } from '../../../../shared/domain/deposit/columns.ts';
import { chaseLine } from '../../../../shared/domain/report/chase-line.ts';
import { progressOf } from '../../../../shared/domain/report/progress.ts';
import type { BudgetCheck, Entry } from '../../../../shared/domain/return/entry.ts';
import { foldEntries } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { actEntry } from '../../../builders/act.ts';
import { declarantOf, directory, LONER } from '../../../builders/directory.ts';
import { entryOf } from '../../../builders/entry.ts';
import { valuesOf } from '../../../builders/return.ts';

const TITLES: BudgetCheck['titles'] = [1n, 2n, 3n, 4n];
const checkOf = (fact: string, first: bigint, over: Partial<Entry> = {}) =>
  entryOf(fact, {}, { check: { titles: [first, 2n, 3n, 4n], at: { line: 2 } }, ...over });
const fold = (...entries: readonly Entry[]) => foldEntries(entries, RULES);

describe('what another system says of a budget', () => {
  it('is no try, no answer and no value: who deposited nothing else has deposited nothing', () => {
    const state = fold(checkOf('a', 1n));
    expect(state).toMatchObject({
      values: NO_VALUES,
      answered: false,
      lastTaken: null,
      lastTry: null,
      tries: 0,
      judgements: [{ fact: 'a', taken: true }],
      budgetCheck: { titles: TITLES, source: { fact: 'a' } },
    });
    const standing = new Map([[LONER, { state, outcome: { state: 'non_repondant' as const } }]]);
    expect(progressOf(LONER, standing)).toMatchObject({
      situation: 'jamais-depose',
      toChase: true,
      tries: 0,
    });
    expect(chaseLine(declarantOf(LONER), directory(), standing, RULES)).toMatchObject({
      situation: 'jamais-depose',
      tries: 0,
      lastTry: null,
    });
  });

  it('is the last that was said, whatever the order in which it came', () => {
    const [first, last] = [checkOf('a', 1n), checkOf('b', 9n)];
    for (const entries of [
      [first, last],
      [last, first],
    ])
      expect(fold(...entries).budgetCheck).toMatchObject({ titles: [9n, 2n, 3n, 4n], source: { fact: 'b' } });
  });

  it('stands where a later row that says otherwise is refused', () => {
    const refused = checkOf('b', 9n, { issues: [{ code: 'NUMBER_UNREADABLE', at: {}, seen: 'x' }] });
    const state = fold(checkOf('a', 1n), refused);
    expect(state.budgetCheck).toMatchObject({ titles: TITLES });
    expect(state.judgements.map(({ taken }) => taken)).toEqual([true, false]);
    expect(state).toMatchObject({ tries: 0, refusedTries: 0, lastRefusal: [] });
  });

  it('leaves what was declared and certified as it was', () => {
    const declared = entryOf('a', valuesOf());
    const certified = actEntry('b', { kind: 'certification' });
    const before = fold(declared, certified);
    const after = fold(declared, certified, checkOf('c', 1n));
    const { judgements: _, budgetCheck, ...rest } = after;
    const { judgements: __, budgetCheck: none, ...same } = before;
    expect(rest).toEqual(same);
    expect([none, budgetCheck?.titles]).toEqual([null, TITLES]);
    const certifiedIn = (state: typeof after) =>
      progressOf(LONER, new Map([[LONER, { state, outcome: { state: 'non_repondant' as const } }]]))
        .certified;
    expect(certifiedIn(after)).toBe(true);
  });
});
