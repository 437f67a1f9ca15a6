import { alertsStandOn } from '../../../../shared/domain/report/alerts-on.ts';
import { CARRIER, directory, EXTERNAL, LONER, MEMBER, NEIGHBOUR } from '../../../builders/directory.ts';

describe('the bodies on which a declarant’s alerts stand', () => {
  it.each([
    ['of no pool: none', LONER, []],
    ['that carries a pool: its members that are declarants', CARRIER, [MEMBER, NEIGHBOUR]],
    ['of two pools: their carriers', MEMBER, [EXTERNAL, CARRIER]],
  ])('%s', (_which, finess, bodies) => {
    expect(alertsStandOn(finess, directory())).toEqual(bodies);
  });
});
