import { shelvesOf } from '../../../shared/application/shelves.ts';
import { NATION } from '../../../shared/domain/access/perimeter.ts';
import { bodiesOf, regionOf } from '../../builders/caller.ts';
import { CARRIER, directory, EXTERNAL, LONER, NEIGHBOUR } from '../../builders/directory.ts';

const body = (finess: typeof LONER) => ({ kind: 'body', finess });
const all = { kind: 'all' };

describe('the shelves of a deposit', () => {
  it.each([
    ['one body', bodiesOf(LONER), [body(LONER), regionOf('84'), all]],
    [
      'bodies of one region: that of the lowest FINESS',
      bodiesOf(CARRIER, LONER),
      [body(CARRIER), regionOf('84'), all],
    ],
    ['bodies of two regions: of no region', bodiesOf(CARRIER, NEIGHBOUR), [body(CARRIER), all]],
    ['an external carrier: of no region', bodiesOf(EXTERNAL), [body(EXTERNAL), all]],
    ['a region', regionOf('93'), [regionOf('93'), all]],
    ['the nation', NATION, [all]],
  ])('of %s', (_case, perimeter, shelves) => {
    expect(shelvesOf(perimeter, directory())).toEqual(shelves);
  });
});
