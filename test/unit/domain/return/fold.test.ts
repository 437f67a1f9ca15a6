import fc from 'fast-check';
import { columnsOf, NO_VALUES, SECTIONS, type Values } from '../../../../shared/domain/deposit/columns.ts';
import type { Issue } from '../../../../shared/domain/issues/issue.ts';
import { NO_DETAILS } from '../../../../shared/domain/return/details.ts';
import { compareEntries, type Entry } from '../../../../shared/domain/return/entry.ts';
import { foldEntries } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { relaxed } from '../../../../shared/domain/rules/severity.ts';
import { actEntry } from '../../../builders/act.ts';
import { day, entryOf, sourceOf } from '../../../builders/entry.ts';

const fold = (...entries: readonly Entry[]) => foldEntries(entries, RULES);
const error: Issue = { code: 'NUMBER_UNREADABLE', at: { line: 2 }, seen: 'x' };
const warning: Issue = { code: 'CLOSURE_DATE_YEAR_END', at: { line: 2 }, seen: '2025-12-31' };

describe('foldEntries', () => {
  it('makes of no entry a return that has not answered', () => {
    expect(fold()).toEqual({
      values: NO_VALUES,
      origins: {},
      sections: {},
      answered: false,
      lastTaken: null,
      lastTry: null,
      tries: 0,
      refusedTries: 0,
      lastRefusal: [],
      judgements: [],
      details: NO_DETAILS,
      budgetCheck: null,
      acts: [],
    });
  });

  it('leaves a section that a row has not, and replaces whole one that it has', () => {
    const { values } = fold(
      entryOf('a', { etp_total: 1_000n, etp_ssi_internes: 100n, num_general: 5n }),
      entryOf('b', { etp_ssi_internes: 200n }),
    );
    expect(values).toEqual({ ...NO_VALUES, etp_ssi_internes: 200n, num_general: 5n });
  });

  it('erases with a blank, even a section of blanks', () => {
    const { values, origins, answered } = fold(
      entryOf('a', { charges_titre1: 10n, charges_titre2: 20n }),
      entryOf('b', {}, { sections: ['budget'] }),
    );
    expect(values).toEqual(NO_VALUES);
    expect(origins).toEqual({});
    expect(answered).toBe(true);
  });

  it('leaves what was in force when a row is refused', () => {
    const state = fold(
      entryOf('a', { num_general: 5n }),
      entryOf('b', { num_general: 7n }, { issues: [error] }),
    );
    expect(state.values.num_general).toBe(5n);
    expect(state).toMatchObject({
      answered: true,
      lastTaken: { fact: 'a' },
      lastTry: { fact: 'b' },
      tries: 2,
      refusedTries: 1,
      lastRefusal: [error],
    });
    expect(state.origins.num_general?.source.fact).toBe('a');
  });

  it('takes a row that is only doubted', () => {
    const state = fold(entryOf('a', { num_general: 5n }, { issues: [warning] }));
    expect(state).toMatchObject({ answered: true, refusedTries: 0, lastRefusal: [] });
    expect(state.judgements).toEqual([{ fact: 'a', line: 2, taken: true, issues: [warning] }]);
  });

  it('has A in force again after A, B, A', () => {
    const a = { num_general: 5n, num_medical: 1n };
    const state = fold(entryOf('1', a), entryOf('2', { num_general: 9n }), entryOf('3', a));
    expect(state.values).toEqual({ ...NO_VALUES, ...a });
    expect(state.tries).toBe(3);
    expect(state.lastTaken?.fact).toBe('3');
  });

  it('orders deposits by fact and rows of a file by line, as numbers', () => {
    const state = fold(
      entryOf('b', { num_general: 3n }, { line: 2 }),
      entryOf('a', { num_general: 2n }, { line: 10 }),
      entryOf('a', { num_general: 1n }, { line: 9 }),
    );
    expect(state.judgements.map(({ fact, line }) => `${fact}${line}`)).toEqual(['a9', 'a10', 'b2']);
    expect(state.values.num_general).toBe(3n);
  });

  it('counts a deposit of two rows once, refused only when both are', () => {
    const bad = { issues: [error] };
    const state = fold(
      entryOf('a', { num_general: 1n }, { line: 2, ...bad }),
      entryOf('a', { num_general: 1n }, { line: 3 }),
      entryOf('b', { num_general: 1n }, { line: 2 }),
      entryOf('b', { num_general: 1n }, { line: 3, ...bad }),
      entryOf('c', { num_general: 1n }, { line: 2, ...bad }),
      entryOf('c', { num_general: 1n }, { line: 3, ...bad }),
    );
    expect(state).toMatchObject({
      tries: 3,
      refusedTries: 1,
      lastTaken: { fact: 'b' },
      lastTry: { fact: 'c' },
    });
  });

  it('forgets the last refusal once a row is taken', () => {
    const refused = entryOf('a', { num_general: 1n }, { issues: [error] });
    expect(fold(refused).lastRefusal).toEqual([error]);
    expect(fold(refused, entryOf('b', { num_general: 1n })).lastRefusal).toEqual([]);
  });
});

