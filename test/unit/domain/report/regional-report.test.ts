import type { ReferenceSet } from '../../../../shared/domain/declarant/reference-set.ts';
import { computeFigures, poolStatementOf } from '../../../../shared/domain/figures/compute.ts';
import { type Finess, withKey } from '../../../../shared/domain/finess/finess.ts';
import { buildRegionalReport, neighboursOf } from '../../../../shared/domain/report/build-regional-report.ts';
import type { RegionalReport } from '../../../../shared/domain/report/regional-report.ts';
import type { Standing } from '../../../../shared/domain/report/standing.ts';
import { foldEntries, type Return } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import type { RegionCode } from '../../../../shared/domain/territory/regions.ts';
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
import { CAMPAIGN, day, sourceOf } from '../../../builders/entry.ts';
import { refusedReturn, returnOf } from '../../../builders/return.ts';

/** Replaced since. */
const OTHER = withKey('77000001');

type Returns = readonly (readonly [Finess, Return])[];

/** The pool of the GHT: 10,000.01 € and 1.00 FTE. */
const pooling = returnOf({ mutualise_charges: 1_000_001n, mutualise_etp_ssi: 100n });
const external = returnOf({ mutualise_charges: 1_001n, mutualise_etp_ssi: 0n });

function standingOf(returns: Returns, over: Partial<ReferenceSet>): Standing {
  const known = directory(over);
  const states = new Map(returns);
  const statement = (finess: Finess) => poolStatementOf(states.get(finess) ?? refusedReturn());
  return new Map(
    returns.map(([finess, state]) => {
      const pools = known.groupsOf(finess).map((group) => ({ group, carrier: statement(group.carrier) }));
      const carries = known.carried(finess) !== null;
      const outcome = computeFigures({ campaign: CAMPAIGN, finess, own: state, carries, pools }, RULES);
      return [finess, { state, outcome: known.declarant(finess) ? outcome : null }] as const;
    }),
  );
}
function report(region: RegionCode, returns: Returns, over: Partial<ReferenceSet> = {}): RegionalReport {
  const context = {
    campaign: CAMPAIGN,
    generation: 'g',
    manifest: 'm',
    sources: { files: {}, rules: '' },
    nation: [],
    directory: directory(over),
    rules: RULES,
  };
  return buildRegionalReport(region, standingOf(returns, over), context);
}
const ALL: Returns = [
  [CARRIER, pooling],
  [MEMBER, returnOf()],
  [NEIGHBOUR, returnOf()],
  [LONER, returnOf()],
  [EXTERNAL, external],
];
const without = (...silent: readonly Finess[]) => ALL.filter(([finess]) => !silent.includes(finess));
const replaced = (finess: Finess, state: Return): Returns => [...without(finess), [finess, state]];
const sum = (values: readonly (bigint | null)[]) =>
  values.reduce<bigint>((total, value) => total + (value ?? 0n), 0n);

