import type { Place } from '../../../shared/domain/issues/issue.ts';
import { placeInWords, placesInWords } from '../../../shared/messages/place.ts';

describe('placeInWords', () => {
  it.each([
    [{}, ''],
    [{ line: 3 }, 'Ligne 3'],
    [{ line: 3, lastLine: 7, column: 'cloture' }, 'Lignes 3 à 7, colonne « cloture »'],
    [{ sheet: 'Saisie', cell: 'B4' }, 'Feuille « Saisie », cellule B4'],
    [{ sheet: 'Saisie', cell: 'B4:B9', column: 'x' }, 'Feuille « Saisie », cellules B4:B9, colonne « x »'],
    [{ cell: 'B4', line: 4 }, 'Cellule B4'],
    [{ column: 'num_personnel' }, 'Colonne « num_personnel »'],
    [{ sheet: 'Saisie' }, 'Feuille « Saisie »'],
  ])('says %j', (place, words) => {
    expect(placeInWords(place)).toBe(words);
  });
});

describe('placesInWords', () => {
  const lines = (count: number): readonly Place[] =>
    Array.from({ length: count }, (_, i) => ({ line: 2 * i + 3, column: 'x' }));

  it('says one as it is, and none as nothing', () => {
    expect(placesInWords([{ line: 3, column: 'x' }])).toBe('Ligne 3, colonne « x »');
    expect(placesInWords([])).toBe('');
    expect(placesInWords([{}, {}])).toBe('');
  });

  it('says the lines of one column together, ranges among them', () => {
    const places = [
      { line: 3, column: 'x' },
      { line: 5, lastLine: 7, column: 'x' },
      { line: 12, column: 'x' },
    ];
    expect(placesInWords(places)).toBe('Lignes 3, 5 à 7 et 12, colonne « x »');
  });

  it('says the cells of one sheet together', () => {
    const places = ['B4', 'B9:B12'].map((cell) => ({ sheet: 'S', cell }));
    expect(placesInWords(places)).toBe('Feuille « S », cellules B4 et B9:B12');
  });

  it('says one after the other what has nothing in common', () => {
    const places = [
      { sheet: 'S', cell: 'B4' },
      { sheet: 'T', cell: 'B4' },
    ];
    expect(placesInWords(places)).toBe('Feuille « S », cellule B4 ; feuille « T », cellule B4');
    expect(
      placesInWords([
        { line: 2, column: 'x' },
        { line: 2, column: 'y' },
      ]),
    ).toBe('Ligne 2, colonne « x » ; ligne 2, colonne « y »');
  });

  it('names twelve, then says how many others there are', () => {
    expect(placesInWords(lines(12))).not.toContain('autre');
    expect(placesInWords(lines(13))).toBe(
      'Lignes 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25 et 1 autre, colonne « x »',
    );
    expect(placesInWords(lines(100))).toContain(' et 88 autres,');
  });
});
