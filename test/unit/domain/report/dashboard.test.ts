import * as fc from 'fast-check';
import { dashboardOf } from '../../../../shared/domain/report/dashboard.ts';
import type { Progress } from '../../../../shared/domain/report/progress.ts';
import { day } from '../../../builders/entry.ts';

const DEADLINE = { deadline: day('2026-06-30') };
const BEFORE = day('2026-06-30');
const AFTER = day('2026-07-01');
const SITUATIONS = ['jamais-depose', 'refuse', 'non-calcule', 'calcule'] as const;

function progress(situation: Progress['situation'], waived = false): Progress {
  return {
    situation,
    waived,
    toChase: situation !== 'calcule' && !waived,
    reasons: [],
    tries: 0,
    lastTry: null,
    certified: false,
    approved: false,
  };
}

describe('the dashboard of a region', () => {
  it('counts each declarant under what is true of it', () => {
    const declarants = [
      progress('jamais-depose'),
      progress('jamais-depose', true),
      progress('refuse'),
      progress('non-calcule'),
      progress('non-calcule', true),
      progress('calcule'),
      progress('calcule', true),
    ];
    expect(dashboardOf(declarants, DEADLINE, AFTER)).toEqual({
      expected: 7,
      received: 4,
      refused: 1,
      computed: 2,
      late: 3,
      toChase: 3,
      waived: 3,
      coverage: { numerator: 2n, denominator: 7n },
    });
  });

  it('has nobody late on the day of the deadline, and whoever is to be chased on the next', () => {
    const declarants = [progress('refuse'), progress('non-calcule', true), progress('calcule')];
    expect(dashboardOf(declarants, DEADLINE, BEFORE)).toMatchObject({ late: 0, toChase: 1 });
    expect(dashboardOf(declarants, DEADLINE, AFTER)).toMatchObject({ late: 1, toChase: 1 });
  });

  it('has no coverage where nobody is expected', () => {
    expect(dashboardOf([], DEADLINE, AFTER)).toMatchObject({ expected: 0, late: 0, coverage: null });
  });

  it('puts every declarant in one situation, and chases no more than have no figures', () => {
    const any = fc.record({ situation: fc.constantFrom(...SITUATIONS), waived: fc.boolean() });
    fc.assert(
      fc.property(fc.array(any), (all) => {
        const declarants = all.map(({ situation, waived }) => progress(situation, waived));
        const { expected, received, refused, computed, toChase } = dashboardOf(declarants, DEADLINE, AFTER);
        const silent = all.filter(({ situation }) => situation === 'jamais-depose').length;
        expect(silent + refused + received).toBe(expected);
        expect(toChase).toBeLessThanOrEqual(expected - computed);
      }),
    );
  });
});