describe('the rows of a region', () => {
  it('are all its declarants and no other, by FINESS', () => {
    expect(report('84', ALL).rows.map(({ declarant }) => declarant.finess)).toEqual([CARRIER, MEMBER, LONER]);
    expect(report('93', ALL).rows.map(({ declarant }) => declarant.finess)).toEqual([NEIGHBOUR]);
  });

  it('hold their groups by code, their state and the figures of N-1', () => {
    const history = [
      pastFigures(MEMBER),
      pastFigures(MEMBER, { campaign: 2024 as typeof CAMPAIGN, retainedDigital: 7n }),
    ];
    const { rows } = report('84', without(LONER), { history });
    expect(rows[1]).toMatchObject({
      groups: ['GCS-2', 'GHT-1'],
      previous: history[0],
      outcome: { state: 'calcule' },
    });
    expect(rows[2]).toMatchObject({
      groups: [],
      state: null,
      previous: null,
      previousSources: [],
      breaks: [],
      outcome: { state: 'non_repondant' },
    });
  });

  it('name the numbers under which N-1 was published, where they were replaced since, and say that it breaks', () => {
    const over = {
      history: [pastFigures(OTHER), pastFigures(MEMBER)],
      successions: [{ former: OTHER, successor: MEMBER, from: day('2026-01-01') }],
    };
    const { rows, trend, previousSlices } = report('84', ALL, over);
    expect(rows[1]).toMatchObject({
      previous: { finess: MEMBER, totalExpenses: 200_000_000n },
      previousSources: [MEMBER, OTHER],
      breaks: ['fusion'],
    });
    expect(trend.map(({ campaign, n, breaks }) => [campaign, n, breaks])).toEqual([
      [2025, 1, []],
      [2026, 3, ['fusion']],
    ]);
    const region = previousSlices.filter(({ axis }) => axis === 'region');
    expect(region.map(({ indicator, n, numerator }) => [indicator, n, numerator])).toEqual([
      ['part_numerique', 1, 4_000_000n],
      ['etp_ssi_retenus', 1, 200n],
    ]);
    expect(new Set(previousSlices.map(({ axis }) => axis))).toEqual(
      new Set(['region', 'statut', 'categorie']),
    );
  });

  it('are summed over the axes of the region alone', () => {
    const { aggregates } = report('84', ALL);
    expect(new Set(aggregates.map(({ axis }) => axis))).toEqual(new Set(['region', 'statut', 'categorie']));
    expect(aggregates[0]).toMatchObject({ axis: 'region', slice: '84', n: 3, expected: 3 });
  });
});

describe('the numbers that a body replaced', () => {
  it('are all those of its chain, and no other body has any', () => {
    const [older, old, other] = [withKey('77000001'), withKey('77000002'), withKey('77000003')];
    const from = day('2025-07-01');
    const successions = [
      { former: old, successor: MEMBER, from },
      { former: older, successor: old, from: day('2024-01-01') },
      { former: other, successor: LONER, from },
    ];
    const { rows } = report('84', ALL, { successions });
    expect(rows.map(({ declarant, former }) => [declarant.finess, former])).toEqual([
      [CARRIER, []],
      [MEMBER, [older, old]],
      [LONER, [other]],
    ]);
  });
});

