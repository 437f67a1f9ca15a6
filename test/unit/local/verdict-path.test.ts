import { verdictPath } from '../../../infra/local/export-results.ts';

describe('where the verdict of a deposit is written', () => {
  it('is its relative path under verdicts, followed by .json', () => {
    expect(verdictPath('84/été.csv')).toBe('verdicts/84/été.csv.json');
  });

  it('keeps a name whole as long as the system takes it', () => {
    const longest = 'a'.repeat(250);
    expect(verdictPath(longest)).toBe(`verdicts/${longest}.json`);
  });

  it('cuts a longer one between characters, and tells it from others that begin alike', () => {
    const [one, other] = ['1', '2'].map((end) => verdictPath(`d/${'\u{1F600}'.repeat(62)}aaa${end}`));
    for (const path of [one, other]) {
      const name = path?.split('/')[2] ?? '';
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name).toMatch(/^\u{1F600}+~[0-9a-f]{16}\.json$/u);
    }
    expect(one).not.toBe(other);
  });

  it('cuts a folder that escapes have made too long', () => {
    const [, folder = ''] = verdictPath(`${'%E9'.repeat(200)}/a.csv`).split('/');
    expect(folder).toMatch(/^(%E9)+.*~[0-9a-f]{16}$/);
    expect(Buffer.byteLength(folder)).toBeLessThanOrEqual(255);
  });
});
