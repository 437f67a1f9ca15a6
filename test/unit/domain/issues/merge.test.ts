import fc from 'fast-check';
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

  it('leaves apart cells side by side, above or far', () => {
    const apart = ['B4', 'C4', 'B3', 'C4', 'B5', 'B9'].map((cell) => ['a', { sheet: 'S', cell }] as const);
    expect(merge(...apart)).toEqual(apart);
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