describe('a pool across regions', () => {
  const ght = (found: RegionalReport) => found.pools.find(({ code }) => code === 'GHT-1');

  it('names the region’s own members, and puts the others on one last line', () => {
    const here = ght(report('84', ALL))?.members.map(({ finess, name, situation }) => [
      finess,
      name,
      situation,
    ]);
    expect(here).toEqual([
      [CARRIER, `Établissement ${CARRIER}`, 'calcule'],
      [MEMBER, `Établissement ${MEMBER}`, 'calcule'],
      [OUTSIDER, OUTSIDER, 'hors-champ'],
      [null, 'Autres régions', 'autres-regions'],
    ]);
    const there = ght(report('93', ALL))?.members.map(({ finess }) => finess);
    expect(there).toEqual([NEIGHBOUR, OUTSIDER, null]);
    expect(JSON.stringify(there)).not.toContain(MEMBER);
  });

  it('sums, line by line, to what the carrier declared, in every region', () => {
    for (const region of ['84', '93'] as const) {
      const block = ght(report(region, ALL));
      expect(block).toMatchObject({ charges: 1_000_001n, ssiFte: 100n, closed: true });
      expect(sum(block?.members.map(({ charges }) => charges) ?? [])).toBe(1_000_001n);
      expect(sum(block?.members.map(({ ssiFte }) => ssiFte) ?? [])).toBe(100n);
      expect(sum(block?.members.map(({ activity }) => activity) ?? [])).toBe(1_000_000n);
    }
  });

  it('says where its carrier declared it, in every region, and nothing where it did not', () => {
    const charges = { source: sourceOf(), at: { line: 2, column: 'mutualise_charges' } };
    const ssiFte = { source: sourceOf(), at: { line: 2, column: 'mutualise_etp_ssi' } };
    const origins = { mutualise_charges: charges, mutualise_etp_ssi: ssiFte };
    const told = replaced(CARRIER, { ...pooling, origins });
    for (const region of ['84', '93'] as const)
      expect(ght(report(region, told))?.origins).toEqual({ charges, ssiFte });
    expect(ght(report('84', without(CARRIER)))?.origins).toEqual({ charges: null, ssiFte: null });
  });

  it('shows what fell to members without figures, wherever they are', () => {
    // The outsider has 5 of 100, the neighbour 15.
    expect(ght(report('84', ALL))?.withoutFigures).toEqual({ charges: 50_000n, ssiFte: 5n });
    expect(ght(report('84', without(NEIGHBOUR)))?.withoutFigures).toEqual({ charges: 200_000n, ssiFte: 20n });
  });

  it('has no other line where every member is of the region', () => {
    const groups = [
      {
        ...GHT,
        members: membersOf([
          [CARRIER, 1],
          [MEMBER, 1],
        ]),
      },
    ];
    expect(ght(report('84', ALL, { groups }))?.members.map(({ finess }) => finess)).toEqual([
      CARRIER,
      MEMBER,
    ]);
  });

  it('has no shares while its carrier has not closed it', () => {
    const open = [
      without(CARRIER),
      replaced(CARRIER, returnOf({ mutualise_charges: 5n, mutualise_etp_ssi: null })),
    ];
    for (const returns of open) {
      expect(ght(report('84', returns))).toMatchObject({
        closed: false,
        charges: null,
        ssiFte: null,
        withoutFigures: null,
        members: [
          { charges: null },
          { charges: null },
          { charges: null },
          { charges: null, activity: 150_000n },
        ],
      });
    }
  });

  it('has no shares while a key is missing, even of another region', () => {
    const members = membersOf([
      [CARRIER, 50],
      [MEMBER, 30],
      [NEIGHBOUR, null],
    ]);
    const block = ght(report('84', ALL, { groups: [{ ...GHT, members }] }));
    expect(block).toMatchObject({ closed: true, charges: null, ssiFte: null, withoutFigures: null });
    expect(block?.members.at(-1)).toMatchObject({ finess: null, activity: null, charges: null });
  });

  it('is shown by the region of its carrier and by those of its members, and by no other', () => {
    const groups = [
      {
        ...GHT,
        members: membersOf([
          [CARRIER, 1],
          [NEIGHBOUR, 1],
        ]),
      },
    ];
    expect(report('84', ALL, { groups }).pools).toHaveLength(1);
    expect(report('93', ALL, { groups }).pools).toHaveLength(1);
    expect(report('11', ALL, { groups }).pools).toEqual([]);
  });

  it('may be carried by a body that is no declarant, known by the name of the group', () => {
    const block = report('93', ALL).pools.find(({ code }) => code === 'GCS-2');
    expect(block).toMatchObject({
      carrier: { finess: EXTERNAL, name: 'GCS e-santé', external: true },
      charges: 1_001n,
      members: [
        { finess: NEIGHBOUR, charges: 500n },
        { finess: null, charges: 501n },
      ],
    });
  });
});

