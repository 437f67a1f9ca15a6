import { decodeText } from '../../../shared/adapters/tables/decode-text.ts';

describe('decodeText', () => {
  it('reads UTF-8, and drops its mark', () => {
    expect(decodeText(new TextEncoder().encode('é€'))).toBe('é€');
    expect(decodeText(new TextEncoder().encode('\ufeffé'))).toBe('é');
  });

  it('reads anything else as Windows-1252, its C1 block included', () => {
    expect(decodeText(Uint8Array.of(0xe9, 0x80, 0x92, 0x9c, 0xa0))).toBe('é€’œ\u00a0');
    expect(decodeText(Uint8Array.of(0x41, 0xc3))).toBe('AÃ');
  });
});
