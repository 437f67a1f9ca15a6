import type { ReferenceSet } from '../../../../shared/domain/declarant/reference-set.ts';
import type { Values } from '../../../../shared/domain/deposit/columns.ts';
import { type AlertInput, alertsOf } from '../../../../shared/domain/figures/alerts.ts';
import type { Figures } from '../../../../shared/domain/figures/figures.ts';
import type { Finess } from '../../../../shared/domain/finess/finess.ts';
import { ratio } from '../../../../shared/domain/numbers/ratio.ts';
import type { BudgetCheck } from '../../../../shared/domain/return/entry.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import type { RuleSet } from '../../../../shared/domain/rules/rule-set.ts';
import { ALERT_WORDINGS } from '../../../../shared/messages/alerts.ts';
import {
  CARRIER,
  directory,
  EXTERNAL,
  GCS,
  GHT,
  LONER,
  MEMBER,
  membersOf,
  NEIGHBOUR,
  OUTSIDER,
  pastFigures,
} from '../../../builders/directory.ts';
import { day } from '../../../builders/entry.ts';
import { valuesOf } from '../../../builders/return.ts';

/** 2 % of one million euros, 2.5 FTE: nothing to doubt. */
function figuresOf(over: Partial<Figures> = {}): Figures {
  const totalExpenses = over.totalExpenses ?? 100_000_000n;
  const retainedDigital = over.retainedDigital ?? totalExpenses / 50n;
  return {
    totalExpenses,
    ownDigital: retainedDigital,
    carriedDigital: 0n,
    contributions: 0n,
    allocatedDigital: 0n,
    retainedDigital,
    digitalShare: ratio(retainedDigital, totalExpenses),
    investmentShare: null,
    ownSsiFte: 250n,
    carriedSsiFte: 0n,
    allocatedSsiFte: 0n,
    retainedSsiFte: 250n,
    externalSsiFte: null,
    shares: [],
    ...over,
  };
}

function alerts(over: Partial<AlertInput> = {}, rules: RuleSet = RULES) {
  return alertsOf(
    {
      finess: LONER,
      day: day('2026-07-15'),
      figures: figuresOf(),
      values: valuesOf(),
      previous: null,
      breaks: [],
      declared: () => null,
      directory: directory(),
      budgetCheck: null,
      ...over,
    },
    rules,
  );
}
const codes = (over: Partial<AlertInput> = {}, rules?: RuleSet) =>
  alerts(over, rules).map(({ code }) => code);
const declaring = (values: ReadonlyMap<Finess, Partial<Values>>) => (finess: Finess) => {
  const found = values.get(finess);
  return found ? valuesOf(found) : null;
};

describe('a digital share', () => {
  const share = (retainedDigital: bigint) =>
    codes({ figures: figuresOf({ totalExpenses: 1_000_000_000n, retainedDigital }) });

  it('is doubted below 0.3 %, not on it', () => {
    expect(share(2_999_999n)).toEqual(['SHARE_LOW']);
    expect(share(3_000_000n)).toEqual([]);
    expect(share(3_000_001n)).toEqual([]);
  });

  it('is doubted above 5 %, not on it', () => {
    expect(share(49_999_999n)).toEqual([]);
    expect(share(50_000_000n)).toEqual([]);
    expect(share(50_000_001n)).toEqual(['SHARE_HIGH']);
  });

  it('is shown beside its limit as French readers write it', () => {
    const figures = figuresOf({ totalExpenses: 10_000n, retainedDigital: 1_234n });
    expect(alerts({ figures })).toEqual([
      { code: 'SHARE_HIGH', finess: LONER, facts: { part: '12,34 %', seuil: '5,00 %' } },
    ]);
  });
});

describe('a body without SSI FTE', () => {
  const without = (totalExpenses: bigint, retainedSsiFte = 0n) =>
    codes({ figures: figuresOf({ totalExpenses, retainedSsiFte }) });

  it('is doubted with a budget above 20 M€, not on it', () => {
    expect(without(1_999_999_999n)).toEqual([]);
    expect(without(2_000_000_000n)).toEqual([]);
    expect(without(2_000_000_001n)).toEqual(['SSI_FTE_ZERO']);
    expect(without(2_000_000_001n, 1n)).toEqual([]);
  });

  it('is shown its budget in euros', () => {
    expect(
      alerts({ figures: figuresOf({ totalExpenses: 123_456_789_012n, retainedSsiFte: 0n }) })[0]?.facts,
    ).toEqual({
      budget: '1\u202f234\u202f567\u202f890,12 €',
      seuil: '20\u202f000\u202f000,00 €',
    });
  });
});

