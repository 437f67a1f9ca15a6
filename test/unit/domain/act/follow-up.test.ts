import type { SaidAct } from '../../../../shared/domain/act/act.ts';
import { followUpOf } from '../../../../shared/domain/act/follow-up.ts';
import type { Entry } from '../../../../shared/domain/return/entry.ts';
import { foldEntries } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 } from '../../../../shared/domain/rules/2026-1.ts';
import { actEntry } from '../../../builders/act.ts';
import { day, entryOf } from '../../../builders/entry.ts';

const follow = (...entries: readonly Entry[]) => followUpOf(foldEntries(entries, RULES_2026_1));
const act = (fact: string, kind: SaidAct['kind'], over: Partial<SaidAct> = {}) =>
  actEntry(fact, { kind, ...over });
const taken = (fact: string) => entryOf(fact, { num_general: 5n });
const refused = (fact: string) =>
  entryOf(fact, {}, { issues: [{ code: 'NUMBER_UNREADABLE', at: {}, seen: 'x' }] });

describe.each([
  ['certification', 'certified'],
  ['visa', 'approved'],
] as const)('a %s', (kind, mark) => {
  it('holds for what was taken before it', () => {
    expect(follow(taken('a'), act('b', kind))[mark]).toBe(true);
  });
  it('holds through a deposit that is refused', () => {
    expect(follow(taken('a'), act('b', kind), refused('c'))[mark]).toBe(true);
  });
  it('falls with a deposit taken after it', () => {
    expect(follow(taken('a'), act('b', kind), taken('c'))[mark]).toBe(false);
  });
  it('falls when the return is sent back', () => {
    expect(follow(taken('a'), act('b', kind), act('c', 'retour'))[mark]).toBe(false);
  });
  it('holds again when it is said again', () => {
    expect(follow(taken('a'), act('b', kind), act('c', 'retour'), act('d', kind))[mark]).toBe(true);
  });
  it('says nothing where nothing was taken', () => {
    expect(follow(act('a', kind))[mark]).toBe(false);
  });
});

describe('the follow-up of a return', () => {
  it('is blank without acts', () => {
    expect(follow(taken('a'))).toEqual({
      certified: false,
      approved: false,
      waived: false,
      reopenedUntil: null,
      justifications: new Map(),
    });
  });

  it('keeps certification and visa apart', () => {
    expect(follow(taken('a'), act('b', 'visa'))).toMatchObject({ certified: false, approved: true });
  });

  it('is waived by a waiver, whatever comes after', () => {
    expect(follow(act('a', 'dispense'), taken('b')).waived).toBe(true);
  });

  it('is reopened to the day of the last reopening, earlier or later than the one before', () => {
    const reopenings = [
      act('a', 'reouverture', { until: day('2027-02-28') }),
      act('b', 'reouverture', { until: day('2027-01-31') }),
    ];
    expect(follow(...reopenings).reopenedUntil).toBe('2027-01-31');
  });

  it('has the last justification of each warning', () => {
    const { justifications } = follow(
      act('a', 'justification', { alert: 'SHARE_HIGH', text: 'première' }),
      act('b', 'justification', { alert: 'SHARE_LOW', text: 'autre' }),
      act('c', 'justification', { alert: 'SHARE_HIGH', text: 'dernière' }),
    );
    expect([...justifications].map(([code, { text, fact }]) => [code, text, fact])).toEqual([
      ['SHARE_HIGH', 'dernière', 'c'],
      ['SHARE_LOW', 'autre', 'b'],
    ]);
  });
});
