import * as fc from 'fast-check';
import { SECTIONS } from '../../../../shared/domain/deposit/columns.ts';
import { DETAIL_SECTIONS, type Details, NO_DETAILS } from '../../../../shared/domain/return/details.ts';
import { compareEntries, type Entry } from '../../../../shared/domain/return/entry.ts';
import { foldEntries } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { anyJournal } from '../../../builders/any-entry.ts';
import { entryOf, sourceOf } from '../../../builders/entry.ts';

const fold = (...entries: readonly Entry[]) => foldEntries(entries, RULES);
const LISTS = Object.keys(DETAIL_SECTIONS) as readonly (keyof Details)[];
const refused = { issues: [{ code: 'NUMBER_UNREADABLE' as const, at: {}, seen: 'x' }] };
const audit = (directory: string) => ({
  directories: [{ directory, score: 3, date: null, at: { line: 2 } }],
});
const audited = (fact: string, directory: string, over: Partial<Entry> = {}) =>
  entryOf(fact, {}, { sections: ['actions'], details: audit(directory), ...over });

describe('the lists of a section', () => {
  it('are replaced with it, and stand where a later deposit has it not', () => {
    const later = entryOf('c', { num_general: 5n });
    expect(fold(audited('a', 'AD'), audited('b', 'LDAP'), later).details).toEqual({
      ...NO_DETAILS,
      ...audit('LDAP'),
    });
  });

  it('are erased by a deposit that has the section without them', () => {
    expect(fold(audited('a', 'AD'), audited('b', '', { details: {} })).details).toEqual(NO_DETAILS);
  });

  it('stand where the deposit that would replace them is refused', () => {
    expect(fold(audited('a', 'AD'), audited('b', 'LDAP', refused)).details.directories).toMatchObject([
      { directory: 'AD' },
    ]);
  });
});

describe('where a section comes from', () => {
  it('is the last good deposit that has it, blank or not', () => {
    const { sections } = fold(
      entryOf('a', { num_general: 5n, etp_total: 100n }),
      entryOf('b', {}, { sections: ['numerique'] }),
      entryOf('c', { etp_total: 200n }, refused),
      audited('d', 'AD'),
    );
    expect(sections).toEqual({ numerique: sourceOf('b'), etp: sourceOf('a'), actions: sourceOf('d') });
  });
});

describe('a journal of rows with lists and answers, of checks and acts', () => {
  it('folds to one return in any order and with any repetition', () => {
    const shuffled = anyJournal.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray([...entries], { minLength: entries.length }),
        fc.subarray([...entries]),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([entries, shuffle, again]) => {
        expect(fold(...shuffle, ...again)).toEqual(fold(...entries));
      }),
    );
  });

  it('agrees with what the entries taken say, the last one first', () => {
    fc.assert(
      fc.property(anyJournal, (entries) => {
        const state = fold(...entries);
        const taken = new Set(state.judgements.filter((j) => j.taken).map((j) => `${j.fact}#${j.line}`));
        const good = [...entries]
          .sort(compareEntries)
          .filter(({ source, line }) => taken.has(`${source.fact}#${line}`));
        const rows = good.filter(({ act, check }) => !act && !check);
        for (const section of SECTIONS) {
          const last = rows.findLast(({ sections }) => sections.includes(section));
          expect(state.sections[section]).toEqual(last?.source);
          for (const list of LISTS.filter((one) => DETAIL_SECTIONS[one] === section))
            expect(state.details[list]).toEqual(last?.details?.[list] ?? []);
        }
        const check = good.findLast((entry) => entry.check);
        expect(state.budgetCheck).toEqual(check ? { ...check.check, source: check.source } : null);
        const said = good.flatMap(({ act, justifications = [] }) =>
          (act ? [act] : justifications).map(({ alert, text }) => [alert, text]),
        );
        expect(state.acts.map(({ alert, text }) => [alert, text])).toEqual(said);
      }),
    );
  });
});
