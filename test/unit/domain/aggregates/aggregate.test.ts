import fc from 'fast-check';
import {
  type Aggregate,
  type Axis,
  aggregate,
  type Observation,
} from '../../../../shared/domain/aggregates/aggregate.ts';
import { LEGAL_STATUSES } from '../../../../shared/domain/declarant/legal-status.ts';
import type { Declarant } from '../../../../shared/domain/declarant/reference-set.ts';
import type { Values } from '../../../../shared/domain/deposit/columns.ts';
import { computeFigures } from '../../../../shared/domain/figures/compute.ts';
import { withKey } from '../../../../shared/domain/finess/finess.ts';
import { aggregatesTable } from '../../../../shared/domain/report/aggregates-table.ts';
import { RULES_2026_1 as RULES } from '../../../../shared/domain/rules/2026-1.ts';
import { REGIONS } from '../../../../shared/domain/territory/regions.ts';
import { declarantOf } from '../../../builders/directory.ts';
import { CAMPAIGN } from '../../../builders/entry.ts';
import { refusedReturn, returnOf } from '../../../builders/return.ts';

let next = 40_000_000;
function observe(values: Partial<Values> | null, declarant: Partial<Declarant> = {}): Observation {
  const finess = withKey(String(next++));
  const own = values === null ? refusedReturn() : returnOf(values);
  const outcome = computeFigures({ campaign: CAMPAIGN, finess, own, carries: false, pools: [] }, RULES);
  return { declarant: declarantOf(finess, declarant), outcome };
}
/** Digital expenses over total expenses, all in one title, in cents. */
const spending = (digital: bigint, total: bigint): Partial<Values> => ({
  charges_titre1: total,
  charges_titre2: 0n,
  charges_titre3: 0n,
  charges_titre4: 0n,
  num_personnel: digital,
  num_medical: 0n,
  num_general: 0n,
  num_amortissement: 0n,
});
const find = (found: readonly Aggregate[], axis: Axis, slice: string, indicator = 'part_numerique') =>
  found.find((a) => a.axis === axis && a.slice === slice && a.indicator === indicator);
const written = (observations: readonly Observation[]) =>
  aggregatesTable(CAMPAIGN, aggregate(observations)).map((cells) => cells.join(';'));

