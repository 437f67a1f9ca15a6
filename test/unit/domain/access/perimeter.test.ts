import {
  bodiesPerimeter,
  coversBody,
  coversPerimeter,
  coversRegion,
  NATION,
  type Perimeter,
  readPerimeter,
  regionOf,
  writePerimeter,
} from '../../../../shared/domain/access/perimeter.ts';
import type { Finess } from '../../../../shared/domain/finess/finess.ts';
import { CARRIER, directory, EXTERNAL, LONER, NEIGHBOUR, STRANGER } from '../../../builders/directory.ts';

const bodies = (...finess: readonly Finess[]): Perimeter => {
  const perimeter = bodiesPerimeter(finess);
  if (!perimeter) throw new Error('a builder is given at least one body');
  return perimeter;
};
const region = (code: '84' | '93'): Perimeter => ({ kind: 'region', region: code });
const DIRECTORY = directory();

describe('a perimeter as text', () => {
  it.each([
    ['bodies', bodies(LONER, CARRIER), `${CARRIER} ${LONER}`],
    ['a region', region('84'), '84'],
    ['the nation', NATION, '*'],
  ])('is written and read back: %s', (_kind, perimeter, text) => {
    expect(writePerimeter(perimeter)).toBe(text);
    expect(readPerimeter(text)).toEqual(perimeter);
  });

  it('is read in any order, each body once', () => {
    expect(readPerimeter(` ${LONER}  ${CARRIER}\n${LONER} `)).toEqual(bodies(CARRIER, LONER));
  });

  it.each(['', ' ', '**', '* *', '99', '84 93', `84 ${LONER}`, `${LONER},${CARRIER}`, '010000011'])(
    'is refused: « %s »',
    (text) => {
      expect(readPerimeter(text)).toBeNull();
    },
  );

  it('is of one body at least', () => {
    expect(bodiesPerimeter([])).toBeNull();
  });
});

describe('what a perimeter covers', () => {
  it.each([
    ['its own body', bodies(LONER), LONER, true],
    ['its own body, even unknown', bodies(STRANGER), STRANGER, true],
    ['another body', bodies(LONER), CARRIER, false],
    ['a body of the region', region('84'), LONER, true],
    ['a body of another region', region('84'), NEIGHBOUR, false],
    ['an external carrier, of no region', region('84'), EXTERNAL, false],
    ['an unknown body, from a region', region('84'), STRANGER, false],
    ['an external carrier, from the nation', NATION, EXTERNAL, true],
    ['an unknown body, from the nation', NATION, STRANGER, false],
  ])('%s', (_case, perimeter, finess, covered) => {
    expect(coversBody(perimeter, finess, DIRECTORY)).toBe(covered);
  });

  it('a region from that region and from the nation alone', () => {
    expect([bodies(LONER), region('84'), region('93'), NATION].map((p) => coversRegion(p, '84'))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it.each([
    ['all of its bodies', bodies(CARRIER, LONER), bodies(LONER), true],
    ['more bodies than its own', bodies(LONER), bodies(CARRIER, LONER), false],
    ['a region, from bodies', bodies(LONER), region('84'), false],
    ['bodies of the region', region('84'), bodies(CARRIER, LONER), true],
    ['bodies of two regions', region('84'), bodies(CARRIER, NEIGHBOUR), false],
    ['the same region', region('84'), region('84'), true],
    ['another region', region('84'), region('93'), false],
    ['the nation, from a region', region('84'), NATION, false],
    ['the nation, from the nation', NATION, NATION, true],
    ['a body that is no longer known, from the nation', NATION, bodies(STRANGER), true],
  ])('the perimeter of %s', (_case, perimeter, other, covered) => {
    expect(coversPerimeter(perimeter, other, DIRECTORY)).toBe(covered);
  });
});

describe('the region of a perimeter', () => {
  it.each([
    ['that of its bodies', bodies(CARRIER, LONER), '84'],
    ['none where they are of two', bodies(CARRIER, NEIGHBOUR), null],
    ['none of an external carrier', bodies(EXTERNAL), null],
    ['none of an external carrier and a body', bodies(EXTERNAL, LONER), null],
    ['none of an unknown body', bodies(STRANGER), null],
    ['itself', region('93'), '93'],
    ['none of the nation', NATION, null],
  ])('is %s', (_case, perimeter, expected) => {
    expect(regionOf(perimeter, DIRECTORY)).toBe(expected);
  });
});
