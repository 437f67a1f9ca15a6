import { isRegion, OUT_OF_SCOPE, REGIONS } from '../../../../shared/domain/territory/regions.ts';

describe('the regions', () => {
  it('are the 18 of the ARS and Saint-Pierre-et-Miquelon', () => {
    const codes = '84 27 53 24 94 44 32 11 28 75 76 52 93 01 02 03 04 06 975'.split(' ');
    expect(Object.keys(REGIONS).sort()).toEqual(codes.sort());
    expect(REGIONS['01']).toBe('Guadeloupe');
  });

  it('are text: 1 is no region, nor is a word that any object has', () => {
    for (const code of ['1', '', '05', '84 ', 'constructor', '987']) expect(isRegion(code)).toBe(false);
    expect(isRegion('975')).toBe(true);
  });

  it('do not hold the three territories out of scope', () => {
    expect(OUT_OF_SCOPE).toEqual({
      '986': 'Wallis-et-Futuna',
      '987': 'Polynésie française',
      '988': 'Nouvelle-Calédonie',
    });
    expect(Object.keys(OUT_OF_SCOPE).filter(isRegion)).toEqual([]);
  });
});
