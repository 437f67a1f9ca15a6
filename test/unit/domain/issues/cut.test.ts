import fc from 'fast-check';
import type { IssueCode } from '../../../../shared/domain/issues/codes.ts';
import { cutToMost, MOST_ISSUES } from '../../../../shared/domain/issues/cut.ts';

const CODES: readonly IssueCode[] = ['NUMBER_UNREADABLE', 'CELL_IN_ERROR', 'DATE_SERIAL', 'FINESS_KEY'];
const issues = fc
  .array(fc.constantFrom(...CODES), { maxLength: 60 })
  .map((codes) => codes.map((code, index) => ({ code, index })));
const codesIn = (some: readonly { readonly code: IssueCode }[]) => new Set(some.map(({ code }) => code));

describe('the issues of a verdict that has too many', () => {
  it('are 1,000', () => {
    expect(MOST_ISSUES).toBe(1_000);
  });

  it('are as many as there is room for, in their order, and none when there is room for all', () => {
    fc.assert(
      fc.property(issues, fc.integer({ min: CODES.length, max: 30 }), (all, most) => {
        const cut = cutToMost(all, most);
        expect(cut).toHaveLength(Math.min(all.length, most));
        expect(cut).toEqual(all.filter((issue) => cut.includes(issue)));
      }),
    );
  });

  it('hold some of every code, the first of each', () => {
    fc.assert(
      fc.property(issues, fc.integer({ min: CODES.length, max: 30 }), (all, most) => {
        const cut = cutToMost(all, most);
        expect(codesIn(cut)).toEqual(codesIn(all));
        for (const code of CODES) {
          const of = (some: readonly (typeof all)[number][]) => some.filter((issue) => issue.code === code);
          expect(of(cut)).toEqual(of(all).slice(0, of(cut).length));
        }
      }),
    );
  });

  it('leave out none of a rare code for one that is everywhere', () => {
    const everywhere = Array.from({ length: 2_000 }, (_, index) => ({ code: CODES[0] as IssueCode, index }));
    const last = { code: 'FINESS_KEY' as const, index: 2_000 };
    const cut = cutToMost([...everywhere, last]);
    expect(cut).toHaveLength(1_000);
    expect(cut.at(-1)).toBe(last);
  });
});
