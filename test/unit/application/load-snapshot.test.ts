import { StorageFailure } from '../../../shared/application/errors.ts';
import { snapshotLoader } from '../../../shared/application/load-snapshot.ts';

const MOST_KEPT = 40_000;

/** Snapshots that are nothing but their declarants: the key says how many. */
function store() {
  const reads: string[] = [];
  const get = async (key: string) => {
    reads.push(key);
    const rows = Array.from({ length: Number(key.split('/')[0]) }, (_, i) => [String(i)]);
    const tables = { figures: [['finess'], ...rows], aggregates: [['axe']] };
    return new TextEncoder().encode(JSON.stringify(tables));
  };
  const load = snapshotLoader({ get });
  return {
    reads,
    load: async (...keys: readonly string[]) => {
      for (const key of keys) await load(key);
    },
    loader: load,
  };
}

describe('the snapshots that a process keeps', () => {
  it('are those of many campaigns of the nation', async () => {
    const { reads, load } = store();
    const keys = Array.from({ length: 11 }, (_, i) => `3500/${i}`);
    await load(...keys, ...keys);
    expect(reads).toEqual(keys);
  });

  it('go, the one asked for least lately first, when they hold too many declarants', async () => {
    const { reads, load } = store();
    const [a, b, c] = ['a', 'b', 'c'].map((name) => `${MOST_KEPT / 2}/${name}`) as [string, string, string];
    await load(a, b, a, c);
    expect(reads).toEqual([a, b, c]);
    await load(a);
    expect(reads).toEqual([a, b, c]);
    await load(b);
    expect(reads).toEqual([a, b, c, b]);
  });

  it('hold one that is larger than the bound by itself, until another is asked for', async () => {
    const { reads, load } = store();
    const huge = `${MOST_KEPT + 1}/huge`;
    await load(huge, huge);
    expect(reads).toEqual([huge]);
    await load('1/small', huge);
    expect(reads).toEqual([huge, '1/small', huge]);
  });

  it('are read once by those who ask at the same time', async () => {
    const { reads, loader } = store();
    await Promise.all([loader('5/x'), loader('5/x')]);
    expect(reads).toEqual(['5/x']);
  });

  it('may be of an edition that did not keep who counts where', async () => {
    const { loader } = store();
    const snapshot = await loader('5/x');
    expect(snapshot).toMatchObject({ ruleSet: null, sizes: [], past: [] });
    expect(() => snapshot.nation()).toThrow(StorageFailure);
  });
});
