import type { Ports } from '../../../infra/local/workplace.ts';
import { FactDamaged, WriteContention } from '../../../shared/application/errors.ts';
import type { Message } from '../../../shared/application/ports.ts';
import { readDeposits } from '../../../shared/application/read-deposits.ts';
import { receiveFact } from '../../../shared/application/receive-fact.ts';
import { csvOf, type Deposit, depositsOf, generation, portsOn } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER, MEMBER } from '../../builders/directory.ts';

const UNDER = generation();
const [one, other] = depositsOf(csvOf(GOOD_ROW), csvOf({ ...GOOD_ROW, finess: MEMBER })) as readonly [
  Deposit,
  Deposit,
];

/** The ports, and each call that changes something, in the order in which they took effect. */
function recorded() {
  const steps: string[] = [];
  const sent: Message[] = [];
  const ports = portsOn();
  const noting =
    <A extends unknown[], R>(step: string, method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const result = await method(...args);
      steps.push(step);
      return result;
    };
  const all = {
    ...ports,
    facts: { ...ports.facts, put: noting('fact kept', ports.facts.put) },
    journal: { ...ports.journal, add: noting('entries added', ports.journal.add) },
    documents: { ...ports.documents, put: noting('verdict written', ports.documents.put) },
    verdicts: { ...ports.verdicts, put: noting('verdict given', ports.verdicts.put) },
    queue: {
      send: async (messages: readonly Message[]) => {
        sent.push(...messages);
        steps.push(messages.map(({ kind }) => kind).join(' '));
      },
    },
  };
  return { ports: all, steps, sent };
}

const keep = async (ports: Ports, ...deposits: readonly Deposit[]) => {
  for (const { fact, bytes } of deposits) await ports.facts.put(fact, bytes);
};

describe('receiving a deposit', () => {
  it('keeps its bytes before anything is asked of them', async () => {
    const { ports, steps } = recorded();
    await receiveFact(ports, one.fact, one.bytes, [UNDER.scope]);
    expect(steps).toEqual(['fact kept', 'read-deposit']);
  });

  it('asks for nothing when the bytes could not be kept', async () => {
    const { ports, steps } = recorded();
    const facts = { ...ports.facts, put: () => Promise.reject(new Error('full')) };
    const received = receiveFact({ ...ports, facts }, one.fact, one.bytes, [UNDER.scope]);
    await expect(received).rejects.toThrow('full');
    expect(steps).toEqual([]);
  });

  it('asks for its reading in each generation', async () => {
    const { ports, sent } = recorded();
    const second = generation({ groups: [] }).scope;
    await receiveFact(ports, one.fact, one.bytes, [UNDER.scope, second]);
    expect(sent.map(({ scope }) => scope)).toEqual([UNDER.scope, second]);
  });
});

