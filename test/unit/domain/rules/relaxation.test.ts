import fc from 'fast-check';
import type { Values } from '../../../../shared/domain/deposit/columns.ts';
import { readDeposit } from '../../../../shared/domain/deposit/read-deposit.ts';
import { computeFigures, poolStatementOf } from '../../../../shared/domain/figures/compute.ts';
import { FILE_CODES, type IssueCode, ROW_CODES } from '../../../../shared/domain/issues/codes.ts';
import { foldEntries } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { RELAXABLE_CODES } from '../../../../shared/domain/rules/relaxation.ts';
import { relaxed } from '../../../../shared/domain/rules/severity.ts';
import { declarations, GOOD_ROW, readingContext } from '../../../builders/declaration.ts';
import { CARRIER, GHT, LONER, MEMBER } from '../../../builders/directory.ts';
import { CAMPAIGN, day } from '../../../builders/entry.ts';

/** Every rule that can be turned down is off. */
const ALL_OFF = relaxed(
  RULES,
  RELAXABLE_CODES.map((code) => ({ code, to: 'off', from: day('2026-01-01'), reason: 'x' })),
);

describe('the rules that can be turned down', () => {
  const CODES: readonly IssueCode[] = [...FILE_CODES, ...ROW_CODES];
  const of = (severity: string) => (code: IssueCode) => RULES.severities[code] === severity;

  it('are five refusals', () => {
    expect(RELAXABLE_CODES.filter(of('error'))).toEqual([
      'CLOSURE_WITHOUT_DATE',
      'CLOSURE_DATE_TOO_EARLY',
      'PART_OVER_WHOLE',
      'POOLED_BY_NO_CARRIER',
      'DIGITAL_PART_OVER_AMOUNT',
    ]);
  });

  it('are every warning but those that something of the file is not counted', () => {
    const kept = CODES.filter(of('warning')).filter((code) => !RELAXABLE_CODES.some((one) => one === code));
    expect(kept).toEqual(['SHEET_IGNORED', 'ACCOUNTS_UNKNOWN', 'DIGITAL_PART_MISSING', 'EXTRACT_ROW_TWICE']);
  });
});

describe('with every one of them off', () => {
  const amount = fc.integer({ min: 0, max: 40 }).map(String);
  const rows = fc.record({
    finess: fc.constantFrom(CARRIER, MEMBER, LONER),
    cloture: fc.constantFrom('definitive', ''),
    date_cloture: fc.constantFrom('2026-05-20', '2024-01-01', '2025-12-31', ''),
    charges_titre1: amount,
    num_personnel: amount,
    num_medical: amount,
    num_general: amount,
    num_amortissement: amount,
    mutualise_charges: fc.constantFrom('', '0', '7', '30'),
    mutualise_etp_ssi: fc.constantFrom('', '0', '3', '30'),
    quote_part_versee: fc.constantFrom('', '0', '5', '30'),
    etp_ssi_internes: amount,
    etp_total: amount,
  });
  const stateOf = (row: Readonly<Record<string, string>>, rules = ALL_OFF) => {
    const content = declarations({ ...GOOD_ROW, ...row });
    const { entries } = readDeposit({ kind: 'delimited', content }, readingContext());
    return foldEntries(entries, rules);
  };

  it('a row is taken that any of them refused', () => {
    const wrong = [
      { date_cloture: '' },
      { date_cloture: '2024-01-01' },
      { charges_titre1: '1' },
      { mutualise_charges: '5' },
    ];
    for (const row of wrong) {
      expect(stateOf(row, RULES).answered).toBe(false);
      expect(stateOf(row).answered).toBe(true);
    }
  });

  it('no figure is negative, and a pool is shared out to the cent', () => {
    let computed = 0;
    fc.assert(
      fc.property(rows, (row) => {
        const own = stateOf(row);
        const carries = row.finess === CARRIER;
        const pools = carries ? [{ group: GHT, carrier: poolStatementOf(own) }] : [];
        const input = { campaign: CAMPAIGN, finess: row.finess, own, carries, pools };
        const outcome = computeFigures(input, ALL_OFF);
        if (outcome.state !== 'calcule') return;
        computed++;
        const { figures } = outcome;
        expect(figures.retainedDigital >= 0n).toBe(true);
        expect(figures.retainedSsiFte >= 0n).toBe(true);
        expect(figures.contributions === 0n || row.finess === MEMBER || carries).toBe(true);
        expect(figures.carriedDigital).toBe(carries ? own.values.mutualise_charges : 0n);
      }),
      { numRuns: 300 },
    );
    expect(computed).toBeGreaterThan(30);
  });

  it('what is pooled by no carrier stays in its own expenses', () => {
    const own = stateOf({ mutualise_charges: '5', mutualise_etp_ssi: '1' });
    const values: Partial<Values> = { mutualise_charges: 500n, mutualise_etp_ssi: 100n };
    expect(own.values).toMatchObject(values);
    const input = { campaign: CAMPAIGN, finess: LONER, own, carries: false, pools: [] };
    const outcome = computeFigures(input, ALL_OFF);
    expect(outcome).toMatchObject({
      state: 'calcule',
      figures: { ownDigital: 2_000_000n, retainedDigital: 2_000_000n, retainedSsiFte: 250n },
    });
  });
});
