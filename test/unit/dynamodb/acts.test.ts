import { readEntry, writeEntry } from '../../../shared/adapters/dynamodb/codecs/entry-item.ts';
import { readReturn, writeReturn } from '../../../shared/adapters/dynamodb/codecs/return-item.ts';
import { StorageFailure } from '../../../shared/application/errors.ts';
import type { ReturnRecord } from '../../../shared/application/ports.ts';
import { foldEntries } from '../../../shared/domain/return/fold.ts';
import { RULES_2026_1 } from '../../../shared/domain/rules/2026-1.ts';
import { actEntry } from '../../builders/act.ts';
import { LONER } from '../../builders/directory.ts';
import { day, entryOf, sourceOf } from '../../builders/entry.ts';

const JUSTIFICATION = actEntry('b', { kind: 'justification', text: 'Un chantier.', alert: 'SHARE_HIGH' });
const REOPENING = actEntry('c', { kind: 'reouverture', by: 'ars', until: day('2027-01-31') });
const ANSWERED = entryOf(
  'd',
  { num_general: 6n },
  {
    justifications: [
      { alert: 'SHARE_HIGH', text: 'Un chantier.', at: { sheet: 'Justifications', cell: 'A5' } },
    ],
  },
);
const BY_ARS = entryOf('a', { num_general: 5n }, { source: sourceOf('a', { by: 'ars' }) });

describe('what is stored', () => {
  it.each([
    ['a justification', JUSTIFICATION],
    ['a reopening', REOPENING],
    ['a row that an agency deposited', BY_ARS],
    ['a row that answers a warning', ANSWERED],
  ])('of %s is read back as it was', (_what, entry) => {
    expect(readEntry(writeEntry(entry))).toEqual(entry);
  });

  it('of a row says nothing of acts, nor of who deposited for itself', () => {
    const text = writeEntry(entryOf('a', { num_general: 5n }));
    expect(text).not.toMatch(/"act"|"by"/);
    expect(readEntry(text)).toEqual(entryOf('a', { num_general: 5n }));
  });

  it('of a return keeps its acts, and who deposited each value', () => {
    const state = foldEntries([BY_ARS, JUSTIFICATION, REOPENING, ANSWERED], RULES_2026_1);
    const record: ReturnRecord = {
      finess: LONER,
      territory: '84',
      inputs: '0'.repeat(64),
      entries: [],
      state,
      outcome: null,
    };
    expect(state.acts.map(({ file }) => file)).toEqual([undefined, undefined, 'd.csv']);
    expect(state.sections).toEqual({ numerique: ANSWERED.source });
    expect(readReturn(writeReturn(record)).state).toEqual(state);
  });

  it.each([
    ['an unknown kind of act', '"kind":"justification"', '"kind":"amnistie"'],
    ['an unknown role', '"by":"etablissement"', '"by":"roi"'],
    ['an unknown warning', '"alert":"SHARE_HIGH"', '"alert":"TOO_BLUE"'],
  ])('with %s is no entry', (_fault, good, bad) => {
    const text = writeEntry(JUSTIFICATION);
    expect(text).toContain(good);
    expect(() => readEntry(text.replace(good, bad))).toThrow(StorageFailure);
  });
});
