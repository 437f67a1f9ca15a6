import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readFiness, withKey } from '../../../../shared/domain/finess/finess.ts';

const read = (text: string) => {
  const reading = readFiness(text);
  return reading.ok ? reading.value : reading.fault;
};

const eights = fc
  .tuple(fc.stringMatching(/^\d$/), fc.stringMatching(/^[0-9AB]$/), fc.stringMatching(/^\d{6}$/))
  .map((parts) => parts.join(''));

describe('readFiness', () => {
  it.each(['010000024', '010780054', '2A0000014', '2B0000020', '970100228', '750712184'])(
    'takes %s',
    (finess) => {
      expect(read(finess)).toBe(finess);
    },
  );

  it('counts A as 1 and B as 2, at the second place only', () => {
    expect(read('2A0000014')).toBe('2A0000014');
    expect(read('210000014')).toBe('210000014');
    expect(read('2B0000012')).toBe('2B0000012');
    expect(read('220000012')).toBe('220000012');
    expect(read('2A0000012')).toBe('key');
    for (const text of ['A20000014', '20A000014', '2C0000014', '20000001A'])
      expect(read(text)).toBe('malformed');
  });

  it('drops white space of every kind and upper-cases letters', () => {
    expect(read(' 01 000\u00a0002\u202f4\t')).toBe('010000024');
    expect(read('2a0000014')).toBe('2A0000014');
  });

  it('pads 7 or 8 digits to 9, whose leading zeros Excel ate, and nothing else', () => {
    expect(read('10000024')).toBe('010000024');
    const twoZeros = withKey('00123456');
    expect(read(twoZeros.slice(2))).toBe(twoZeros);
    const threeZeros = withKey('00012345');
    expect(read(threeZeros.slice(3))).toBe('malformed');
    expect(read('A0000014')).toBe('malformed');
  });

  it('tells a blank number from a malformed one and from a wrong key', () => {
    expect(read('')).toBe('blank');
    expect(read(' \u00a0')).toBe('blank');
    for (const text of ['0100000240', '01000002-4', '010000024.0', '1.0000024E7', 'CHU', '０１００００024'])
      expect(read(text)).toBe('malformed');
    expect(read('010000025')).toBe('key');
    expect(read('10000025')).toBe('key');
  });

  it('accepts exactly one key digit of ten', () => {
    fc.assert(
      fc.property(eights, (eight) => {
        const valid = [...'0123456789'].filter((key) => readFiness(eight + key).ok);
        return valid.length === 1 && valid[0] === withKey(eight).charAt(8);
      }),
    );
  });

  it('detects any single wrong digit', () => {
    fc.assert(
      fc.property(eights, fc.nat(8), fc.integer({ min: 1, max: 9 }), (eight, place, shift) => {
        const finess = withKey(eight);
        const digit = finess.charAt(place);
        if (!/\d/.test(digit)) return;
        const wrong = `${finess.slice(0, place)}${(Number(digit) + shift) % 10}${finess.slice(place + 1)}`;
        expect(read(wrong)).toBe('key');
      }),
    );
  });
});

describe('withKey', () => {
  it('refuses what cannot begin a FINESS number', () => {
    expect(() => withKey('ABCDEFGH')).toThrow(RangeError);
  });
});

const SAE = path.resolve(import.meta.dirname, '../../../../../shared/data/sae-2022/ID_2022r.csv');

if (existsSync(SAE)) {
  describe('the FINESS numbers of the SAE 2022', () => {
    it('all have a right key', () => {
      const [header = '', ...lines] = readFileSync(SAE, 'latin1').split(/\r?\n/);
      const headings = header.split(';');
      const columns = [headings.indexOf('fi'), headings.indexOf('fi_ej')];
      const numbers = lines
        .flatMap((line) => columns.map((column) => line.split(';')[column] ?? ''))
        .filter(Boolean);
      expect(numbers.length).toBeGreaterThan(5_000);
      expect(numbers.filter((number) => read(number) !== number)).toEqual([]);
    });
  });
}
