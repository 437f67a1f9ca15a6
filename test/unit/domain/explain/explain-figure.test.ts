import { explainFigure, type FigureInput } from '../../../../shared/domain/explain/explain-figure.ts';
import { formatHundredths } from '../../../../shared/domain/numbers/format-hundredths.ts';
import { formatRatio, ratio } from '../../../../shared/domain/numbers/ratio.ts';
import { FIGURE_COLUMNS } from '../../../../shared/domain/report/figure-texts.ts';
import { figuresTable } from '../../../../shared/domain/report/figures-table.ts';
import { tableLines } from '../../../../shared/domain/report/table-lines.ts';
import { fictionalCampaign, finessOf, RANKS } from '../../../builders/fictional-campaign.ts';

const { standing, context } = fictionalCampaign(60);
const lines = tableLines(figuresTable(context.campaign, context.directory.reference.declarants, standing));
const explain = (rank: number, figure: (typeof FIGURE_COLUMNS)[number]) =>
  explainFigure(finessOf(rank), figure, { standing, ...context });

/** Cents or hundredths of an input; a share from what it is a share of. */
function worthOf(input: FigureInput): bigint {
  if (input.kind === 'figure') return BigInt((input.value ?? '').replace('.', ''));
  if (input.kind === 'declared') return input.value ?? 0n;
  const { pooled, activity, activities, luck } = input;
  return ((pooled ?? 0n) * (activity ?? 0n)) / (activities ?? 1n) + BigInt(luck);
}

function recomputed(inputs: readonly FigureInput[]): string {
  const numerator = inputs.find(({ role }) => role === 'numerateur');
  const denominator = inputs.find(({ role }) => role === 'denominateur');
  if (numerator && denominator) return formatRatio(ratio(worthOf(numerator), worthOf(denominator)), 6);
  return formatHundredths(
    inputs.reduce((sum, input) => sum + (input.role === 'moins' ? -1n : 1n) * worthOf(input), 0n),
  );
}

describe('a figure explained', () => {
  it.each(FIGURE_COLUMNS)('gives by its inputs what figures.csv says: %s', (figure) => {
    const computed = lines.filter((line) => line['etat'] === 'calcule' && line[figure] !== '');
    expect(computed.length).toBeGreaterThan(20);
    for (const line of computed) {
      const found = explainFigure(line['finess'] as never, figure, { standing, ...context });
      expect([line['finess'], found.value]).toEqual([line['finess'], line[figure]]);
      expect([line['finess'], recomputed(found.inputs)]).toEqual([line['finess'], line[figure]]);
    }
  });

  it('gives the digital accounts and the lines of staff that a declared value is the sum of', () => {
    const finess = finessOf(1);
    const before = standing.get(finess);
    if (!before) throw new Error('no return');
    const account = (block: 'general' | 'personnel', digital: bigint) =>
      ({
        nomenclature: 'M21',
        account: '615261',
        label: 'Maintenance',
        block,
        amount: digital,
        digital,
        at: {},
      }) as const;
    const staff = (type: 'interne' | 'externe' | 'mutualise') =>
      ({ function: 'RSSI', type, quota: 8_000n, months: 1_200n, count: 100n, at: {} }) as const;
    const details = {
      ...before.state.details,
      accounts: [account('general', 5n), account('personnel', 7n), account('general', 11n)],
      staff: [staff('interne'), staff('externe'), staff('mutualise')],
    };
    const detailed = new Map([...standing, [finess, { ...before, state: { ...before.state, details } }]]);
    const under = (figure: (typeof FIGURE_COLUMNS)[number]) =>
      explainFigure(finess, figure, { standing: detailed, ...context }).inputs.map((input) =>
        input.kind === 'declared'
          ? input.details.map(({ line }) => ('digital' in line ? line.digital : line.type))
          : null,
      );
    expect(under('charges_numeriques_propres')).toEqual([[7n], [], [5n, 11n], []]);
    expect(under('etp_ssi_propres')).toEqual([['interne', 'mutualise']]);
    expect(under('etp_ssi_externes')).toEqual([['externe']]);
    expect(under('charges_totales')).toEqual([[], [], [], []]);
  });

  it('says where each declared value was read', () => {
    const { inputs } = explain(RANKS.carrier, 'charges_totales');
    const { places, source } = {
      places: inputs.map((input) => (input.kind === 'declared' ? input.origin?.at : null)),
      source: inputs[0]?.kind === 'declared' ? inputs[0].origin?.source : null,
    };
    expect(places).toEqual([1, 2, 3, 4].map((n) => ({ line: 2, column: `charges_titre${n}` })));
    expect(source).toMatchObject({ file: 'dépôts/établissements 0.csv' });
  });

  it('names each pool, its carrier, what it carries and by which activity it is shared', () => {
    const [external] = explain(RANKS.externalCarrierMembers[0], 'mutualise_attribue').inputs;
    expect(external).toMatchObject({
      kind: 'share',
      group: 'GCS02',
      activity: 10_000n,
      activities: 68_833n,
      members: 3,
      column: 'mutualise_charges',
    });
    const shares = explain(RANKS.carrier, 'etp_ssi_attribues').inputs;
    expect(shares).toMatchObject([{ group: 'GHT01', carrier: finessOf(RANKS.carrier), pooled: 75n }]);
  });

  it('gives the units left over one by one, so that the shares are the pool', () => {
    const members = [RANKS.carrier, 1, 2, RANKS.silentMember, 10_000, 10_001];
    const lucks = (['mutualise_attribue', 'etp_ssi_attribues'] as const).flatMap((figure) =>
      members.flatMap((rank) =>
        explain(rank, figure).inputs.map((share) => (share.kind === 'share' ? share.luck : null)),
      ),
    );
    expect([...new Set(lucks)].sort()).toEqual([0, 1]);
  });

  it('has no input where nothing is carried and no pool gives', () => {
    expect(explain(RANKS.lowShare, 'mutualise_porte')).toMatchObject({ value: '0.00', inputs: [] });
    expect(explain(RANKS.lowShare, 'mutualise_attribue')).toMatchObject({ value: '0.00', inputs: [] });
  });

  it('is null without figures, with the reasons, and its inputs all the same', () => {
    const found = explain(RANKS.incomplete, 'charges_numeriques_propres');
    expect(found).toMatchObject({ value: null, outcome: { state: 'non_calcule' } });
    expect(found.inputs.map((input) => input.value === null)).toEqual([false, false, true, false]);
    expect(explain(RANKS.waiting, 'mutualise_attribue').inputs).toMatchObject([
      { pooled: null, value: null },
    ]);
    expect(explain(RANKS.memberWithoutKey, 'mutualise_attribue').inputs).toMatchObject([
      { pooled: expect.anything(), activity: null, activities: null, value: null },
    ]);
    expect(explain(RANKS.silentMember, 'part_numerique')).toMatchObject({
      value: null,
      outcome: { state: 'non_repondant' },
    });
  });
});
