import { WriteContention } from '../../../shared/application/errors.ts';
import { putEdition } from '../../../shared/application/put-edition.ts';
import { VERSION } from '../../../shared/domain/version.ts';
import { generation, portsOn } from '../../builders/campaign.ts';

const { scope } = generation();

const keyOf = (n: number, extension: string) =>
  `editions/2026/84/${String(n).padStart(64, '0')}.${extension}`;
const documentsOf = (n: number) => ({ manifest: keyOf(n, 'txt'), workbook: keyOf(n, 'xlsx') });
const draftOf = (inputs: string) => ({ inputs, nation: null, write: async () => documentsOf(0) });

function publisher() {
  const ports = portsOn();
  let written = 0;
  const publish = (inputs: string, nation: string | null = null) =>
    putEdition(ports, scope, '84', async () => ({
      inputs,
      nation,
      write: async () => documentsOf(++written),
    }));
  return { ports, publish, written: () => written };
}

async function editionOf(publish: (inputs: string) => Promise<boolean>, ports: ReturnType<typeof portsOn>) {
  await publish('a');
  const edition = await ports.editions.get(scope, '84');
  if (!edition) throw new Error('no edition');
  return edition;
}

describe('publishing an edition', () => {
  it('numbers them from one', async () => {
    const { ports, publish } = publisher();
    for (const inputs of ['a', 'b', 'c']) expect(await publish(inputs)).toBe(true);
    expect(await ports.editions.get(scope, '84')).toEqual({
      of: '84',
      number: 3,
      inputs: 'c',
      nation: null,
      builtAt: '2026-07-15T10:00:00.000Z',
      code: VERSION,
      documents: documentsOf(3),
    });
  });

  it('makes none, and writes no document, when the last stands on the same inputs', async () => {
    const { ports, publish, written } = publisher();
    await publish('a');
    expect(await publish('a')).toBe(false);
    expect(written()).toBe(1);
    expect((await ports.editions.get(scope, '84'))?.number).toBe(1);
  });

  it('makes one when what it is compared with is another', async () => {
    const { ports, publish } = publisher();
    for (const nation of [null, 'n', 'n', 'm']) await publish('a', nation);
    const all = await ports.editions.all(scope, '84');
    expect(all.map(({ number, nation }) => [number, nation])).toEqual([
      [3, 'm'],
      [2, 'n'],
      [1, null],
    ]);
  });

  it('keeps edition.json beside it, with its number, its time and the hashes', async () => {
    const { ports, publish } = publisher();
    await publish('a');
    const key = `editions/2026/84/${scope.generation}-1.edition.json`;
    const text = new TextDecoder().decode((await ports.documents.get(key)) ?? undefined);
    expect(JSON.parse(text)).toEqual({
      campagne: 2026,
      de: '84',
      numero: 1,
      construite_le: '2026-07-15T10:00:00.000Z',
      generation: scope.generation,
      code: VERSION,
      manifeste: '1'.padStart(64, '0'),
      documents: { workbook: '1'.padStart(64, '0') },
    });
  });

  it('names the version of the code that built it, whatever runs when it is described again', async () => {
    const { ports, publish } = publisher();
    const earlier = { ...(await editionOf(publish, ports)), number: 2, inputs: 'b', code: '0.3.0' };
    await ports.editions.put(scope, earlier);
    expect(await publish('b')).toBe(false);
    const key = `editions/2026/84/${scope.generation}-2.edition.json`;
    const text = new TextDecoder().decode((await ports.documents.get(key)) ?? undefined);
    expect(JSON.parse(text)).toMatchObject({ numero: 2, code: '0.3.0' });
  });

  it('keeps edition.json of one that a crash left without', async () => {
    const { ports } = publisher();
    const put = () => Promise.reject(new Error('crash'));
    const crashing = { ...ports, documents: { ...ports.documents, put } };
    await expect(putEdition(crashing, scope, '84', async () => draftOf('a'))).rejects.toThrow('crash');
    expect(await putEdition(ports, scope, '84', async () => draftOf('a'))).toBe(false);
    expect(await ports.documents.get(`editions/2026/84/${scope.generation}-1.edition.json`)).not.toBeNull();
  });

  it('makes one again when the inputs come back to what an earlier one stood on', async () => {
    const { ports, publish } = publisher();
    for (const inputs of ['a', 'b', 'a']) await publish(inputs);
    expect((await ports.editions.get(scope, '84'))?.number).toBe(3);
  });

  it('keeps regions and the nation apart', async () => {
    const { ports, publish } = publisher();
    await publish('a');
    expect(await ports.editions.get(scope, 'FR')).toBeNull();
    expect(await ports.editions.get(scope, '53')).toBeNull();
  });

  it('takes the next number when another writer published the same one with other inputs', async () => {
    const ports = portsOn();
    let drafts = 0;
    const published = await putEdition(ports, scope, '84', async () => {
      drafts++;
      if (drafts === 1) await putEdition(ports, scope, '84', async () => draftOf('other'));
      return draftOf('own');
    });
    expect({ published, drafts }).toEqual({ published: true, drafts: 2 });
    const all = await ports.editions.all(scope, '84');
    expect(all.map(({ number, inputs }) => [number, inputs])).toEqual([
      [2, 'own'],
      [1, 'other'],
    ]);
  });

  it('reads its inputs anew when another writer came first, and gives up after five tries', async () => {
    const ports = portsOn();
    let drafts = 0;
    let tries = 0;
    const editions = { ...ports.editions, put: async () => ++tries < 0 };
    const draft = async () => draftOf(`inputs ${++drafts}`);
    await expect(putEdition({ ...ports, editions }, scope, 'FR', draft)).rejects.toThrow(WriteContention);
    expect({ drafts, tries }).toEqual({ drafts: 5, tries: 5 });
  });
});
