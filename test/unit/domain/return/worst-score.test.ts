import { type DirectoryAudit, worstScore } from '../../../../shared/domain/return/details.ts';

const audit = (score: number): DirectoryAudit => ({ directory: `AD ${score}`, score, date: null, at: {} });

describe('the ADS score of an establishment', () => {
  it.each([
    ['its worst directory', [3, 1, 2], 1],
    ['its only directory', [5], 5],
    ['none where no directory is said', [], null],
  ])('is that of %s', (_, scores, worst) => {
    expect(worstScore(scores.map(audit))).toBe(worst);
  });
});