describe('a row judged as it would stand', () => {
  it('is refused when its part exceeds the whole in force, at the part', () => {
    const state = fold(entryOf('a', { charges_titre1: 100n }), entryOf('b', { num_personnel: 101n }));
    expect(state.judgements[1]).toEqual({
      fact: 'b',
      line: 2,
      taken: false,
      issues: [
        {
          code: 'PART_OVER_WHOLE',
          at: { line: 2, column: 'num_personnel' },
          seen: '1.01',
          facts: {
            part: 'Charges numériques – personnel',
            whole: 'Titre 1 – Charges de personnel',
            limit: '1.00',
          },
        },
      ],
    });
  });

  it('is refused for its own reason when FTE pooled exceed the internal ones', () => {
    const state = fold(entryOf('a', { etp_ssi_internes: 100n }), entryOf('b', { mutualise_etp_ssi: 101n }));
    expect(state.judgements[1]).toMatchObject({
      taken: false,
      issues: [
        {
          code: 'POOLED_FTE_OVER_INTERNAL',
          at: { column: 'mutualise_etp_ssi' },
          seen: '1.01',
          facts: { whole: 'ETP SSI internes', limit: '1.00' },
        },
      ],
    });
  });

  it('is refused when its whole falls under the part in force, at the whole', () => {
    const state = fold(entryOf('a', { num_personnel: 101n }), entryOf('b', { charges_titre1: 100n }));
    expect(state.judgements[1]).toMatchObject({
      taken: false,
      issues: [{ at: { column: 'charges_titre1' }, seen: '1.01' }],
    });
    expect(state.values.charges_titre1).toBeNull();
  });

  it('is not held against what a refused row said', () => {
    const state = fold(
      entryOf('a', { charges_titre1: 100n }, { issues: [error] }),
      entryOf('b', { num_personnel: 101n }),
    );
    expect(state.values).toEqual({ ...NO_VALUES, num_personnel: 101n });
  });

  it('is not held against what it erases', () => {
    const state = fold(
      entryOf('a', { charges_titre1: 100n, num_personnel: 100n }),
      entryOf('b', { charges_titre2: 50n, num_personnel: 101n }),
    );
    expect(state.judgements[1]?.taken).toBe(true);
  });

  it('sums the four digital lines in force, whoever gave them', () => {
    const lines = { num_personnel: 10n, num_medical: 10n, num_general: 10n, num_amortissement: 10n };
    const pooled = (mutualise_charges: bigint) =>
      fold(entryOf('a', lines), entryOf('b', { mutualise_charges, quote_part_versee: 5n })).judgements[1];
    expect(pooled(35n)?.taken).toBe(true);
    expect(pooled(36n)?.issues).toMatchObject([
      {
        code: 'POOLED_AND_PAID_OVER_DIGITAL',
        at: { column: 'mutualise_charges' },
        seen: '0.41',
        facts: { limit: '0.40' },
      },
    ]);
  });
});

describe('a rule turned down', () => {
  const rules = relaxed(RULES, [
    { code: 'PART_OVER_WHOLE', to: 'warning', from: day('2026-07-15'), reason: 'x' },
    { code: 'PART_OVER_WHOLE', to: 'off', from: day('2026-08-01'), reason: 'y' },
  ]);
  const over = { charges_titre1: 100n, num_personnel: 101n };
  const on = (text: string) =>
    foldEntries([entryOf('a', over, { source: sourceOf('a', { day: day(text) }) })], rules);

  it('refuses the rows of before, takes those of the day and after, and says it of them or not', () => {
    expect(on('2026-07-14')).toMatchObject({ answered: false, refusedTries: 1 });
    expect(on('2026-07-14').lastRefusal).toMatchObject([{ code: 'PART_OVER_WHOLE' }]);
    expect(on('2026-07-15')).toMatchObject({ answered: true, refusedTries: 0, lastRefusal: [] });
    expect(on('2026-07-15').judgements[0]?.issues).toMatchObject([{ code: 'PART_OVER_WHOLE' }]);
    expect(on('2026-08-01').judgements).toEqual([{ fact: 'a', line: 2, taken: true, issues: [] }]);
  });

  it('leaves the others as they are', () => {
    const pooled = entryOf('a', { etp_ssi_internes: 100n, mutualise_etp_ssi: 101n });
    expect(foldEntries([pooled], rules).answered).toBe(false);
  });
});

describe('origins', () => {
  it('follow each section to the row that gave it', () => {
    const { origins } = fold(
      entryOf('a', { etp_total: 9n, etp_ssi_internes: 1n, num_general: 5n }),
      entryOf('b', { etp_ssi_internes: 2n }, { line: 4 }),
    );
    expect(origins).toEqual({
      num_general: { source: sourceOf('a'), at: { line: 2, column: 'num_general' } },
      etp_ssi_internes: { source: sourceOf('b'), at: { line: 4, column: 'etp_ssi_internes' } },
    });
  });
});

