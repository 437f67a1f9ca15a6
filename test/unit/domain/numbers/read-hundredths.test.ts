import fc from 'fast-check';
import { formatHundredths } from '../../../../shared/domain/numbers/format-hundredths.ts';
import { readHundredths } from '../../../../shared/domain/numbers/read-hundredths.ts';

const read = (text: string) => {
  const reading = readHundredths(text);
  return reading.ok ? reading.value : reading.fault;
};

describe('readHundredths', () => {
  it.each([
    ['0', 0n],
    ['12', 1200n],
    ['12.3', 1230n],
    ['12,34', 1234n],
    ['007', 700n],
    ['-5', -500n],
    ['1.5E3', 150_000n],
    ['1,5e3', 150_000n],
    ['15E-1', 150n],
    ['1.5e+0003', 150_000n],
    ['123456E-4', 'too-precise'],
    ['1234500E-4', 12_345n],
    ['9999999999999.99', 999_999_999_999_999n],
  ])('reads %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ['a space between thousands', '1 234 567,89'],
    ['U+00A0', '1\u00a0234\u00a0567,89'],
    ['U+202F', '1\u202f234\u202f567,89'],
    ['U+2009, a tab and line ends', '\t1\u2009234\r\n567,89\n'],
    ['a trailing euro', '1234567,89€'],
    ['a euro after a no-break space', '1\u202f234\u202f567,89\u00a0€ '],
    ['spaces around the decimal mark', '1234567 , 89'],
  ])('drops %s', (_, text) => {
    expect(read(text)).toBe(123_456_789n);
  });

  it('takes U+2212 for a minus', () => {
    expect(read('\u22125,25')).toBe(-525n);
  });

  it.each(['-', '-   €', '\u2212', ' - ', '-\u00a0€'])(
    'takes %j alone for zero, as Excel shows it',
    (text) => {
      expect(read(text)).toBe(0n);
    },
  );

  it.each([
    '',
    ' ',
    '1.234,56',
    '1,234.56',
    '1,234,567',
    '(5)',
    '+5',
    '12 EUR',
    '5.',
    '5,',
    '5.€',
    '.5',
    ',5',
    '€',
    '€5',
    '5€€',
    '5$',
    '--5',
    '5-',
    '-€5',
    'E3',
    '1E',
    '1E+',
    '1E3.5',
    '1E3,5',
    '1E--3',
    '0x10',
    '1_000',
    "1'000",
    'NaN',
    'Infinity',
    '１２',
    '٣',
    '1;2',
    'douze',
  ])('refuses %j as unreadable', (text) => {
    expect(read(text)).toBe('unreadable');
  });

  it('refuses 10^13 and above, however written', () => {
    for (const text of ['10000000000000', '1E13', '-1e13', '10 000 000 000 000,00 €', '99999999999999'])
      expect(read(text)).toBe('too-large');
    expect(read('10000000000000.005')).toBe('too-large');
    expect(read('9999999999999.999999999')).toBe('too-large');
    expect(read('9999999999999.99')).toBe(999_999_999_999_999n);
  });

  it('snaps to the whole hundredth within 0.0001 of one, inclusive, from either side', () => {
    expect(read('39297655.289999999')).toBe(3_929_765_529n);
    expect(read('1.000001')).toBe(100n);
    expect(read('1.0000010000')).toBe(100n);
    expect(read('0.999999')).toBe(100n);
    expect(read('0.000001')).toBe(0n);
    expect(read('0.000000999')).toBe(0n);
    expect(read('100000.1E-5')).toBe(100n);
  });

  it('refuses more than two decimals just beyond 0.0001 of a hundredth', () => {
    for (const text of [
      '1.0000010001',
      '1.000002',
      '0.99999899999',
      '0.999998',
      '0.00000100001',
      '1.005',
      '1.234',
    ])
      expect(read(text)).toBe('too-precise');
  });

  it('judges the sign after it has snapped', () => {
    expect(read('-0')).toBe(0n);
    expect(read('-0.000001')).toBe(0n);
    expect(read('-0.0000011')).toBe('too-precise');
    expect(read('-1E-400')).toBe(0n);
  });

  it('has no bound on zeros that say nothing', () => {
    expect(read(`${'0'.repeat(5_000)}5`)).toBe(500n);
    expect(read(`5.${'0'.repeat(5_000)}`)).toBe(500n);
    expect(read(`5.${'0'.repeat(5_000)}1`)).toBe(500n);
    expect(read(`0.${'0'.repeat(5_000)}5E5001`)).toBe(500n);
    expect(read('0E999999999')).toBe(0n);
  });

  it('calls a number of any length too large, not unreadable', () => {
    expect(read('9'.repeat(401))).toBe('too-large');
    expect(read('9'.repeat(100_000))).toBe('too-large');
  });

  it('answers at once to hostile text', () => {
    const hostile = [
      '1E999999999',
      `1E${'9'.repeat(100_000)}`,
      `1E-${'9'.repeat(100_000)}`,
      '1E-999999999',
      '9'.repeat(100_000),
      `0.${'3'.repeat(100_000)}`,
      `0.${'9'.repeat(100_000)}`,
      `${'1'.repeat(100_000)}x`,
      `1.${'1'.repeat(100_000)}x`,
      ' '.repeat(100_000),
      '€'.repeat(100_000),
      '-'.repeat(100_000),
    ];
    const start = performance.now();
    for (const text of hostile) read(text);
    expect(performance.now() - start).toBeLessThan(250);
    expect(read('1E999999999')).toBe('too-large');
    expect(read('1E-999999999')).toBe(0n);
    expect(read(`0.${'3'.repeat(100_000)}`)).toBe('too-precise');
    expect(read(`0.${'9'.repeat(100_000)}`)).toBe(100n);
  });

  const below = 10n ** 15n;
  const amounts = fc.bigInt({ min: -below + 1n, max: below - 1n });

  it('reads back what formatHundredths wrote', () => {
    fc.assert(fc.property(amounts, (value) => read(formatHundredths(value)) === value));
  });

  it('reads any amount in every spelling', () => {
    const spelling = fc.record({
      mark: fc.constantFrom('.', ','),
      space: fc.constantFrom('', ' ', '\u00a0', '\u202f'),
      minus: fc.constantFrom('-', '\u2212'),
      euro: fc.constantFrom('', '€', ' €', '\u00a0€ '),
      shift: fc.integer({ min: -20, max: 20 }),
      zeros: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(amounts, spelling, (value, { mark, space, minus, euro, shift, zeros }) => {
        const plain = formatHundredths(value < 0n ? -value : value);
        const [whole = '', decimals = ''] = plain.split('.');
        const sign = value < 0n ? minus : '';
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, space);
        const decimal = `${sign}${'0'.repeat(zeros)}${grouped}${mark}${decimals}${'0'.repeat(zeros)}${euro}`;
        const power = -2 - Math.abs(shift);
        const exponent = `${sign}${whole}${decimals}${'0'.repeat(Math.abs(shift))}E${power}${euro}`;
        return read(decimal) === value && read(exponent) === value;
      }),
    );
  });

  it('agrees with an exact oracle on any number of decimals', () => {
    const parts = fc.tuple(
      fc.bigInt({ min: 0n, max: 10n ** 6n }),
      fc.oneof(
        fc.stringMatching(/^\d{1,9}$/),
        fc
          .tuple(fc.stringMatching(/^\d\d$/), fc.constantFrom('0000', '9999', '0001', '9998'))
          .map((p) => p.join('')),
        fc
          .tuple(
            fc.stringMatching(/^\d\d$/),
            fc.constantFrom('0000', '9999', '0001', '9998'),
            fc.stringMatching(/^\d{1,4}$/),
          )
          .map((p) => p.join('')),
      ),
    );
    fc.assert(
      fc.property(parts, ([whole, decimals]) => {
        // In units of 10^-20 of a hundredth.
        const scale = 10n ** 20n;
        const exact = BigInt(`${whole}${decimals.padEnd(22, '0')}`);
        const nearest = (exact + scale / 2n) / scale;
        const distance = exact > nearest * scale ? exact - nearest * scale : nearest * scale - exact;
        const expected = distance * 10_000n <= scale ? nearest : 'too-precise';
        return read(`${whole}.${decimals}`) === expected;
      }),
      { numRuns: 500 },
    );
  });
});
