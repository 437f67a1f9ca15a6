import * as fc from 'fast-check';
import { canonicalJson, digestOf, sha256 } from '../../../shared/application/digest.ts';

describe('the digest of a value', () => {
  it('does not depend on the order in which keys were set, at any depth', () => {
    expect(digestOf({ a: 1, b: { c: 2, d: [3] } })).toBe(digestOf({ b: { d: [3], c: 2 }, a: 1 }));
  });

  it('depends on the order of a list', () => {
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
  });

  it('takes an absent key and an undefined one for the same, and null for another', () => {
    expect(digestOf({ a: 1, b: undefined })).toBe(digestOf({ a: 1 }));
    expect(digestOf({ a: 1, b: null })).not.toBe(digestOf({ a: 1 }));
  });

  it('tells a big integer from the number and the text that look like it', () => {
    expect(new Set([10n, 10, '10'].map(digestOf)).size).toBe(3);
  });

  it('keeps the last digit of a big integer', () => {
    expect(digestOf(2n ** 64n)).not.toBe(digestOf(2n ** 64n + 1n));
  });

  it('is the same for equal values and differs for others', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        // -0 is written 0, as in JSON.
        const [one, other] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
        expect(digestOf(one)).toBe(digestOf(structuredClone(one)));
        expect(JSON.parse(canonicalJson(one))).toEqual(one);
        if (canonicalJson(one) === canonicalJson(other)) expect(one).toEqual(other);
      }),
    );
  });

  it('is a SHA-256 in lower-case hexadecimal, of the UTF-8 of a text', () => {
    expect(sha256('é')).toBe(sha256(new Uint8Array([0xc3, 0xa9])));
    expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(digestOf('abc')).toBe(sha256('"abc"'));
  });
});