describe('whom to chase', () => {
  const line = (finess: Finess, returns: Returns, over: Partial<ReferenceSet> = {}) =>
    report(finess === NEIGHBOUR ? '93' : '84', returns, over).chase.find(
      ({ declarant }) => declarant.finess === finess,
    );
  const error = { code: 'NUMBER_UNREADABLE', at: { line: 2 }, seen: 'x' } as const;
  const doubt = { code: 'CLOSURE_DATE_YEAR_END', at: { line: 2 }, seen: '2025-12-31' } as const;

  it('is nobody who has figures', () => {
    expect(report('84', ALL).chase).toEqual([]);
  });

  it('is who never deposited anything', () => {
    expect(line(LONER, without(LONER))).toMatchObject({
      situation: 'jamais-depose',
      reasons: [],
      carriers: [],
      missing: [],
      refusal: [],
      lastTry: null,
      tries: 0,
      contact: null,
    });
  });

  it('is who has a return that no deposit made', () => {
    expect(line(LONER, replaced(LONER, foldEntries([], RULES)))).toMatchObject({
      situation: 'jamais-depose',
      tries: 0,
    });
  });

  it('is whose every deposit was refused, with the errors of the last and not its doubts', () => {
    const lastTry = sourceOf('fact-9');
    const state = refusedReturn({ tries: 3, refusedTries: 3, lastTry, lastRefusal: [doubt, error] });
    expect(line(LONER, replaced(LONER, state))).toMatchObject({
      situation: 'depot-refuse',
      tries: 3,
      lastTry,
      refusal: [error],
    });
  });

  it('is who has no figures, with the reasons and the labels of the fields still blank', () => {
    const state = returnOf({ cloture: 'provisoire', num_general: null, etp_ssi_internes: null });
    expect(line(LONER, replaced(LONER, state))).toMatchObject({
      situation: 'non-calcule',
      reasons: ['comptes-non-clos', 'champs-manquants'],
      missing: ['Charges numériques – générales', 'ETP SSI internes'],
    });
  });

  it('names the blank pool of a carrier, which waits for nobody', () => {
    expect(
      line(CARRIER, replaced(CARRIER, returnOf({ mutualise_charges: null, mutualise_etp_ssi: 5n }))),
    ).toMatchObject({
      situation: 'non-calcule',
      reasons: ['champs-manquants', 'mutualisation-non-close'],
      missing: ['Charges portées pour le groupement'],
      carriers: [],
    });
  });

  it('is who only waits for the carrier of a pool, by name', () => {
    expect(line(MEMBER, without(CARRIER))).toMatchObject({
      situation: 'en-attente-du-porteur',
      reasons: ['mutualisation-non-close'],
      carriers: [{ finess: CARRIER, name: `Établissement ${CARRIER}` }],
    });
    expect(line(NEIGHBOUR, without(CARRIER, EXTERNAL))?.carriers).toEqual([
      { finess: EXTERNAL, name: 'GCS e-santé' },
      { finess: CARRIER, name: `Établissement ${CARRIER}` },
    ]);
  });

  it('does not only wait when something else is missing', () => {
    const returns = replaced(MEMBER, returnOf({ cloture: null })).filter(([finess]) => finess !== CARRIER);
    expect(line(MEMBER, returns)).toMatchObject({
      situation: 'non-calcule',
      reasons: ['comptes-non-clos', 'mutualisation-non-close'],
      carriers: [{ finess: CARRIER }],
    });
  });

  it('does not wait for a carrier when a key is missing', () => {
    const groups = [
      {
        ...GHT,
        members: membersOf([
          [CARRIER, 1],
          [MEMBER, null],
        ]),
      },
    ];
    expect(line(MEMBER, ALL, { groups })).toMatchObject({
      situation: 'non-calcule',
      reasons: ['cle-mutualisation-absente'],
      carriers: [],
    });
  });

  it('gives the first contact', () => {
    const contact = (name: string) => ({ finess: LONER, role: 'RSSI', name, email: '', phone: '' });
    const contacts = [contact('Première'), contact('Second'), { ...contact('Autre'), finess: MEMBER }];
    expect(line(LONER, without(LONER), { contacts })?.contact?.name).toBe('Première');
  });
});

describe('the day of a report', () => {
  const on = (text: string, state: Return = returnOf()): Return => ({
    ...state,
    lastTry: sourceOf('fact-1', { day: day(text) }),
  });
  const dated: Returns = [
    [CARRIER, on('2026-05-01', pooling)],
    [LONER, on('2026-04-01')],
  ];

  it('is that of its last deposit, taken or refused, and of none without one', () => {
    expect(report('84', dated).lastDeposit).toBe('2026-05-01');
    expect(report('84', [...dated, [MEMBER, on('2026-06-01', refusedReturn())]]).lastDeposit).toBe(
      '2026-06-01',
    );
    expect(report('84', []).lastDeposit).toBeNull();
  });

  it('counts every deposit that the report stands on: carriers and fellow members elsewhere', () => {
    expect(report('84', [...dated, [EXTERNAL, on('2026-07-01', external)]]).lastDeposit).toBe('2026-07-01');
    expect(report('84', [...dated, [NEIGHBOUR, on('2026-07-02')]]).lastDeposit).toBe('2026-07-02');
    expect(report('93', dated).lastDeposit).toBe('2026-05-01');
    const alone = report('93', [...dated, [LONER, on('2026-08-01')]]);
    expect(alone.lastDeposit).toBe('2026-05-01');
  });
});

