import { fileInWords } from '../../../shared/messages/file.ts';

describe('a file in words', () => {
  it('is its name', () => {
    expect(fileInWords({ file: 'a/budget.csv' })).toBe('a/budget.csv');
  });
  it('says that the region’s agency deposited it', () => {
    expect(fileInWords({ file: 'budget.csv', by: 'ars' })).toBe("budget.csv (déposé par l'ARS)");
  });
});
