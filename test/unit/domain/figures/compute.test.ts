import fc from 'fast-check';
import type { Group } from '../../../../shared/domain/declarant/reference-set.ts';
import type { Values } from '../../../../shared/domain/deposit/columns.ts';
import {
  computeFigures,
  type PoolInput,
  type PoolStatement,
  poolStatementOf,
} from '../../../../shared/domain/figures/compute.ts';
import type { Figures, Outcome } from '../../../../shared/domain/figures/figures.ts';
import { type Finess, withKey } from '../../../../shared/domain/finess/finess.ts';
import { allocate } from '../../../../shared/domain/pool/allocate.ts';
import type { Return } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import {
  CARRIER,
  EXTERNAL,
  GCS,
  GHT,
  LONER,
  MEMBER,
  membersOf,
  NEIGHBOUR,
} from '../../../builders/directory.ts';
import { CAMPAIGN, day } from '../../../builders/entry.ts';
import { refusedReturn, returnOf } from '../../../builders/return.ts';

const CLOSED: PoolStatement = {
  answered: true,
  cloture: 'definitive',
  mutualise_charges: 1_000_000n,
  mutualise_etp_ssi: 100n,
};
const pool = (group: Group, carrier: Partial<PoolStatement> = {}): PoolInput => ({
  group,
  carrier: { ...CLOSED, ...carrier },
});

function compute(
  own: Return,
  over: { finess?: Finess; carries?: boolean; pools?: readonly PoolInput[] } = {},
): Outcome {
  return computeFigures(
    { campaign: CAMPAIGN, finess: LONER, own, carries: false, pools: [], ...over },
    RULES,
  );
}
function figures(outcome: Outcome): Figures {
  if (outcome.state !== 'calcule') throw new Error(`not computed: ${JSON.stringify(outcome)}`);
  return outcome.figures;
}
const reasons = (outcome: Outcome) => (outcome.state === 'non_calcule' ? outcome.reasons : outcome.state);

describe('the state of a declarant', () => {
  it('is non_repondant without a good row, whatever its pools', () => {
    expect(compute(refusedReturn())).toEqual({ state: 'non_repondant' });
    expect(compute(refusedReturn(), { pools: [pool(GHT, { answered: false })] })).toEqual({
      state: 'non_repondant',
    });
  });

  it('is calcule when no reason holds', () => {
    expect(compute(returnOf()).state).toBe('calcule');
  });

  it.each([[null], ['provisoire']] as const)('lacks closed accounts when they are %s', (cloture) => {
    expect(reasons(compute(returnOf({ cloture })))).toEqual(['comptes-non-clos']);
  });

  it('lacks its maturity before 1 January N, not from that day', () => {
    expect(reasons(compute(returnOf({ maturite_date: null })))).toEqual(['maturite-absente']);
    expect(reasons(compute(returnOf({ maturite_date: day('2025-12-31') })))).toEqual(['maturite-absente']);
    expect(compute(returnOf({ maturite_date: day('2026-01-01') })).state).toBe('calcule');
  });

  const required = [
    'charges_titre1',
    'charges_titre2',
    'charges_titre3',
    'charges_titre4',
    'num_personnel',
    'num_medical',
    'num_general',
    'num_amortissement',
    'etp_ssi_internes',
  ] as const;

  it.each(required)('lacks fields without %s', (column) => {
    expect(reasons(compute(returnOf({ [column]: null })))).toEqual(['champs-manquants']);
    expect(compute(returnOf({ [column]: 0n })).state).toBe('calcule');
  });

  it('lacks no other field', () => {
    const optional = {
      emplois_investissement: null,
      num_investissement: null,
      mutualise_charges: null,
      mutualise_etp_ssi: null,
      quote_part_versee: null,
      quotes_parts_refacturees: null,
      etp_total: null,
      etp_ssi_externes: null,
    };
    expect(compute(returnOf(optional)).state).toBe('calcule');
  });

  it.each(['mutualise_charges', 'mutualise_etp_ssi'] as const)(
    'of a carrier lacks fields and leaves its own pool open without %s',
    (column) => {
      const own = returnOf({ mutualise_charges: 0n, mutualise_etp_ssi: 0n, [column]: null });
      const pools = [{ group: GHT, carrier: poolStatementOf(own) }];
      expect(reasons(compute(own, { finess: CARRIER, carries: true, pools }))).toEqual([
        'champs-manquants',
        'mutualisation-non-close',
      ]);
    },
  );

  it('has a zero budget only when the four titles are given', () => {
    const zero = { charges_titre1: 0n, charges_titre2: 0n, charges_titre3: 0n, charges_titre4: 0n };
    expect(reasons(compute(returnOf(zero)))).toEqual(['budget-nul']);
    expect(reasons(compute(returnOf({ ...zero, charges_titre4: null })))).toEqual(['champs-manquants']);
    expect(compute(returnOf({ ...zero, charges_titre4: 1n })).state).toBe('calcule');
  });

  it.each([
    ['has no good row', { answered: false }],
    ['has provisional accounts', { cloture: 'provisoire' }],
    ['does not say whether its accounts are closed', { cloture: null }],
    ['left its pooled charges blank', { mutualise_charges: null }],
    ['left its pooled FTE blank', { mutualise_etp_ssi: null }],
  ] as const)('waits for a pool whose carrier %s', (_, statement) => {
    expect(reasons(compute(returnOf(), { finess: MEMBER, pools: [pool(GHT, statement)] }))).toEqual([
      'mutualisation-non-close',
    ]);
    expect(
      reasons(compute(returnOf(), { finess: MEMBER, pools: [pool(GHT), pool(GCS, statement)] })),
    ).toEqual(['mutualisation-non-close']);
  });

  it('lacks a key when a member of one of its pools has none, or all are zero', () => {
    const unknown = membersOf([
      [MEMBER, 1],
      [NEIGHBOUR, null],
    ]);
    const zero = membersOf([
      [MEMBER, 0],
      [NEIGHBOUR, 0],
    ]);
    for (const members of [unknown, zero]) {
      expect(
        reasons(compute(returnOf(), { finess: MEMBER, pools: [pool({ ...GCS, members }), pool(GHT)] })),
      ).toEqual(['cle-mutualisation-absente']);
    }
  });

  it('lists every reason that holds, in the order of the rules', () => {
    const members = membersOf([[MEMBER, null]]);
    const nothing = { cloture: null, maturite_date: null, etp_ssi_internes: null };
    const zero = { charges_titre1: 0n, charges_titre2: 0n, charges_titre3: 0n, charges_titre4: 0n };
    const open = pool({ ...GCS, members }, { answered: false });
    expect(reasons(compute(returnOf({ ...nothing, ...zero }), { finess: MEMBER, pools: [open] }))).toEqual([
      'comptes-non-clos',
      'maturite-absente',
      'champs-manquants',
      'budget-nul',
      'mutualisation-non-close',
      'cle-mutualisation-absente',
    ]);
  });
});

