import { readAccountNumber } from '../../../../shared/domain/accounts/account-number.ts';
import { nomenclatureOf, readNomenclature } from '../../../../shared/domain/accounts/nomenclature.ts';

describe('the number of an account', () => {
  it.each([
    ['64', '64'],
    ['6411000', '6411000'],
    ['64.11', '6411'],
    [' 64 11\u00a0000\u202f', '6411000'],
    ['641100000000', '641100000000'],
  ])('is read from %j: %s', (text, digits) => {
    expect(readAccountNumber(text)).toBe(digits);
  });

  it.each(['', '6', '64A1', '6411000000000', '64-11', '64,11', '6.4E3', 'Total 64', '.', '６４'])(
    'is none in %j',
    (text) => {
      expect(readAccountNumber(text)).toBeNull();
    },
  );
});

describe('the chart of accounts', () => {
  it.each([
    ['M21', 'M21'],
    ['m 21', 'M21'],
    ['M.22', 'M22'],
    [' pcg ', 'PCG'],
  ])('is read from %j: %s', (text, chart) => {
    expect(readNomenclature(text)).toBe(chart);
  });

  it.each(['', 'M14', 'M57', 'M211', 'plan comptable'])('is none in %j', (text) => {
    expect(readNomenclature(text)).toBeNull();
  });

  it('is M21 for public bodies and PCG for private ones, where they name none', () => {
    expect(nomenclatureOf('public')).toBe('M21');
    expect(nomenclatureOf('prive_non_lucratif')).toBe('PCG');
    expect(nomenclatureOf('prive_lucratif')).toBe('PCG');
  });
});
