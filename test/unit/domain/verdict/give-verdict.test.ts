import type { Day } from '../../../../shared/domain/calendar/day.ts';
import type { Reading } from '../../../../shared/domain/deposit/reading.ts';
import type { Issue } from '../../../../shared/domain/issues/issue.ts';
import type { Judgement } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { relaxed } from '../../../../shared/domain/rules/severity.ts';
import { giveVerdict } from '../../../../shared/domain/verdict/give-verdict.ts';
import type { Wording } from '../../../../shared/domain/verdict/verdict.ts';
import { entryOf } from '../../../builders/entry.ts';

const wording: Wording = {
  issue: ({ code, seen }) => ({
    expected: `expected of ${code}`,
    example: '',
    message: `message on ${seen}`,
  }),
  summary: ({ status }, { errors, warnings }) => `${status}: ${errors} errors, ${warnings} warnings`,
};
const error = (line: number, seen = 'x'): Issue => ({
  code: 'NUMBER_UNREADABLE',
  at: { line, column: 'etp_total' },
  seen,
});
const doubt = (line: number): Issue => ({ code: 'CLOSURE_DATE_YEAR_END', at: { line }, seen: '2025-12-31' });
const judged = (line: number, taken: boolean, issues: readonly Issue[] = []): Judgement => ({
  fact: 'fact-1' as Judgement['fact'],
  line,
  taken,
  issues,
});
const DEPOSIT = { file: 'depot/a.csv', sha256: 'f'.repeat(64), day: '2026-06-01' as Day };
const give = (judgements: readonly Judgement[], reading: Partial<Reading> = {}) =>
  giveVerdict(
    DEPOSIT,
    { kind: 'declaration', issues: [], orphans: [], entries: [], ...reading },
    judgements,
    RULES,
    wording,
  );

describe('the status of a file', () => {
  const unknown: Issue = { code: 'COLUMN_UNKNOWN', at: { line: 1 }, seen: 'x' };
  const orphan = { line: 3, issues: [error(3)] };

  it.each([
    ['accepted', 'every row is good', give([judged(2, true), judged(3, true)])],
    ['accepted-with-warnings', 'a row is doubted', give([judged(2, true, [doubt(2)])])],
    ['accepted-with-warnings', 'a column is unknown', give([judged(2, true)], { issues: [unknown] })],
    [
      'accepted-with-warnings',
      'a row is refused and another good',
      give([judged(2, true), judged(3, false, [error(3)])]),
    ],
    [
      'accepted-with-warnings',
      'a row names no body and another is good',
      give([judged(2, true)], { orphans: [orphan] }),
    ],
    ['rejected', 'no row is good', give([judged(2, false, [error(2)])], { orphans: [orphan] })],
    ['rejected', 'it has no row', give([], { issues: [{ code: 'NO_ROW', at: {}, seen: '' }] })],
    [
      'rejected',
      'it cannot be read',
      give([], { kind: 'unknown', issues: [{ code: 'FILE_EMPTY', at: {}, seen: '' }] }),
    ],
  ])('is %s when %s', (status, _, verdict) => {
    expect(verdict.status).toBe(status);
  });

  it('comes with the rows read, taken and refused, those that name no body among them', () => {
    const { rows } = give([judged(2, true), judged(4, false, [error(4)])], { orphans: [orphan] });
    expect(rows).toEqual({ read: 3, accepted: 1, refused: 2 });
  });
});

describe('the summary of a verdict', () => {
  it('is worded on every issue, before merging and cutting', () => {
    const rows = Array.from({ length: 1_500 }, (_, i) =>
      judged(i + 2, false, [error(i + 2, `x${i}`), error(i + 2, 'y'), doubt(i + 2)]),
    );
    const { summary, total, issues } = give(rows);
    expect(summary).toBe('rejected: 3000 errors, 1500 warnings');
    expect(total).toBe(4_500);
    expect(issues).toHaveLength(1_000);
  });
});

describe('the sections of a verdict', () => {
  it('are those of the rows taken, in their order, each once', () => {
    const entries = [
      entryOf('fact-1', { maturite_date: null, charges_titre1: 1n }, { line: 2 }),
      entryOf('fact-1', { charges_titre2: 1n }, { line: 3 }),
      entryOf('fact-1', { etp_total: 1n }, { line: 4 }),
    ];
    expect(give([judged(2, true), judged(3, true), judged(4, false)], { entries }).sections).toEqual([
      'budget',
      'maturite',
    ]);
  });
});