describe('figures', () => {
  it('of a declarant of no pool are its own', () => {
    const found = figures(compute(returnOf({ etp_ssi_externes: 50n })));
    expect(found).toEqual({
      totalExpenses: 100_000_000n,
      ownDigital: 2_000_000n,
      carriedDigital: 0n,
      contributions: 0n,
      allocatedDigital: 0n,
      retainedDigital: 2_000_000n,
      digitalShare: { numerator: 2_000_000n, denominator: 100_000_000n },
      investmentShare: null,
      ownSsiFte: 250n,
      carriedSsiFte: 0n,
      allocatedSsiFte: 0n,
      retainedSsiFte: 250n,
      externalSsiFte: 50n,
      shares: [],
    });
  });

  it('retain own − carried − contributions + allocated, with a share of each pool', () => {
    const own = returnOf({ quote_part_versee: 300_000n });
    const pools = [pool(GCS, { mutualise_charges: 101n, mutualise_etp_ssi: 3n }), pool(GHT)];
    const found = figures(compute(own, { finess: MEMBER, pools }));
    expect(found).toMatchObject({
      contributions: 300_000n,
      allocatedDigital: 300_051n,
      retainedDigital: 2_000_000n - 300_000n + 300_051n,
      allocatedSsiFte: 32n,
      retainedSsiFte: 282n,
      shares: [
        { group: 'GCS-2', charges: 51n, ssiFte: 2n },
        { group: 'GHT-1', charges: 300_000n, ssiFte: 30n },
      ],
    });
  });

  it('of a carrier give back what it carries and keep its share', () => {
    const own = returnOf({ mutualise_charges: 1_500_000n, mutualise_etp_ssi: 200n });
    const pools = [{ group: GHT, carrier: poolStatementOf(own) }];
    expect(figures(compute(own, { finess: CARRIER, carries: true, pools }))).toMatchObject({
      ownDigital: 2_000_000n,
      carriedDigital: 1_500_000n,
      allocatedDigital: 750_000n,
      retainedDigital: 1_250_000n,
      carriedSsiFte: 200n,
      allocatedSsiFte: 100n,
      retainedSsiFte: 150n,
    });
  });

  it('of an external carrier’s pool give every member its share and nobody the rest', () => {
    const found = [MEMBER, NEIGHBOUR].map((finess) =>
      figures(
        compute(returnOf(), { finess, pools: [pool(GCS, { mutualise_charges: 7n, mutualise_etp_ssi: 0n })] }),
      ),
    );
    expect(GCS.members.some(({ finess }) => finess === EXTERNAL)).toBe(false);
    expect(found.map(({ allocatedDigital }) => allocatedDigital)).toEqual([4n, 3n]);
    expect(found.map(({ carriedDigital }) => carriedDigital)).toEqual([0n, 0n]);
  });

  it('show the investment share where both sides are given and the whole is above zero', () => {
    const share = (num_investissement: bigint | null, emplois_investissement: bigint | null) =>
      figures(compute(returnOf({ num_investissement, emplois_investissement }))).investmentShare;
    expect(share(1n, 4n)).toEqual({ numerator: 1n, denominator: 4n });
    expect(share(0n, 4n)).toEqual({ numerator: 0n, denominator: 4n });
    expect(share(0n, 0n)).toBeNull();
    expect(share(null, 4n)).toBeNull();
    expect(share(1n, null)).toBeNull();
  });

  it('stay exact to the cent beyond what a binary float holds', () => {
    const big = 9_007_199_254_740_993n;
    const own = returnOf({
      charges_titre1: big,
      num_personnel: big,
      mutualise_charges: 1n,
      mutualise_etp_ssi: 0n,
    });
    const statement = { mutualise_charges: big, mutualise_etp_ssi: 0n };
    const found = figures(compute(own, { finess: MEMBER, pools: [pool(GCS, statement)] }));
    expect(found.totalExpenses).toBe(big + 40_000_000n);
    expect(found.retainedDigital).toBe(big + 1_000_000n + 4_503_599_627_370_497n);
  });
});