describe('aggregate', () => {
  it('is a ratio of sums, never a mean of ratios', () => {
    const found = aggregate([observe(spending(10n, 100n)), observe(spending(10n, 900n))]);
    expect(find(found, 'nation', 'FR')).toMatchObject({
      n: 2,
      expected: 2,
      numerator: 20n,
      denominator: 1_000n,
      value: { numerator: 20n, denominator: 1_000n },
    });
  });

  it('counts everyone expected and sums the computed alone', () => {
    const observations = [observe(spending(1n, 10n)), observe({ cloture: null }), observe(null)];
    expect(find(aggregate(observations), 'nation', 'FR')).toMatchObject({
      n: 1,
      expected: 3,
      numerator: 1n,
      denominator: 10n,
    });
  });

  it('sums investment over those who give both sides', () => {
    const found = aggregate([
      observe({ num_investissement: 5n, emplois_investissement: 20n }),
      observe({ num_investissement: 5n, emplois_investissement: 0n }),
      observe({ num_investissement: null, emplois_investissement: 1_000n }),
      observe({ num_investissement: 1n, emplois_investissement: 80n }),
    ]);
    expect(find(found, 'nation', 'FR', 'part_investissement')).toMatchObject({
      n: 2,
      expected: 4,
      numerator: 6n,
      denominator: 100n,
    });
  });

  it('has for FTE a sum in hundredths and no denominator', () => {
    const found = aggregate([observe({ etp_ssi_internes: 250n }), observe({ etp_ssi_internes: 101n })]);
    expect(find(found, 'nation', 'FR', 'etp_ssi_retenus')).toMatchObject({
      numerator: 351n,
      denominator: null,
    });
  });

  it('leaves everything but n and expected blank where nobody is computed', () => {
    expect(find(aggregate([observe(null)]), 'nation', 'FR')).toEqual({
      axis: 'nation',
      slice: 'FR',
      indicator: 'part_numerique',
      n: 0,
      expected: 1,
      numerator: null,
      denominator: null,
      value: null,
      median: null,
      q1: null,
      q3: null,
    });
    expect(aggregate([])).toEqual([]);
  });

  it('comes by axis, then slice by code point, then indicator, every slice that has a declarant', () => {
    const found = aggregate([
      observe(null, { region: '975', status: 'public', category: '355' }),
      observe(null, { region: '94', status: 'prive_lucratif', category: '1010' }),
      observe(null, { region: '01', status: 'public', category: '131' }),
      observe(null, { region: '94', status: 'prive_non_lucratif', category: '2A' }),
    ]);
    const slices = found
      .filter(({ indicator }) => indicator === 'part_numerique')
      .map((a) => `${a.axis}:${a.slice}`);
    expect(slices).toEqual([
      'nation:FR',
      'region:01',
      'region:94',
      'region:975',
      'statut:prive_lucratif',
      'statut:prive_non_lucratif',
      'statut:public',
      'categorie:1010',
      'categorie:131',
      'categorie:2A',
      'categorie:355',
      'region_statut:01|public',
      'region_statut:94|prive_lucratif',
      'region_statut:94|prive_non_lucratif',
      'region_statut:975|public',
    ]);
    expect(found.slice(0, 3).map(({ indicator }) => indicator)).toEqual([
      'part_numerique',
      'part_investissement',
      'etp_ssi_retenus',
    ]);
    expect(found).toHaveLength(slices.length * 3);
  });

  const observations = fc.array(
    fc
      .record({
        region: fc.constantFrom(...(Object.keys(REGIONS) as (keyof typeof REGIONS)[])),
        status: fc.constantFrom(...(Object.keys(LEGAL_STATUSES) as (keyof typeof LEGAL_STATUSES)[])),
        category: fc.constantFrom('355', '101', '128'),
        digital: fc.bigInt({ min: 0n, max: 10n ** 17n }),
        computed: fc.boolean(),
      })
      .map(({ region, status, category, digital, computed }) =>
        observe(computed ? spending(digital, digital + 7n) : null, { region, status, category }),
      ),
    { minLength: 1, maxLength: 25 },
  );

  it('sums, for numerator, denominator, n and expected, to the nation over every axis', () => {
    fc.assert(
      fc.property(observations, (list) => {
        const found = aggregate(list);
        for (const indicator of ['part_numerique', 'etp_ssi_retenus'] as const) {
          const total = (axis: Axis) => {
            const slices = found.filter((a) => a.axis === axis && a.indicator === indicator);
            const sum = (of: (a: Aggregate) => bigint | null) =>
              slices.reduce((s, a) => s + (of(a) ?? 0n), 0n);
            return [
              sum((a) => a.numerator),
              sum((a) => a.denominator),
              sum((a) => BigInt(a.n)),
              sum((a) => BigInt(a.expected)),
            ];
          };
          for (const axis of ['region', 'statut', 'categorie', 'region_statut'] as const)
            expect(total(axis)).toEqual(total('nation'));
        }
      }),
    );
  });

  it('does not depend on the order of the declarants', () => {
    fc.assert(
      fc.property(observations, (list) => {
        expect(written([...list].reverse())).toEqual(written(list));
      }),
    );
  });
});

describe('aggregates.csv', () => {
  it('writes sums with two decimals, parts with six, FTE with two, and blanks', () => {
    const lines = written([
      observe({ ...spending(1n, 300n), etp_ssi_internes: 250n }),
      observe({ ...spending(2n, 300n), etp_ssi_internes: 101n }),
    ]);
    expect(lines.slice(0, 4)).toEqual([
      'campagne;axe;tranche;indicateur;n;attendus;numerateur;denominateur;valeur;mediane;q1;q3',
      '2026;nation;FR;part_numerique;2;2;0.03;6.00;0.005000;0.005000;0.004167;0.005833',
      '2026;nation;FR;part_investissement;0;2;;;;;;',
      '2026;nation;FR;etp_ssi_retenus;2;2;3.51;;3.51;1.76;1.38;2.13',
    ]);
  });

  it('stays exact to the cent beyond what a binary float holds', () => {
    const big = 9_007_199_254_740_993n;
    const lines = written([
      observe(spending(big, big)),
      observe(spending(0n, big)),
      observe(spending(1n, 3n * big)),
    ]);
    expect(lines[1]).toMatch(
      /^2026;nation;FR;part_numerique;3;3;90071992547409.94;450359962737049.65;0\.200000;/,
    );
  });
});
