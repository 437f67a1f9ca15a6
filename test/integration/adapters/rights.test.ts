import type { Rights } from '../../../shared/application/ports.ts';
import type { Perimeter } from '../../../shared/domain/access/perimeter.ts';
import { STORAGE_KINDS, type StorageKind } from './kinds.ts';
import { finess, right } from './specimens.ts';

const PERIMETERS: readonly Perimeter[] = [
  { kind: 'nation' },
  { kind: 'region', region: '975' },
  { kind: 'bodies', finess: [finess(1), finess(2)] },
];

describe.each(STORAGE_KINDS)('rights %s', (_, start) => {
  let kind: StorageKind;
  let rights: Rights;
  beforeAll(async () => {
    kind = await start();
  });
  beforeEach(async () => {
    ({ rights } = await kind.blank());
  });
  afterAll(() => kind.stop());

  it.each(PERIMETERS)('on $kind are given back as they were, revoked or not', async (perimeter) => {
    const granted = { ...right('a'), perimeter };
    const revoked = { at: '2026-06-01T00:00:00.000Z', by: { issuer: 'i', subject: 'admin' } };
    expect(await rights.get(granted)).toBeNull();
    expect(await rights.put(granted, null)).toBe(true);
    expect(await rights.get(granted)).toEqual({ version: 1, value: granted });
    expect(await rights.put({ ...granted, revoked }, 1)).toBe(true);
    expect(await rights.get(granted)).toEqual({ version: 2, value: { ...granted, revoked } });
    expect(await rights.all()).toEqual([{ ...granted, revoked }]);
  });

  it('are refused to a writer who read another version, or none', async () => {
    await rights.put(right('a'), null);
    expect(await rights.put({ ...right('a'), label: 'late' }, null)).toBe(false);
    expect(await rights.put({ ...right('a'), label: 'late' }, 2)).toBe(false);
    expect((await rights.get(right('a')))?.value).toEqual(right('a'));
  });

  it('of one name at two issuers are two; all come by issuer then subject', async () => {
    const named = [
      ['https://b', 'a'],
      ['https://a', 'b'],
      ['https://a', 'é'],
      ['https://a', 'a'],
      ['https://a', 'B'],
    ] as const;
    for (const [issuer, subject] of named) await rights.put(right(subject, issuer), null);
    const all = await rights.all();
    expect(all.map(({ issuer, subject }) => [issuer, subject])).toEqual([4, 3, 1, 2, 0].map((n) => named[n]));
  });
});
