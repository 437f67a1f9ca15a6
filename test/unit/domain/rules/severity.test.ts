import fc from 'fast-check';
import { writeDay } from '../../../../shared/domain/calendar/day.ts';
import { ALERT_CODES } from '../../../../shared/domain/figures/alert-codes.ts';
import { FILE_CODES, ROW_CODES } from '../../../../shared/domain/issues/codes.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import {
  RELAXABLE_CODES,
  type RelaxableCode,
  type Relaxation,
} from '../../../../shared/domain/rules/relaxation.ts';
import { isRaised, relaxed, severityOf } from '../../../../shared/domain/rules/severity.ts';
import { day } from '../../../builders/entry.ts';

const CODES = [...FILE_CODES, ...ROW_CODES];
const days = fc.integer({ min: 1, max: 28 }).map((of) => writeDay(2026, 3, of));
const relaxations: fc.Arbitrary<readonly Extract<Relaxation, { code: RelaxableCode }>[]> = fc
  .array(
    fc.record({
      code: fc.constantFrom(...RELAXABLE_CODES),
      to: fc.constantFrom('warning' as const, 'off' as const),
      from: days,
      reason: fc.constant('x'),
    }),
    { maxLength: 12 },
  )
  .map((some) => some.sort((a, b) => (a.from < b.from ? -1 : 1)));

describe('the severity of an issue', () => {
  const off = relaxed(RULES, [
    { code: 'PART_OVER_WHOLE', to: 'warning', from: day('2026-03-01'), reason: 'a' },
    { code: 'PART_OVER_WHOLE', to: 'off', from: day('2026-05-01'), reason: 'b' },
    { code: 'PART_OVER_WHOLE', to: 'warning', from: day('2026-07-01'), reason: 'c' },
  ]);

  it.each([
    ['2026-02-28', 'error'],
    ['2026-03-01', 'warning'],
    ['2026-04-30', 'warning'],
    ['2026-05-01', null],
    ['2026-06-30', null],
    ['2026-07-01', 'warning'],
    ['2027-01-01', 'warning'],
  ])('is on %s what the last change says: %s', (on, severity) => {
    expect(severityOf('PART_OVER_WHOLE', day(on), off)).toBe(severity);
  });

  it('is that of the rule set before the first change, and of every other code', () => {
    fc.assert(
      fc.property(relaxations, days, fc.constantFrom(...CODES), (some, on, code) => {
        const changed = some.some((one) => one.code === code && one.from <= on);
        fc.pre(!changed);
        expect(severityOf(code, on, relaxed(RULES, some))).toBe(RULES.severities[code]);
      }),
    );
  });

  it('is never an error once the rule is turned down', () => {
    fc.assert(
      fc.property(relaxations, days, (some, on) => {
        for (const { code, from } of some)
          if (from <= on) expect(severityOf(code, on, relaxed(RULES, some))).not.toBe('error');
      }),
    );
  });
});

describe('a doubt', () => {
  it.each(ALERT_CODES)('is raised on figures of before the day, and no more from it on: %s', (code) => {
    const rules = relaxed(RULES, [{ code, to: 'off', from: day('2026-05-01'), reason: 'x' }]);
    expect(isRaised(code, day('2026-04-30'), rules)).toBe(true);
    expect(isRaised(code, day('2026-05-01'), rules)).toBe(false);
    for (const other of ALERT_CODES)
      if (other !== code) expect(isRaised(other, day('2026-05-01'), rules)).toBe(true);
  });
});
