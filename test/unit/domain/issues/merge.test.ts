import fc from 'fast-check';
import { parseReference, writeReference } from '../../../../shared/domain/deposit/cell-reference.ts';
import type { Place } from '../../../../shared/domain/issues/issue.ts';
import { mergeNeighbours } from '../../../../shared/domain/issues/merge.ts';

const merge = (...issues: readonly (readonly [string, Place])[]) =>
  mergeNeighbours(
    issues.map(([key, at]) => ({ key, at })),
    ({ key }) => key,
  ).map(({ key, at }) => [key, at]);

describe('mergeNeighbours', () => {
  it('makes one issue of equal ones on consecutive lines of a column', () => {
    expect(
      merge(
        ['a', { line: 2, column: 'x' }],
        ['a', { line: 3, column: 'x' }],
        ['a', { line: 4, column: 'x' }],
      ),
    ).toEqual([['a', { line: 2, lastLine: 4, column: 'x' }]]);
  });

  it('leaves apart a gap, another column, another issue and the same line twice', () => {
    const apart: readonly (readonly [string, Place])[] = [
      ['a', { line: 2, column: 'x' }],
      ['a', { line: 4, column: 'x' }],
      ['a', { line: 5, column: 'y' }],
      ['b', { line: 5, column: 'x' }],
      ['b', { line: 5, column: 'x' }],
    ];
    expect(merge(...apart)).toEqual(apart);
  });

  it('sees neighbours through the issues of other columns, and keeps the place of the first', () => {
    expect(
      merge(
        ['a', { line: 2, column: 'x' }],
        ['b', { line: 2, column: 'y' }],
        ['a', { line: 3, column: 'x' }],
        ['b', { line: 3, column: 'y' }],
      ),
    ).toEqual([
      ['a', { line: 2, lastLine: 3, column: 'x' }],
      ['b', { line: 2, lastLine: 3, column: 'y' }],
    ]);
  });

  it('starts again after a gap', () => {
    expect(merge(['a', { line: 2 }], ['a', { line: 3 }], ['a', { line: 7 }], ['a', { line: 8 }])).toEqual([
      ['a', { line: 2, lastLine: 3 }],
      ['a', { line: 7, lastLine: 8 }],
    ]);
  });

  it('makes one range of cells one below the other, of one sheet', () => {
    expect(
      merge(
        ['a', { sheet: 'S', cell: 'AB9', column: 'x' }],
        ['a', { sheet: 'S', cell: 'AB10', column: 'x' }],
        ['a', { sheet: 'S', cell: 'AB11', column: 'x' }],
        ['a', { sheet: 'T', cell: 'AB12', column: 'x' }],
      ),
    ).toEqual([
      ['a', { sheet: 'S', cell: 'AB9:AB11', column: 'x' }],
      ['a', { sheet: 'T', cell: 'AB12', column: 'x' }],
    ]);
  });

  it('leaves apart cells above, to the left or far', () => {
    const apart = ['B4', 'B3', 'D9', 'C9', 'B11', 'D11'].map((cell) => ['a', { sheet: 'S', cell }] as const);
    expect(merge(...apart)).toEqual(apart);
  });

  it('makes one range, of no column, of cells side by side', () => {
    expect(
      merge(
        ['a', { sheet: 'S', cell: 'Y4', column: 'x' }],
        ['b', { sheet: 'S', cell: 'Z4', column: 'y' }],
        ['a', { sheet: 'S', cell: 'Z4', column: 'y' }],
        ['a', { sheet: 'S', cell: 'AA4', column: 'z' }],
      ),
    ).toEqual([
      ['a', { sheet: 'S', cell: 'Y4:AA4' }],
      ['b', { sheet: 'S', cell: 'Z4', column: 'y' }],
    ]);
  });

  it('makes one block of ranges of the same rows, and leaves apart those of others', () => {
    const rows = [4, 5, 6].flatMap((row) => ['B', 'C', 'D'].map((column) => `${column}${row}`));
    const at = (cell: string) => ['a', { sheet: 'S', cell, column: cell.charAt(0) }] as const;
    expect(merge(...rows.map(at))).toEqual([['a', { sheet: 'S', cell: 'B4:D6' }]]);
    expect(merge(...['B4', 'C4', 'B5'].map(at))).toEqual([
      ['a', { sheet: 'S', cell: 'B4:B5', column: 'B' }],
      ['a', { sheet: 'S', cell: 'C4', column: 'C' }],
    ]);
  });

  it('makes one block of ranges of several columns that follow each other', () => {
    expect(merge(['a', { sheet: 'S', cell: 'A3:F3' }], ['a', { sheet: 'S', cell: 'A4:F4' }])).toEqual([
      ['a', { sheet: 'S', cell: 'A3:F4' }],
    ]);
    const ragged = [
      ['a', { sheet: 'S', cell: 'A3:F3' }],
      ['a', { sheet: 'S', cell: 'A4:E4' }],
    ] as const;
    expect(merge(...ragged)).toEqual(ragged);
  });

  it('holds each cell of a sheet once, in any block', () => {
    const cells = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b'),
        row: fc.integer({ min: 1, max: 6 }),
        column: fc.integer({ min: 0, max: 4 }),
      }),
      { selector: ({ key, row, column }) => `${key}${row}.${column}`, maxLength: 40 },
    );
    fc.assert(
      fc.property(cells, (found) => {
        const issues = found
          .sort((a, b) => a.row - b.row || a.column - b.column)
          .map(({ key, row, column }) => ({
            key,
            at: { sheet: 'S', cell: writeReference({ column, row }), column: `${column}` } as Place,
          }));
        const held = mergeNeighbours(issues, ({ key }) => key).flatMap(({ key, at }) => {
          const [first = '', last = first] = (at.cell ?? '').split(':');
          const [from, to] = [parseReference(first), parseReference(last)];
          if (!from || !to) return [];
          const columns = Array.from({ length: to.column - from.column + 1 }, (_, i) => from.column + i);
          const rows = Array.from({ length: to.row - from.row + 1 }, (_, i) => from.row + i);
          return rows.flatMap((row) => columns.map((column) => key + writeReference({ column, row })));
        });
        expect(held.sort()).toEqual(issues.map(({ key, at }) => `${key}${at.cell}`).sort());
      }),
    );
  });

  it('leaves apart issues that have no place', () => {
    expect(merge(['a', {}], ['a', {}])).toHaveLength(2);
    expect(merge(['a', { sheet: 'S', cell: 'A1' }], ['a', { sheet: 'S', line: 2 }])).toHaveLength(2);
  });

  it('loses no line and invents none', () => {
    const places = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b'),
        line: fc.integer({ min: 2, max: 12 }),
        column: fc.constantFrom('x', 'y'),
      }),
      { selector: ({ key, line, column }) => `${key}${line}${column}`, maxLength: 40 },
    );
    fc.assert(
      fc.property(places, (found) => {
        const issues = found.sort((a, b) => a.line - b.line).map(({ key, ...at }) => [key, at] as const);
        const lines = mergeNeighbours(
          issues.map(([key, at]) => ({ key, at: at as Place })),
          ({ key }) => key,
        ).flatMap(({ key, at }) => {
          const first = at.line ?? 0;
          const count = (at.lastLine ?? first) - first + 1;
          return Array.from({ length: count }, (_, i) => `${key}${at.column}${first + i}`);
        });
        expect(lines.sort()).toEqual(issues.map(([key, at]) => `${key}${at.column}${at.line}`).sort());
      }),
    );
  });
});
