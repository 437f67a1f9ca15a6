import { directoryOf } from '../../../../shared/domain/declarant/directory.ts';
import type { ReferenceSet } from '../../../../shared/domain/declarant/reference-set.ts';
import { withKey } from '../../../../shared/domain/finess/finess.ts';
import { previousSlices } from '../../../../shared/domain/report/previous-slices.ts';
import { CARRIER, LONER, MEMBER, NEIGHBOUR, pastFigures, referenceSet } from '../../../builders/directory.ts';
import { CAMPAIGN, day, year } from '../../../builders/entry.ts';

const A = withKey('77000001');

function slices(over: Partial<ReferenceSet> = {}, axes?: Parameters<typeof previousSlices>[3]) {
  const directory = directoryOf(referenceSet(over));
  return previousSlices(directory.reference.declarants, CAMPAIGN, directory, axes);
}

describe('the campaign before, by slice', () => {
  const history = [
    pastFigures(CARRIER, { totalExpenses: 100n, retainedDigital: 1n, retainedSsiFte: 100n }),
    pastFigures(MEMBER, { totalExpenses: 300n, retainedDigital: 9n, retainedSsiFte: 200n }),
    pastFigures(NEIGHBOUR, { totalExpenses: 600n, retainedDigital: 90n, retainedSsiFte: 0n }),
    pastFigures(MEMBER, { campaign: year('2024'), totalExpenses: 1n, retainedDigital: 1n }),
  ];

  it('is a ratio of sums and an exact sum of FTE, with the quartiles of the individual values', () => {
    expect(slices({ history }, ['region'])).toEqual([
      {
        axis: 'region',
        slice: '84',
        indicator: 'part_numerique',
        n: 2,
        numerator: 10n,
        denominator: 400n,
        value: { numerator: 10n, denominator: 400n },
        median: expect.objectContaining({ numerator: expect.any(BigInt) }),
        q1: expect.anything(),
        q3: expect.anything(),
      },
      expect.objectContaining({
        slice: '84',
        indicator: 'etp_ssi_retenus',
        n: 2,
        numerator: 300n,
        denominator: null,
        value: { numerator: 300n, denominator: 100n },
      }),
      expect.objectContaining({ slice: '93', indicator: 'part_numerique', n: 1, numerator: 90n }),
      expect.objectContaining({ slice: '93', indicator: 'etp_ssi_retenus', n: 1, numerator: 0n }),
    ]);
  });

  it('counts a number that was replaced in the slice of its successor', () => {
    const found = slices(
      {
        history: [pastFigures(A, { totalExpenses: 50n, retainedDigital: 5n })],
        successions: [{ former: A, successor: LONER, from: day('2026-01-01') }],
      },
      ['statut'],
    );
    expect(found.map(({ slice, indicator, n, numerator }) => [slice, indicator, n, numerator])).toEqual([
      ['prive_lucratif', 'part_numerique', 1, 5n],
      ['prive_lucratif', 'etp_ssi_retenus', 1, 100n],
      ['public', 'part_numerique', 0, null],
      ['public', 'etp_ssi_retenus', 0, null],
    ]);
  });

  it('leaves out of the shares, and not of the FTE, who had no expenses', () => {
    const found = slices({ history: [pastFigures(CARRIER, { totalExpenses: 0n })] }, ['nation']);
    expect(found.map(({ indicator, n }) => [indicator, n])).toEqual([
      ['part_numerique', 0],
      ['etp_ssi_retenus', 1],
    ]);
  });

  it('is on every axis of aggregates.csv, in its order', () => {
    expect([...new Set(slices({ history }).map(({ axis }) => axis))]).toEqual([
      'nation',
      'region',
      'statut',
      'categorie',
      'region_statut',
    ]);
  });
});