describe('reading deposits', () => {
  it('adds the entries, asks for the figures, and gives the verdict last', async () => {
    const { ports, steps } = recorded();
    await keep(ports, one);
    expect(await readDeposits(ports, UNDER, [{ id: one.fact.id }])).toEqual([]);
    expect(steps).toEqual([
      'fact kept',
      'entries added',
      'compute-figures',
      'verdict written',
      'verdict given',
    ]);
  });

  it('gives no verdict when the figures could not be asked for', async () => {
    const { ports, steps } = recorded();
    await keep(ports, one);
    const queue = { send: () => Promise.reject(new Error('refused')) };
    await expect(readDeposits({ ...ports, queue }, UNDER, [{ id: one.fact.id }])).rejects.toThrow('refused');
    expect(steps).toEqual(['fact kept', 'entries added']);
  });

  it('twice gives one verdict', async () => {
    const { ports, steps } = recorded();
    await keep(ports, one);
    await readDeposits(ports, UNDER, [{ id: one.fact.id }, { id: one.fact.id }]);
    await readDeposits(ports, UNDER, [{ id: one.fact.id }]);
    expect(steps.filter((step) => step === 'verdict given')).toHaveLength(1);
    expect((await ports.verdicts.get(UNDER.scope, one.fact.id))?.version).toBe(1);
  });

  it('asks for the figures of each body once, however many rows name it', async () => {
    const { ports, sent } = recorded();
    const [twice] = depositsOf(csvOf(GOOD_ROW, GOOD_ROW)) as readonly [Deposit];
    await keep(ports, twice);
    await readDeposits(ports, UNDER, [{ id: twice.fact.id }]);
    expect(sent).toEqual([{ kind: 'compute-figures', scope: UNDER.scope, finess: LONER }]);
  });

  it('fails for damaged bytes alone, and reads the others', async () => {
    const { ports } = recorded();
    await keep(ports, one, other);
    const read: Ports['facts']['read'] = async (...args) => {
      const found = await ports.facts.read(...args);
      return found && found.fact.id === one.fact.id ? { ...found, bytes: new Uint8Array([1]) } : found;
    };
    const facts = { ...ports.facts, read };
    const failures = await readDeposits({ ...ports, facts }, UNDER, [
      { id: one.fact.id },
      { id: other.fact.id },
    ]);
    expect(failures).toEqual([{ of: one.fact.id, error: expect.any(FactDamaged) }]);
    expect(await ports.verdicts.get(UNDER.scope, one.fact.id)).toBeNull();
    expect(await ports.verdicts.get(UNDER.scope, other.fact.id)).not.toBeNull();
    expect(await ports.journal.ofTerritory(UNDER.scope, '84')).toHaveLength(1);
  });

  it('fails for a fact that is not there alone', async () => {
    const { ports } = recorded();
    await keep(ports, other);
    const failures = await readDeposits(ports, UNDER, [{ id: one.fact.id }, { id: other.fact.id }]);
    expect(failures).toEqual([{ of: one.fact.id, error: expect.any(FactDamaged) }]);
    expect(await ports.verdicts.get(UNDER.scope, other.fact.id)).not.toBeNull();
  });

  it('fails for a file on which the reader breaks alone', async () => {
    const { ports } = recorded();
    await keep(ports, one, other);
    const readFile: Ports['readFile'] = async (bytes) => {
      if (Buffer.from(bytes).includes(LONER)) throw new TypeError('a defect of the reader');
      return ports.readFile(bytes);
    };
    const failures = await readDeposits({ ...ports, readFile }, UNDER, [
      { id: one.fact.id },
      { id: other.fact.id },
    ]);
    expect(failures).toEqual([{ of: one.fact.id, error: expect.any(TypeError) }]);
    expect(await ports.verdicts.get(UNDER.scope, other.fact.id)).not.toBeNull();
  });

  it('tries five times against other writers, then hands the message back', async () => {
    const { ports } = recorded();
    await keep(ports, one, other);
    let tries = 0;
    const put: Ports['verdicts']['put'] = async (...args) =>
      args[1].fact === one.fact.id ? ++tries < 0 : ports.verdicts.put(...args);
    const verdicts = { ...ports.verdicts, put };
    const failures = await readDeposits({ ...ports, verdicts }, UNDER, [
      { id: one.fact.id },
      { id: other.fact.id },
    ]);
    expect(tries).toBe(5);
    expect(failures).toEqual([{ of: one.fact.id, error: expect.any(WriteContention) }]);
    expect(await ports.verdicts.get(UNDER.scope, other.fact.id)).not.toBeNull();
  });

  it('keeps the first verdict beside the one that replaces it', async () => {
    const { ports } = recorded();
    const [whole, part] = depositsOf(
      csvOf({ ...GOOD_ROW, charges_titre1: '5000', num_personnel: '4000' }),
      csvOf({ finess: LONER, campagne: '2026', num_personnel: '6000' }),
    ) as readonly [Deposit, Deposit];
    await keep(ports, part);
    await readDeposits(ports, UNDER, [{ id: part.fact.id }]);
    const before = await ports.verdicts.get(UNDER.scope, part.fact.id);
    await keep(ports, whole);
    await readDeposits(ports, UNDER, [{ id: whole.fact.id }, { id: part.fact.id }]);
    const after = await ports.verdicts.get(UNDER.scope, part.fact.id);
    expect([before?.value.status, after?.value.status]).toEqual(['accepted', 'rejected']);
    expect(after?.value.first).toBe(before?.value.document);
  });
});
