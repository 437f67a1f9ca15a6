import * as fc from 'fast-check';
import { NO_VALUES, SECTIONS, type Values } from '../../../../shared/domain/deposit/columns.ts';
import { differencesBetween } from '../../../../shared/domain/report/differences.ts';
import { type Details, NO_DETAILS, type StaffLine } from '../../../../shared/domain/return/details.ts';
import { foldEntries, type Return } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { anyJournal } from '../../../builders/any-entry.ts';
import { day, sourceOf } from '../../../builders/entry.ts';

type Stand = Pick<Return, 'values' | 'details' | 'budgetCheck'>;
const stand = (values: Partial<Values> = {}, details: Partial<Details> = {}): Stand => ({
  values: { ...NO_VALUES, ...values },
  details: { ...NO_DETAILS, ...details },
  budgetCheck: null,
});
const between = (before: Stand, after: Stand) =>
  differencesBetween(before, after, [{ code: 'M1', theme: '', label: 'Sauvegardes', highest: 4 }]);
const at = { line: 2 };
const account = (number: string, digital: bigint, label = '') => ({
  nomenclature: 'M21' as const,
  account: number,
  label,
  block: 'general' as const,
  amount: digital,
  digital,
  at,
});
const post = (months: bigint, over: Partial<StaffLine> = {}): StaffLine => ({
  function: 'RSSI',
  type: 'interne',
  quota: 10_000n,
  months,
  count: 100n,
  at,
  ...over,
});

describe('the differences between two stands of a return', () => {
  it('are none where nothing changed', () => {
    const same = stand({ charges_titre1: 1n }, { accounts: [account('615261', 5n)] });
    expect(between(same, same)).toEqual([]);
  });

  it('are by section, in each the greatest change first, whichever way it goes', () => {
    const before = stand({ charges_titre3: 50n, maturite_date: day('2026-02-01'), charges_titre4: 3n });
    const after = stand({ charges_titre1: 1n, charges_titre2: 20n, charges_titre4: 4n, etp_total: 999n });
    expect(
      between({ ...before, details: { ...NO_DETAILS, accounts: [account('6132', 7n)] } }, after).map(
        ({ subject }) => ('column' in subject ? subject.column : subject.kind),
      ),
    ).toEqual([
      'charges_titre3',
      'charges_titre2',
      'charges_titre1',
      'charges_titre4',
      'account',
      'etp_total',
      'maturite_date',
    ]);
  });

  it('have words and days before numbers', () => {
    const before = stand(
      { maturite_date: day('2026-02-01') },
      { measures: [{ measure: 'M1', level: 1, comment: '', at }] },
    );
    const after = stand(
      { maturite_date: day('2026-03-01') },
      { measures: [{ measure: 'M1', level: 4, comment: '', at }] },
    );
    expect(between(before, after).map(({ unit }) => unit)).toEqual(['text', 'level']);
    const directories = [{ directory: 'AD', score: 3, date: null, at }];
    const actions = [{ item: 'silene' as const, value: 'oui', at }];
    expect(between(stand(), stand({}, { directories, actions })).map(({ unit }) => unit)).toEqual([
      'text',
      'level',
    ]);
  });

  it('say how much a number changed, exactly', () => {
    expect(between(stand({ num_general: 12_000_000n }), stand({ num_general: 1_200_000n }))).toMatchObject([
      {
        unit: 'amount',
        before: 12_000_000n,
        after: 1_200_000n,
        change: { numerator: -10_800_000n, denominator: 12_000_000n },
      },
    ]);
  });

  it.each([
    ['a blank', null],
    ['zero', 0n],
    ['less than zero', -5n],
  ])('say no relative change from %s', (_, before) => {
    expect(between(stand({ etp_total: before }), stand({ etp_total: 5n }))).toMatchObject([{ change: null }]);
  });

  it('say no relative change of a level or a score', () => {
    const measured = (level: number) => stand({}, { measures: [{ measure: 'M1', level, comment: '', at }] });
    expect(between(measured(1), measured(3))).toMatchObject([{ before: 1n, after: 3n, change: null }]);
  });

  it('go down to the digital accounts: changed, new and gone', () => {
    const before = stand({}, { accounts: [account('6262', 3n), account('615261', 10n, 'Maintenance')] });
    const after = stand({}, { accounts: [account('615261', 1n, 'Maintenance'), account('6284', 7n)] });
    expect(between(before, after).map(({ subject, before: was, after: is }) => [subject, was, is])).toEqual([
      [{ kind: 'account', account: '615261', label: 'Maintenance' }, 10n, 1n],
      [{ kind: 'account', account: '6284', label: '' }, null, 7n],
      [{ kind: 'account', account: '6262', label: '' }, 3n, null],
    ]);
  });

  it('sum the FTE of a year by function and type', () => {
    const before = stand({}, { staff: [post(600n), post(600n)] });
    const after = stand({}, { staff: [post(300n), post(600n, { type: 'externe' })] });
    expect(between(before, after).map(({ subject, before: was, after: is }) => [subject, was, is])).toEqual([
      [{ kind: 'staff', function: 'RSSI', type: 'interne' }, 100n, 25n],
      [{ kind: 'staff', function: 'RSSI', type: 'externe' }, null, 50n],
    ]);
    expect(between(stand({}, { staff: [post(1_200n)] }), before)).toEqual([]);
  });

  it('go down to measures, with their label, to actions and directories', () => {
    const before = stand({}, { measures: [{ measure: 'm1', level: 1, comment: '', at }] });
    const after = stand(
      {},
      {
        measures: [{ measure: 'M1', level: null, comment: 'sans objet', at }],
        actions: [{ item: 'silene', value: 'oui', at }],
        directories: [{ directory: 'AD', score: 3, date: null, at }],
      },
    );
    expect(between(before, after)).toMatchObject([
      { section: 'maturite', subject: { label: 'Sauvegardes' }, before: 1n, after: 'non applicable' },
      { section: 'actions', subject: { kind: 'action', item: 'silene' }, before: null, after: 'oui' },
      { section: 'actions', subject: { kind: 'directory', directory: 'AD' }, after: 3n },
    ]);
  });

  it('say what is newly known elsewhere of the budget', () => {
    const known = { ...stand(), budgetCheck: { titles: [1n, 2n, 3n, 4n] as const, at, source: sourceOf() } };
    expect(between(stand(), known)).toMatchObject([
      { section: 'budget', subject: { kind: 'known-budget' }, unit: 'amount', before: null, after: 10n },
    ]);
  });

  it('are as many one way as the other, by section, and none of a return with itself', () => {
    fc.assert(
      fc.property(anyJournal, anyJournal, (some, others) => {
        const [before, after] = [foldEntries(some, RULES), foldEntries(others, RULES)];
        const ranks = between(before, after).map(({ section }) => SECTIONS.indexOf(section));
        expect(ranks).toEqual([...ranks].sort());
        expect(between(after, before)).toHaveLength(ranks.length);
        expect(between(before, before)).toEqual([]);
      }),
    );
  });
});
