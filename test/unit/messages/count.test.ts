import { counted } from '../../../shared/messages/count.ts';
import { enumerated } from '../../../shared/messages/enumeration.ts';

describe('a count', () => {
  it.each([
    [0, '0 ligne'],
    [1, '1 ligne'],
    [2, '2 lignes'],
    [1_234, '1\u202f234 lignes'],
    [1_234_567, '1\u202f234\u202f567 lignes'],
  ])('of %d is written « %s »', (count, words) => {
    expect(counted(count, 'ligne')).toBe(words);
  });

  it('takes a plural of its own', () => {
    expect([1, 2].map((count) => counted(count, 'point est', 'points sont'))).toEqual([
      '1 point est',
      '2 points sont',
    ]);
  });
});

describe('an enumeration', () => {
  it('has commas, and « et » before the last', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(enumerated)).toEqual([
      '',
      'a',
      'a et b',
      'a, b et c',
    ]);
  });
});