describe('a change on N-1', () => {
  // 2 % before
  const changed = (retainedDigital: bigint) =>
    codes({ figures: figuresOf({ retainedDigital }), previous: pastFigures(LONER) });

  it('is doubted beyond one half either way, not on it', () => {
    expect(changed(3_000_000n)).toEqual([]);
    expect(changed(3_000_001n)).toEqual(['CHANGE_ON_PREVIOUS_YEAR']);
    expect(changed(1_000_000n)).toEqual([]);
    expect(changed(999_999n)).toEqual(['CHANGE_ON_PREVIOUS_YEAR']);
  });

  it('is that of the share, not of the amounts', () => {
    const figures = figuresOf({ totalExpenses: 400_000_000n, retainedDigital: 8_000_000n });
    expect(codes({ figures, previous: pastFigures(LONER) })).toEqual([]);
  });

  it('is shown with its sign', () => {
    const facts = (retainedDigital: bigint) =>
      alerts({ figures: figuresOf({ retainedDigital }), previous: pastFigures(LONER) })[0]?.facts;
    expect(facts(4_000_000n)).toEqual({
      avant: '2,00 %',
      maintenant: '4,00 %',
      variation: '100,00 %',
      seuil: '50,00 %',
    });
    expect(facts(500_000n)).toMatchObject({ variation: '-75,00 %' });
  });

  it('says why the two may not compare, where they may not', () => {
    const figures = figuresOf({ retainedDigital: 4_000_000n });
    const [alert] = alerts({ figures, previous: pastFigures(LONER), breaks: ['fusion', 'regles'] });
    expect(alert?.facts['rupture']).toBe('fusion ; autres règles');
    const sentence = (rupture: string) =>
      ALERT_WORDINGS.CHANGE_ON_PREVIOUS_YEAR.sentence({ ...alert?.facts, rupture });
    expect(sentence('fusion ; autres règles')).toMatch(
      / : en donner la raison\. Les deux campagnes .+ : fusion ; autres règles\.$/,
    );
    expect(sentence('')).toMatch(/ : en donner la raison\.$/);
  });

  it('is not looked for where N-1 has no share', () => {
    for (const over of [{ totalExpenses: 0n }, { retainedDigital: 0n }])
      expect(
        codes({ previous: pastFigures(LONER, over), figures: figuresOf({ retainedDigital: 4_000_000n }) }),
      ).toEqual([]);
  });
});

describe('contributions and what the carrier charged back', () => {
  const alone = directory({ groups: [GHT] });
  const disagree = (
    charged: bigint | null,
    paid: ReadonlyMap<Finess, Partial<Values>>,
    over: Partial<ReferenceSet> = { groups: [GHT] },
    rules?: RuleSet,
  ) =>
    codes(
      {
        finess: CARRIER,
        values: valuesOf({ quotes_parts_refacturees: charged }),
        declared: declaring(paid),
        directory: directory(over),
      },
      rules,
    );
  const paid = new Map([
    [MEMBER, { quote_part_versee: 700n }],
    [NEIGHBOUR, { quote_part_versee: 300n }],
  ]);

  it('are doubted one cent apart, either way, and not when equal', () => {
    expect(disagree(1_000n, paid)).toEqual([]);
    expect(disagree(999n, paid)).toEqual(['CONTRIBUTIONS_DISAGREE']);
    expect(disagree(1_001n, paid)).toEqual(['CONTRIBUTIONS_DISAGREE']);
  });

  it('may differ by as much as the rule set says', () => {
    const CONTRIBUTIONS_DISAGREE = { ...RULES.alerts.CONTRIBUTIONS_DISAGREE, limit: 10n };
    const lenient = { ...RULES, alerts: { ...RULES.alerts, CONTRIBUTIONS_DISAGREE } };
    expect(disagree(990n, paid, { groups: [GHT] }, lenient)).toEqual([]);
    expect(disagree(1_011n, paid, { groups: [GHT] }, lenient)).toEqual(['CONTRIBUTIONS_DISAGREE']);
  });

  it('are not compared while a member is silent or pays into another pool, or the carrier says nothing', () => {
    expect(disagree(1n, new Map([[MEMBER, { quote_part_versee: 700n }]]))).toEqual([]);
    expect(disagree(1n, paid, { groups: [GCS, GHT] })).toEqual([]);
    expect(disagree(null, paid)).toEqual([]);
  });

  it('count neither the carrier nor a member that is no declarant, and a blank as zero', () => {
    const strange = new Map<Finess, Partial<Values>>([
      ...paid,
      [CARRIER, { quote_part_versee: 9n }],
      [OUTSIDER, { quote_part_versee: 9n }],
      [NEIGHBOUR, { quote_part_versee: null }],
    ]);
    expect(disagree(700n, strange)).toEqual([]);
  });

  it('show both sums', () => {
    const found = alerts({
      finess: CARRIER,
      values: valuesOf({ quotes_parts_refacturees: 100_000n }),
      declared: declaring(paid),
      directory: alone,
    });
    expect(found[0]?.facts).toEqual({
      groupe: 'GHT des Dombes',
      verse: '10,00 €',
      refacture: '1\u202f000,00 €',
    });
  });
});

describe('external FTE', () => {
  const external = (externalSsiFte: bigint | null, ownSsiFte = 100n) =>
    codes({ figures: figuresOf({ externalSsiFte, ownSsiFte }) });

  it('are doubted above ten times the internal, not on it', () => {
    expect(external(999n)).toEqual([]);
    expect(external(1_000n)).toEqual([]);
    expect(external(1_001n)).toEqual(['EXTERNAL_FTE_HIGH']);
    expect(external(1n, 0n)).toEqual(['EXTERNAL_FTE_HIGH']);
    expect(external(0n, 0n)).toEqual([]);
    expect(external(null, 0n)).toEqual([]);
  });
});

