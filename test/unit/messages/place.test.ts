import { placeInWords } from '../../../shared/messages/place.ts';

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
