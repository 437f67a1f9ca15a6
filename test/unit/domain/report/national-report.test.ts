import { computeFigures } from '../../../../shared/domain/figures/compute.ts';
import type { Outcome } from '../../../../shared/domain/figures/figures.ts';
import type { Finess } from '../../../../shared/domain/finess/finess.ts';
import { buildNationalReport } from '../../../../shared/domain/report/build-national-report.ts';
import { figuresTable } from '../../../../shared/domain/report/figures-table.ts';
import type { Return } from '../../../../shared/domain/return/fold.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import {
  CARRIER,
  directory,
  EXTERNAL,
  LONER,
  MEMBER,
  NEIGHBOUR,
  pastFigures,
  STRANGER,
} from '../../../builders/directory.ts';
import { CAMPAIGN, day, sourceOf } from '../../../builders/entry.ts';
import { refusedReturn, returnOf } from '../../../builders/return.ts';

function stand(state: Return, over: Partial<{ outcome: Outcome | null }> = {}) {
  const outcome = computeFigures(
    { campaign: CAMPAIGN, finess: LONER, own: state, carries: false, pools: [] },
    RULES,
  );
  return { state, outcome, ...over };
}
const reference = directory({ groups: [] });

describe('buildNationalReport', () => {
  const standing = new Map<Finess, ReturnType<typeof stand>>([
    [CARRIER, stand(returnOf())],
    [MEMBER, stand(returnOf({ cloture: null }))],
    [LONER, stand(returnOf({ maturite_date: null }))],
    [NEIGHBOUR, stand(refusedReturn())],
    [
      EXTERNAL,
      stand(returnOf({}, { lastTry: sourceOf('x', { day: day('2026-08-01') }) }), { outcome: null }),
    ],
  ]);
  const context = {
    campaign: CAMPAIGN,
    generation: 'g',
    sources: { files: {}, rules: '' },
    manifest: 'm',
    directory: reference,
    rules: RULES,
  };
  const report = buildNationalReport(standing, context);

  it('counts who is computed, who answered and who is silent, by region code', () => {
    expect(report.progress).toEqual([
      { region: '84', expected: 3, computed: 1, notComputed: 2, silent: 0 },
      { region: '93', expected: 1, computed: 0, notComputed: 0, silent: 1 },
    ]);
  });

  it('aggregates over every axis, external carriers apart', () => {
    expect(report.aggregates[0]).toMatchObject({ axis: 'nation', slice: 'FR', n: 1, expected: 4 });
    expect(new Set(report.aggregates.map(({ axis }) => axis)).size).toBe(5);
  });

  it('names no establishment', () => {
    const text = JSON.stringify(report, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    for (const finess of [CARRIER, MEMBER, NEIGHBOUR, LONER]) expect(text).not.toContain(finess);
  });

  it('says what changed since a reference edition, and what came before, without a name either', () => {
    const referenceEdition = [CARRIER, STRANGER].map((finess) => ({
      finess,
      region: '84' as const,
      outcome: { state: 'non_repondant' as const },
    }));
    const known = directory({
      groups: [],
      referenceEdition,
      history: [pastFigures(STRANGER)],
      successions: [{ former: STRANGER, successor: LONER, from: day('2026-01-01') }],
    });
    const compared = buildNationalReport(standing, { ...context, directory: known });
    expect(compared.changes).toMatchObject([
      {
        region: '84',
        before: { expected: 2, n: 0 },
        after: { expected: 3, n: 1 },
        changed: 1,
        came: 2,
        left: 1,
      },
      { region: '93', before: { expected: 0 }, changed: 0, came: 1, left: 0 },
    ]);
    expect(compared.trend.map(({ campaign, n, totalExpenses }) => [campaign, n, totalExpenses])).toEqual([
      [2025, 1, 100_000_000n],
      [2026, 1, 100_000_000n],
    ]);
    const text = JSON.stringify(compared, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    for (const finess of [CARRIER, STRANGER, LONER]) expect(text).not.toContain(finess);
    expect(report.changes).toBeNull();
  });

  it('is dated by the last deposit of all', () => {
    expect(report.lastDeposit).toBe('2026-08-01');
    expect(buildNationalReport(new Map(), context).lastDeposit).toBeNull();
  });
});

describe('figures.csv', () => {
  const write = (standing: Parameters<typeof figuresTable>[2]) =>
    figuresTable(CAMPAIGN, reference.reference.declarants, standing).map((cells) => cells.join(';'));

  it('writes a line per declarant, blank where there is nothing to say', () => {
    const computed = returnOf({ num_investissement: 1n, emplois_investissement: 3n, etp_ssi_externes: 5n });
    const lines = write(
      new Map([
        [CARRIER, stand(computed)],
        [MEMBER, stand(returnOf({ cloture: null, maturite_date: null }))],
        [LONER, stand(returnOf())],
      ]),
    );
    expect(lines).toEqual([
      'campagne;finess;region;etat;motifs;charges_totales;charges_numeriques_propres;mutualise_porte;quotes_parts;mutualise_attribue;charges_numeriques_retenues;part_numerique;part_investissement;etp_ssi_propres;etp_ssi_portes;etp_ssi_attribues;etp_ssi_retenus;etp_ssi_externes',
      `2026;${CARRIER};84;calcule;;1000000.00;20000.00;0.00;0.00;0.00;20000.00;0.020000;0.333333;2.50;0.00;0.00;2.50;0.05`,
      `2026;${MEMBER};84;non_calcule;comptes-non-clos|maturite-absente;;;;;;;;;;;;;`,
      `2026;${NEIGHBOUR};93;non_repondant;;;;;;;;;;;;;;`,
      `2026;${LONER};84;calcule;;1000000.00;20000.00;0.00;0.00;0.00;20000.00;0.020000;;2.50;0.00;0.00;2.50;`,
    ]);
  });

  it('stays exact to the cent beyond what a binary float holds', () => {
    const big = 9_007_199_254_740_993n;
    const line = write(new Map([[CARRIER, stand(returnOf({ charges_titre1: big, num_personnel: big }))]]))[1];
    expect(line).toContain(';90071992947409.93;90071992557409.93;');
  });
});