describe('a rule turned down', () => {
  const over = (line: number): Issue => ({ code: 'PART_OVER_WHOLE', at: { line }, seen: '2.00' });
  const unknown: Issue = { code: 'COLUMN_UNKNOWN', at: { line: 1 }, seen: 'x' };
  const on = (to: 'warning' | 'off', from: Day) => {
    const rules = relaxed(RULES, [
      { code: 'PART_OVER_WHOLE', to, from, reason: 'x' },
      { code: 'COLUMN_UNKNOWN', to: 'off', from, reason: 'x' },
    ]);
    const reading = { kind: 'declaration' as const, issues: [unknown], orphans: [], entries: [] };
    return giveVerdict(DEPOSIT, reading, [judged(2, true, [over(2)])], rules, wording);
  };

  it('to a warning is said as one, from its day on', () => {
    expect(on('warning', DEPOSIT.day)).toMatchObject({
      status: 'accepted-with-warnings',
      issues: [{ code: 'PART_OVER_WHOLE', severity: 'warning' }],
      total: 1,
      summary: 'accepted-with-warnings: 0 errors, 1 warnings',
    });
    expect(on('warning', '2026-06-02' as Day).issues).toMatchObject([
      { code: 'COLUMN_UNKNOWN', severity: 'warning' },
      { code: 'PART_OVER_WHOLE', severity: 'error' },
    ]);
  });

  it('off is not said at all', () => {
    expect(on('off', DEPOSIT.day)).toMatchObject({ status: 'accepted', issues: [], total: 0 });
  });
});

describe('the issues of a verdict', () => {
  it('have the severity of the rule set and the words of the wording', () => {
    const { issues, file, sha256, kind } = give([judged(2, false, [doubt(2), error(2)])]);
    expect({ file, sha256, kind }).toEqual({
      file: 'depot/a.csv',
      sha256: 'f'.repeat(64),
      kind: 'declaration',
    });
    expect(issues).toEqual([
      {
        code: 'CLOSURE_DATE_YEAR_END',
        severity: 'warning',
        todo: 'verifier',
        at: { line: 2 },
        seen: '2025-12-31',
        expected: 'expected of CLOSURE_DATE_YEAR_END',
        example: '',
        message: 'message on 2025-12-31',
      },
      {
        code: 'NUMBER_UNREADABLE',
        severity: 'error',
        todo: 'corriger-une-valeur',
        at: { line: 2, column: 'etp_total' },
        seen: 'x',
        expected: 'expected of NUMBER_UNREADABLE',
        example: '',
        message: 'message on x',
      },
    ]);
  });

  it('come in the order of the file, of which those of the whole first, however judged', () => {
    const { issues } = give([judged(9, false, [error(9)]), judged(2, false, [error(2)])], {
      issues: [{ code: 'COLUMN_UNKNOWN', at: { line: 1 }, seen: 'x' }],
      orphans: [{ line: 5, issues: [error(5)] }],
    });
    expect(issues.map(({ at }) => at.line)).toEqual([1, 2, 5, 9]);
  });

  it('are merged when equal neighbours, with the true total', () => {
    const verdict = give([
      judged(2, false, [error(2)]),
      judged(3, false, [error(3)]),
      judged(4, false, [error(4, 'y')]),
    ]);
    expect(verdict.issues.map(({ at, seen }) => [at.line, at.lastLine, seen])).toEqual([
      [2, 3, 'x'],
      [4, undefined, 'y'],
    ]);
    expect(verdict.total).toBe(3);
  });

  it('differ when their facts do', () => {
    const twice = (line: number, first: string): Issue => ({
      code: 'DECLARANT_TWICE_IN_FILE',
      at: { line },
      seen: 'f',
      facts: { first },
    });
    expect(give([judged(3, true, [twice(3, '2')]), judged(4, true, [twice(4, '1')])]).issues).toHaveLength(2);
  });

  it('are 1,000 at most after merging, with the true total', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => judged(i + 2, false, [error(i + 2, `x${i}`)]));
    expect(give(many(999))).toMatchObject({ total: 999, issues: { length: 999 } });
    expect(give(many(1_000))).toMatchObject({ total: 1_000, issues: { length: 1_000 } });
    expect(give(many(1_001))).toMatchObject({ total: 1_001, issues: { length: 1_000 } });
    const equal = Array.from({ length: 5_000 }, (_, i) => judged(i + 2, false, [error(i + 2)]));
    expect(give(equal)).toMatchObject({ total: 5_000, issues: [{ at: { line: 2, lastLine: 5_001 } }] });
  });

  it('show 200 characters of what was read, never half of one', () => {
    const seen = (text: string) => give([judged(2, false, [error(2, text)])]).issues[0]?.seen;
    expect(seen('a'.repeat(200))).toBe('a'.repeat(200));
    expect(seen('a'.repeat(201))).toBe(`${'a'.repeat(200)}…`);
    expect(seen(`${'a'.repeat(199)}😀`)).toBe(`${'a'.repeat(199)}…`);
    expect(seen(`${'a'.repeat(198)}😀b`)).toBe(`${'a'.repeat(198)}😀…`);
  });
});