describe('a contribution to a pool that the carrier puts at zero', () => {
  const paying = (
    contributions: bigint,
    carriers: ReadonlyMap<Finess, Partial<Values>>,
    over: Partial<AlertInput> = {},
    rules?: RuleSet,
  ) =>
    codes(
      { finess: MEMBER, figures: figuresOf({ contributions }), declared: declaring(carriers), ...over },
      rules,
    );
  const zero = { mutualise_charges: 0n };

  it('is doubted from the first cent', () => {
    const carriers = new Map([
      [CARRIER, zero],
      [EXTERNAL, zero],
    ]);
    expect(paying(1n, carriers)).toEqual(['CONTRIBUTION_TO_EMPTY_POOL']);
    expect(paying(0n, carriers)).toEqual([]);
    const CONTRIBUTION_TO_EMPTY_POOL = { ...RULES.alerts.CONTRIBUTION_TO_EMPTY_POOL, limit: 1n };
    expect(
      paying(1n, carriers, {}, { ...RULES, alerts: { ...RULES.alerts, CONTRIBUTION_TO_EMPTY_POOL } }),
    ).toEqual([]);
  });

  it('is not while one of its carriers pools something or says nothing', () => {
    const beside = (other: Partial<Values>) =>
      paying(
        1n,
        new Map<Finess, Partial<Values>>([
          [CARRIER, zero],
          [EXTERNAL, other],
        ]),
      );
    expect(beside({ mutualise_charges: 1n })).toEqual([]);
    expect(beside({ mutualise_charges: null })).toEqual([]);
    expect(paying(1n, new Map([[CARRIER, zero]]))).toEqual([]);
  });

  it('is not looked for where it carries the only pool itself, or has none', () => {
    const carriers = new Map([[CARRIER, zero]]);
    expect(paying(1n, carriers, { finess: CARRIER })).toEqual([]);
    expect(paying(1n, carriers, { finess: LONER })).toEqual([]);
  });
});

describe('a budget that another system knows', () => {
  /** A million euros declared. */
  const known = (...titles: BudgetCheck['titles']) => alerts({ budgetCheck: { titles, at: { line: 2 } } });

  it('is doubted from more than one per cent of it, above or below, not on it', () => {
    const declaring = (totalExpenses: bigint) =>
      codes({
        figures: figuresOf({ totalExpenses }),
        budgetCheck: { titles: [60_000_000n, 40_000_000n, 0n, 0n], at: { line: 2 } },
      });
    expect(declaring(99_000_000n)).toEqual([]);
    expect(declaring(98_999_999n)).toEqual(['BUDGET_DISAGREES']);
    expect(declaring(101_000_000n)).toEqual([]);
    expect(declaring(101_000_001n)).toEqual(['BUDGET_DISAGREES']);
  });

  it('is the sum of its four titles, and is shown with the gap', () => {
    expect(known(100_000_000n, 10_000_000n, 10_000_000n, 5_000_000n)).toEqual([
      {
        code: 'BUDGET_DISAGREES',
        finess: LONER,
        facts: {
          declare: '1\u202f000\u202f000,00 €',
          connu: '1\u202f250\u202f000,00 €',
          ecart: '20,00 %',
        },
      },
    ]);
  });

  it('is shown with a gap in euros where it is zero', () => {
    expect(known(0n, 0n, 0n, 0n)[0]?.facts).toMatchObject({ ecart: '1\u202f000\u202f000,00 €' });
  });

  it('is not doubted where no other system knows it', () => {
    expect(alerts()).toEqual([]);
  });
});

it('lists every doubt in the order of the codes', () => {
  const figures = figuresOf({
    totalExpenses: 10_000_000_000n,
    retainedDigital: 1n,
    retainedSsiFte: 0n,
    externalSsiFte: 9_999n,
    contributions: 5n,
  });
  const group = { ...GHT, members: membersOf([[CARRIER, 1]]) };
  const other = { ...GCS, members: membersOf([[CARRIER, 1]]) };
  expect(
    codes({
      finess: CARRIER,
      figures,
      values: valuesOf({ quotes_parts_refacturees: 1n }),
      previous: pastFigures(CARRIER),
      declared: declaring(new Map([[EXTERNAL, { mutualise_charges: 0n }]])),
      directory: directory({ groups: [other, group] }),
      budgetCheck: { titles: [1n, 0n, 0n, 0n], at: {} },
    }),
  ).toEqual([
    'SHARE_LOW',
    'SSI_FTE_ZERO',
    'CHANGE_ON_PREVIOUS_YEAR',
    'CONTRIBUTIONS_DISAGREE',
    'EXTERNAL_FTE_HIGH',
    'CONTRIBUTION_TO_EMPTY_POOL',
    'BUDGET_DISAGREES',
  ]);
});