describe('neighboursOf', () => {
  it('are the carriers and fellow members outside the region that are known', () => {
    expect([...neighboursOf('84', directory())].sort()).toEqual([NEIGHBOUR, EXTERNAL]);
    expect([...neighboursOf('93', directory())].sort()).toEqual([CARRIER, MEMBER, EXTERNAL]);
    expect(neighboursOf('11', directory())).toEqual([]);
    expect(neighboursOf('84', directory({ groups: [] }))).toEqual([]);
  });

  it('give a region the report that the whole nation would give it', () => {
    for (const region of ['84', '93'] as const) {
      const known = directory();
      const needed = new Set([
        ...known.inRegion(region).map(({ finess }) => finess),
        ...neighboursOf(region, known),
      ]);
      const context = {
        campaign: CAMPAIGN,
        generation: 'g',
        manifest: 'm',
        sources: { files: {}, rules: '' },
        nation: [],
        directory: known,
        rules: RULES,
      };
      const nation = standingOf(ALL, {});
      const part = new Map([...nation].filter(([finess]) => needed.has(finess)));
      expect(buildRegionalReport(region, part, context)).toEqual(
        buildRegionalReport(region, nation, context),
      );
    }
  });
});

describe('the doubts of a region', () => {
  it('are those of its computed declarants, by FINESS', () => {
    const much = returnOf({ num_personnel: 30_000_000n, etp_ssi_externes: 9_999n });
    const { alerts } = report('84', [
      [CARRIER, pooling],
      [EXTERNAL, external],
      [LONER, much],
      [MEMBER, much],
      [NEIGHBOUR, much],
    ]);
    expect(alerts.map(({ finess, code }) => [finess, code])).toEqual([
      [MEMBER, 'SHARE_HIGH'],
      [MEMBER, 'EXTERNAL_FTE_HIGH'],
      [LONER, 'SHARE_HIGH'],
      [LONER, 'EXTERNAL_FTE_HIGH'],
    ]);
    expect(report('84', [[LONER, returnOf({ num_personnel: 30_000_000n, cloture: null })]]).alerts).toEqual(
      [],
    );
  });

  it('wait for a fellow member whose every deposit was refused', () => {
    const groups = [GHT];
    const carrier = returnOf({
      mutualise_charges: 5n,
      mutualise_etp_ssi: 0n,
      quotes_parts_refacturees: 100n,
    });
    const codes = (neighbour: Return) =>
      report(
        '84',
        [
          [CARRIER, carrier],
          [MEMBER, returnOf()],
          [NEIGHBOUR, neighbour],
        ],
        { groups },
      ).alerts.map(({ code }) => code);
    expect(codes(returnOf())).toEqual(['CONTRIBUTIONS_DISAGREE']);
    expect(codes(refusedReturn())).toEqual([]);
  });

  it('look at what a carrier elsewhere declared, when it has answered', () => {
    const groups = [{ ...GCS, members: membersOf([[MEMBER, 1]]) }];
    const paying = returnOf({ quote_part_versee: 100n });
    const empty = returnOf({ mutualise_charges: 0n, mutualise_etp_ssi: 0n });
    const codes = report(
      '84',
      [
        [MEMBER, paying],
        [EXTERNAL, empty],
      ],
      { groups },
    ).alerts.map(({ code }) => code);
    expect(codes).toEqual(['CONTRIBUTION_TO_EMPTY_POOL']);
  });
});
