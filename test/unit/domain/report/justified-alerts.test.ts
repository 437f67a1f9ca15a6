import type { Alert } from '../../../../shared/domain/figures/alerts.ts';
import { justified } from '../../../../shared/domain/report/justified-alerts.ts';
import { foldEntries } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { actEntry } from '../../../builders/act.ts';
import { LONER } from '../../../builders/directory.ts';
import { entryOf } from '../../../builders/entry.ts';

const alert: Alert = { code: 'SHARE_LOW', finess: LONER, facts: {} };
const answer = (fact: string, text: string) =>
  actEntry(fact, { kind: 'justification', alert: 'SHARE_LOW', text });
const file = (fact: string, text?: string) =>
  entryOf(
    fact,
    { etp_total: 100n },
    text === undefined ? {} : { justifications: [{ alert: 'SHARE_LOW', text, at: { line: 2 } }] },
  );
const shown = (...entries: Parameters<typeof foldEntries>[0]) =>
  justified([alert], foldEntries(entries, RULES))[0];

describe('the justification of an alert', () => {
  it('is the last one given, by an act or in a file', () => {
    expect(shown(answer('a', 'first'), file('b', 'in the file'))?.justification?.text).toBe('in the file');
    expect(shown(file('a', 'in the file'), answer('b', 'by an act'))?.justification?.text).toBe('by an act');
  });

  it('holds whatever was deposited since, and says after which deposit to ask again', () => {
    expect(shown(file('a'), answer('b', 'why'))).toMatchObject({ takenSince: null });
    expect(shown(file('a'), answer('b', 'why'), file('c'))).toMatchObject({
      justification: { text: 'why' },
      takenSince: { fact: 'c' },
    });
    expect(shown(answer('b', 'why'))).toMatchObject({ takenSince: null });
    expect(shown(file('a'), file('b', 'in the last one'))).toMatchObject({ takenSince: null });
  });

  it('is none where it answers another alert, or where the row that holds it is refused', () => {
    const other = actEntry('a', { kind: 'justification', alert: 'SHARE_HIGH', text: 'why' });
    expect(shown(other)?.justification).toBeNull();
    const refused = {
      ...file('a', 'why'),
      issues: [{ code: 'NUMBER_UNREADABLE' as const, at: {}, seen: 'x' }],
    };
    expect(shown(refused)?.justification).toBeNull();
    expect(justified([alert], null)[0]?.justification).toBeNull();
  });

  it('names the file in which it was typed, and none where it is an act', () => {
    expect(shown(file('a', 'in the file'))?.justification).toMatchObject({
      by: 'etablissement',
      file: 'a.csv',
    });
    expect(shown(answer('a', 'by an act'))?.justification).not.toHaveProperty('file');
  });
});
