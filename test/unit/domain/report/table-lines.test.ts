import { tableLines } from '../../../../shared/domain/report/table-lines.ts';

describe('a table as lines', () => {
  it('names each cell by its column, in the order of the columns', () => {
    const [line] = tableLines([
      ['finess', 'etat'],
      ['010000017', 'calcule'],
    ]);
    expect(Object.entries(line ?? {})).toEqual([
      ['finess', '010000017'],
      ['etat', 'calcule'],
    ]);
  });

  it('has no line where there is nothing but headings, or nothing at all', () => {
    expect(tableLines([['finess']])).toEqual([]);
    expect(tableLines([])).toEqual([]);
  });
});
