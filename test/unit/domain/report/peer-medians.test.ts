import { peerMedians } from '../../../../shared/domain/report/peer-medians.ts';
import type { TableLine } from '../../../../shared/domain/report/table-lines.ts';

const RULES = { smallestShownSlice: 5 };
const line = (indicateur: string, n: number, over: TableLine = {}): TableLine => ({
  axe: 'categorie',
  tranche: '355',
  indicateur,
  n: String(n),
  mediane: '0.016000',
  ...over,
});

describe('the medians of a category', () => {
  it.each([
    [4, null],
    [5, { n: 5n, median: '0.016000' }],
    [6, { n: 6n, median: '0.016000' }],
  ])('of %i computed declarants', (n, digitalShare) => {
    expect(peerMedians([line('part_numerique', n)], '355', RULES)).toEqual({ digitalShare, ssiFte: null });
  });

  it('hide each indicator by its own number', () => {
    const lines = [line('part_numerique', 4), line('etp_ssi_retenus', 5, { mediane: '2.50' })];
    expect(peerMedians(lines, '355', RULES)).toEqual({
      digitalShare: null,
      ssiFte: { n: 5n, median: '2.50' },
    });
  });

  it('are of that category, and of no other slice with its name', () => {
    const others = [
      line('part_numerique', 9, { tranche: '101' }),
      line('part_numerique', 9, { axe: 'region' }),
      line('part_investissement', 9),
    ];
    expect(peerMedians(others, '355', RULES)).toEqual({ digitalShare: null, ssiFte: null });
  });
});