describe('the journal', () => {
  const amounts = fc.option(fc.bigInt({ min: 0n, max: 3n }), { nil: null });
  const someEntry = fc
    .record({
      fact: fc.constantFrom('a', 'b', 'c', 'd'),
      line: fc.integer({ min: 2, max: 12 }),
      refused: fc.boolean(),
      sections: fc.subarray([...SECTIONS]),
      charges_titre1: amounts,
      num_personnel: amounts,
      etp_total: amounts,
      etp_ssi_internes: amounts,
    })
    .map(({ fact, line, refused, sections, ...amounts }) => {
      const kept = Object.entries(amounts).filter(([c]) =>
        sections.some((s) => columnsOf(s).some((name) => name === c)),
      );
      return entryOf(fact, Object.fromEntries(kept) as Partial<Values>, {
        line,
        sections,
        issues: refused ? [error] : [],
      });
    });
  const journals = fc.uniqueArray(someEntry, {
    maxLength: 12,
    selector: ({ source, line }) => `${source.fact}#${line}`,
  });

  it('folds to one return in any order and with any repetition', () => {
    const shuffled = journals.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        fc.subarray(entries),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([entries, shuffle, again]) => {
        expect(fold(...shuffle, ...again)).toEqual(fold(...entries));
      }),
    );
  });

  it('leaves in force what a fold of the rows taken alone leaves', () => {
    fc.assert(
      fc.property(journals, (entries) => {
        const state = fold(...entries);
        const taken = new Set(state.judgements.filter((j) => j.taken).map((j) => `${j.fact}#${j.line}`));
        const good = entries.filter(({ source, line }) => taken.has(`${source.fact}#${line}`));
        const again = fold(...good);
        expect(again.values).toEqual(state.values);
        expect(again.origins).toEqual(state.origins);
        expect(again.lastTaken).toEqual(state.lastTaken);
        expect(again.refusedTries).toBe(0);
      }),
    );
  });

  it('agrees with a fold written naively, section by section', () => {
    fc.assert(
      fc.property(journals, (entries) => {
        const values: Record<string, unknown> = { ...NO_VALUES };
        for (const entry of [...entries].sort(compareEntries)) {
          const next: Record<string, unknown> = { ...values };
          for (const section of entry.sections) {
            for (const column of columnsOf(section)) next[column] = entry.values[column];
          }
          const over = (part: unknown, whole: unknown) =>
            typeof part === 'bigint' && typeof whole === 'bigint' && part > whole;
          const refused =
            entry.issues.length > 0 ||
            over(next['num_personnel'], next['charges_titre1']) ||
            over(next['etp_ssi_internes'], next['etp_total']);
          if (!refused) Object.assign(values, next);
        }
        expect(fold(...entries).values).toEqual(values);
      }),
    );
  });

  it('never holds a part over its whole', () => {
    fc.assert(
      fc.property(journals, (entries) => {
        const { values } = fold(...entries);
        for (const { part, whole } of RULES.parts) {
          const [small, large] = [values[part], values[whole]];
          if (small !== null && large !== null) expect(small <= large).toBe(true);
        }
      }),
    );
  });
});

describe('acts', () => {
  const visa = actEntry('c', { kind: 'visa', by: 'ars', text: 'Vu.' });

  it('are taken as they are, and kept in the order of the journal', () => {
    const { acts, judgements } = fold(visa, actEntry('b'), entryOf('a', { num_general: 5n }));
    expect(acts).toEqual([
      {
        fact: 'b',
        day: '2026-07-15',
        by: 'etablissement',
        kind: 'certification',
        text: '',
        alert: null,
        until: null,
      },
      { fact: 'c', day: '2026-07-15', by: 'ars', kind: 'visa', text: 'Vu.', alert: null, until: null },
    ]);
    expect(judgements).toEqual([
      { fact: 'a', line: 2, taken: true, issues: [] },
      { fact: 'b', line: 1, taken: true, issues: [] },
      { fact: 'c', line: 1, taken: true, issues: [] },
    ]);
  });

  it('are taken even on a return that is not good as it stands', () => {
    const over = entryOf('a', { charges_titre3: 1n, num_general: 5n });
    expect(fold(over, visa).judgements.map(({ taken }) => taken)).toEqual([false, true]);
  });

  it('are no try, change no value, and hide no refusal', () => {
    const rows = fc.subarray([
      entryOf('a', { num_general: 5n }),
      entryOf('d', { num_general: 7n }, { issues: [error] }),
      entryOf('f', { etp_total: 1_000n }),
    ]);
    const spoken = fc.subarray([actEntry('b'), visa, actEntry('e', { kind: 'retour' }), actEntry('g')]);
    fc.assert(
      fc.property(rows, spoken, (given, said) => {
        const { acts, judgements, ...state } = fold(...said, ...given);
        const { acts: none, judgements: own, ...without } = fold(...given);
        expect(state).toEqual(without);
        expect(none).toEqual([]);
        expect(acts).toHaveLength(said.length);
        expect(judgements.filter(({ fact }) => own.some((other) => other.fact === fact))).toEqual(own);
      }),
    );
  });
});
