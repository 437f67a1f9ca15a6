import fc from 'fast-check';
import { parseReference, writeReference } from '../../../../shared/domain/deposit/cell-reference.ts';

describe('A1 references', () => {
  it.each([
    ['A1', 0, 1],
    ['Z9', 25, 9],
    ['AA10', 26, 10],
    ['AZ1', 51, 1],
    ['BA1', 52, 1],
    ['ZZ1', 701, 1],
    ['AAA1', 702, 1],
    ['XFD1048576', 16_383, 1_048_576],
  ])('reads and writes %s', (text, column, row) => {
    expect(parseReference(text)).toEqual({ column, row });
    expect(writeReference({ column, row })).toBe(text);
  });

  it.each(['', 'A', '1', 'A0', 'A01', 'a1', '$A$1', 'A1:B2', 'AAAA1', 'A12345678', 'R1C1'])(
    'does not read %j',
    (text) => {
      expect(parseReference(text)).toBeNull();
    },
  );

  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.nat(16_383), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
        expect(parseReference(writeReference({ column, row }))).toEqual({ column, row });
      }),
    );
  });
});
