import { NO_VALUES, type Values } from '../../../../shared/domain/deposit/columns.ts';
import { differencesBetween } from '../../../../shared/domain/report/differences.ts';
import { type Details, NO_DETAILS } from '../../../../shared/domain/return/details.ts';
import { day } from '../../../builders/entry.ts';

const stand = (values: Partial<Values> = {}, details: Partial<Details> = {}) => ({
  values: { ...NO_VALUES, ...values },
  details: { ...NO_DETAILS, ...details },
});
const account = (number: string, digital: bigint, label = '') => ({
  nomenclature: 'M21' as const,
  account: number,
  label,
  block: 'general' as const,
  amount: digital,
  digital,
  at: { line: 2 },
});

describe('the differences between two stands of a return', () => {
  it('are none where nothing changed', () => {
    const same = stand({ charges_titre1: 1n }, { accounts: [account('615261', 5n)] });
    expect(differencesBetween(same, same)).toEqual([]);
  });

  it('are by section, columns in their order', () => {
    const after = stand({ maturite_date: day('2026-03-01'), charges_titre2: 2n, charges_titre1: 1n });
    expect(differencesBetween(stand(), after).map(({ subject }) => subject)).toEqual([
      { kind: 'column', column: 'charges_titre1' },
      { kind: 'column', column: 'charges_titre2' },
      { kind: 'column', column: 'maturite_date' },
    ]);
  });

  it('say how much a number changed, exactly', () => {
    const [difference] = differencesBetween(
      stand({ num_general: 12_000_000n }),
      stand({ num_general: 1_200_000n }),
    );
    expect(difference).toMatchObject({
      unit: 'amount',
      before: 12_000_000n,
      after: 1_200_000n,
      change: { numerator: -10_800_000n, denominator: 12_000_000n },
    });
  });

  it.each([
    ['a blank', null, 5n],
    ['zero', 0n, 5n],
  ])('say no relative change from %s', (_, before, after) => {
    const [difference] = differencesBetween(stand({ etp_total: before }), stand({ etp_total: after }));
    expect(difference?.change).toBeNull();
  });

  it('go down to the digital accounts: changed, new and gone', () => {
    const before = stand({}, { accounts: [account('6262', 3n), account('615261', 10n, 'Maintenance')] });
    const after = stand({}, { accounts: [account('615261', 1n, 'Maintenance'), account('6284', 7n)] });
    expect(
      differencesBetween(before, after).map(({ subject, before: was, after: is }) => [subject, was, is]),
    ).toEqual([
      [{ kind: 'account', account: '615261', label: 'Maintenance' }, 10n, 1n],
      [{ kind: 'account', account: '6262', label: '' }, 3n, null],
      [{ kind: 'account', account: '6284', label: '' }, null, 7n],
    ]);
  });

  it('go down to measures, actions and directories', () => {
    const at = { line: 2 };
    const before = stand({}, { measures: [{ measure: 'M1', level: 1, comment: '', at }] });
    const after = stand(
      {},
      {
        measures: [{ measure: 'M1', level: null, comment: 'sans objet', at }],
        actions: [{ item: 'silene', value: 'oui', at }],
        directories: [{ directory: 'AD', score: 3, date: null, at }],
      },
    );
    expect(differencesBetween(before, after)).toMatchObject([
      { section: 'maturite', before: 1n, after: 'non applicable' },
      { section: 'actions', subject: { kind: 'action', item: 'silene' }, before: null, after: 'oui' },
      { section: 'actions', subject: { kind: 'directory', directory: 'AD' }, after: 3n },
    ]);
  });
});
