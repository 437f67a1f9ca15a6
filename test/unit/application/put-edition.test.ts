import { WriteContention } from '../../../shared/application/errors.ts';
import { putEdition } from '../../../shared/application/put-edition.ts';
import { generation, portsOn } from '../../builders/campaign.ts';

const { scope } = generation();

const draftOf = (inputs: string) => ({ inputs, write: async () => ({}) });

function publisher() {
  const ports = portsOn();
  let written = 0;
  const publish = (inputs: string) =>
    putEdition(ports, scope, '84', async () => ({
      inputs,
      write: async () => ({ workbook: `document ${++written}` }),
    }));
  return { ports, publish, written: () => written };
}

describe('publishing an edition', () => {
  it('numbers them from one', async () => {
    const { ports, publish } = publisher();
    for (const inputs of ['a', 'b', 'c']) expect(await publish(inputs)).toBe(true);
    expect(await ports.editions.get(scope, '84')).toEqual({
      of: '84',
      number: 3,
      inputs: 'c',
      builtAt: '2026-07-15T10:00:00.000Z',
      documents: { workbook: 'document 3' },
    });
  });

  it('makes none, and writes no document, when the last stands on the same inputs', async () => {
    const { ports, publish, written } = publisher();
    await publish('a');
    expect(await publish('a')).toBe(false);
    expect(written()).toBe(1);
    expect((await ports.editions.get(scope, '84'))?.number).toBe(1);
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
    const draft = async () => ({ inputs: `inputs ${++drafts}`, write: async () => ({}) });
    await expect(putEdition({ ...ports, editions }, scope, 'FR', draft)).rejects.toThrow(WriteContention);
    expect({ drafts, tries }).toEqual({ drafts: 5, tries: 5 });
  });
});
