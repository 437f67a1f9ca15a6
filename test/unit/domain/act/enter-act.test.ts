import { enterAct } from '../../../../shared/domain/act/enter-act.ts';
import { NO_VALUES } from '../../../../shared/domain/deposit/columns.ts';
import { actOf } from '../../../builders/act.ts';
import { readingContext } from '../../../builders/declaration.ts';
import { CARRIER, LONER, STRANGER } from '../../../builders/directory.ts';
import { CAMPAIGN, sourceOf, year } from '../../../builders/entry.ts';

const bodies = (finess: typeof LONER) => ({ kind: 'bodies', finess: [finess] }) as const;

describe('an act as an entry', () => {
  it('is one line of its body, gives no value and says who said it', () => {
    const act = actOf({ kind: 'visa', text: 'Vu.' });
    expect(enterAct(act, 'ars', readingContext({ perimeter: bodies(LONER) }))).toEqual({
      kind: 'act',
      issues: [],
      orphans: [],
      entries: [
        {
          campaign: CAMPAIGN,
          finess: LONER,
          source: sourceOf(),
          line: 1,
          sections: [],
          values: NO_VALUES,
          places: {},
          issues: [],
          act: { by: 'ars', kind: 'visa', text: 'Vu.', alert: null, until: null },
        },
      ],
    });
  });

  it.each([
    ['a body that is unknown', actOf({ finess: STRANGER }), bodies(STRANGER), 'FINESS_UNKNOWN'],
    ['a body out of scope', actOf(), bodies(CARRIER), 'FINESS_OUT_OF_SCOPE'],
    ['another campaign', actOf({ campaign: year('2025') }), bodies(LONER), 'CAMPAIGN_MISMATCH'],
  ] as const)('is nobody’s for %s', (_case, act, perimeter, code) => {
    const { entries, orphans } = enterAct(act, 'ars', readingContext({ perimeter }));
    expect(entries).toEqual([]);
    expect(orphans).toMatchObject([{ line: 1, issues: [{ code }] }]);
  });
});