describe('a pool', () => {
  const bodies = Array.from({ length: 6 }, (_, index) => withKey(String(30_000_000 + index)));
  const [carrier = CARRIER] = bodies;
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const situations = fc.record({
    activities: fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 6, maxLength: 6 })
      .filter((list) => list.some((a) => a > 0n)),
    declarants: fc.integer({ min: 1, max: 6 }),
    general: fc.array(amount, { minLength: 6, maxLength: 6 }),
    paid: fc.array(amount, { minLength: 6, maxLength: 6 }),
    pooled: amount,
    pooledFte: fc.bigInt({ min: 0n, max: 10_000n }),
  });

  it('is conserved: retained of all + shares of the others = own − contributions', () => {
    fc.assert(
      fc.property(situations, ({ activities, declarants, general, paid, pooled, pooledFte }) => {
        const members = bodies.map((finess, index) => ({ finess, activity: activities[index] ?? 0n }));
        const group: Group = { code: 'G', label: 'G', carrier, externalCarrier: false, members };
        const carried: Partial<Values> = { mutualise_charges: pooled, mutualise_etp_ssi: pooledFte };
        const statement = {
          group,
          carrier: { ...CLOSED, mutualise_charges: pooled, mutualise_etp_ssi: pooledFte },
        };
        const found = bodies.slice(0, declarants).map((finess, index) =>
          figures(
            compute(
              returnOf({
                num_general: (general[index] ?? 0n) + pooled + 10n ** 12n,
                etp_ssi_internes: 20_000n,
                quote_part_versee: finess === carrier ? null : (paid[index] ?? null),
                ...(finess === carrier ? carried : {}),
              }),
              { finess, carries: finess === carrier, pools: [statement] },
            ),
          ),
        );
        const sum = (of: (f: Figures) => bigint) => found.reduce((total, f) => total + of(f), 0n);
        const outside = (whole: bigint) =>
          members
            .slice(declarants)
            .reduce((total, { finess }) => total + (allocate(whole, members)?.get(finess) ?? 0n), 0n);
        expect(sum((f) => f.retainedDigital) + outside(pooled)).toBe(
          sum((f) => f.ownDigital - f.contributions),
        );
        expect(sum((f) => f.retainedSsiFte) + outside(pooledFte)).toBe(sum((f) => f.ownSsiFte));
        expect(found.every((f) => f.retainedDigital >= 0n && f.retainedSsiFte >= 0n)).toBe(true);
      }),
    );
  });
});

describe('poolStatementOf', () => {
  it('says of a carrier what its pool needs and nothing else', () => {
    expect(
      poolStatementOf(returnOf({ mutualise_charges: 5n, mutualise_etp_ssi: 0n, num_general: 8n })),
    ).toEqual({
      answered: true,
      cloture: 'definitive',
      mutualise_charges: 5n,
      mutualise_etp_ssi: 0n,
    });
  });
});
