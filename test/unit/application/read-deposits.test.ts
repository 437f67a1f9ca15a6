import type { Ports } from '../../../infra/local/workplace.ts';
import { sha256 } from '../../../shared/application/digest.ts';
import {
  FactDamaged,
  FactInfected,
  FactUnscannable,
  FactUnscanned,
  WriteContention,
} from '../../../shared/application/errors.ts';
import type { Fact, Message } from '../../../shared/application/ports.ts';
import { readDeposits } from '../../../shared/application/read-deposits.ts';
import { receiveFact } from '../../../shared/application/receive-fact.ts';
import { csvOf, type Deposit, depositsOf, generation, portsOn } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { LONER, MEMBER } from '../../builders/directory.ts';
import { CAMPAIGN } from '../../builders/entry.ts';

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
    documents: {
      ...ports.documents,
      put: (key: string, bytes: Uint8Array) =>
        noting(key.includes('-entries-') ? 'entries named' : 'verdict written', ports.documents.put)(
          key,
          bytes,
        ),
    },
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
      'entries named',
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

describe('what a deposit may speak of', () => {
  const brought = async (over: Partial<Fact>) => {
    const { ports, sent } = recorded();
    const rows = csvOf(GOOD_ROW, { ...GOOD_ROW, finess: MEMBER });
    const [deposit] = depositsOf(rows) as readonly [Deposit];
    await ports.facts.put({ ...deposit.fact, ...over }, rows);
    const failures = await readDeposits(ports, UNDER, [{ id: deposit.fact.id }]);
    return { ports, sent, failures, entries: await ports.journal.ofTerritory(UNDER.scope, '84') };
  };

  it('are the bodies of its perimeter: another row is refused, and is nobody’s entry', async () => {
    const { ports, sent, entries } = await brought({ scope: LONER });
    expect(entries.map(({ finess }) => finess)).toEqual([LONER]);
    expect(sent).toEqual([{ kind: 'compute-figures', scope: UNDER.scope, finess: LONER }]);
    const [verdict] = await ports.verdicts.all(UNDER.scope);
    const text = new TextDecoder().decode((await ports.documents.get(verdict?.document ?? '')) ?? undefined);
    expect(JSON.parse(text)).toMatchObject({
      status: 'accepted-with-warnings',
      rows: { read: 2, accepted: 1, refused: 1 },
      issues: [{ code: 'FINESS_OUT_OF_SCOPE', at: { line: 3 } }],
    });
  });

  it('is marked where an agency deposited it, and nowhere else', async () => {
    const byArs = await brought({ depositor: { issuer: 'i', subject: 's', role: 'ars' }, scope: '84' });
    expect(byArs.entries.map(({ source }) => source.by)).toEqual(['ars', 'ars']);
    const byItself = await brought({ depositor: { issuer: 'i', subject: 's', role: 'etablissement' } });
    expect(byItself.entries.map(({ source }) => 'by' in source)).toEqual([false, false]);
  });

  it('fails where its record says no perimeter', async () => {
    const { failures } = await brought({ scope: 'ici' });
    expect(failures).toEqual([{ of: one.fact.id, error: expect.any(FactDamaged) }]);
  });
});

describe('the lists of deposits', () => {
  it('hold a deposit once it was read, on the shelves of its perimeter', async () => {
    const { ports } = recorded();
    const fact = { ...one.fact, scope: LONER };
    await ports.facts.put(fact, one.bytes);
    await readDeposits(ports, UNDER, [{ id: fact.id }]);
    const page = { before: null, limit: 9 };
    expect(await ports.openings.page(CAMPAIGN, { kind: 'body', finess: LONER }, page)).toEqual([fact]);
    expect(await ports.openings.page(CAMPAIGN, { kind: 'region', region: '84' }, page)).toEqual([fact]);
  });

  it('are made before the verdict is given', async () => {
    const { ports } = recorded();
    await keep(ports, one);
    const openings = { ...ports.openings, put: () => Promise.reject(new Error('refused')) };
    await expect(readDeposits({ ...ports, openings }, UNDER, [{ id: one.fact.id }])).rejects.toThrow(
      'refused',
    );
    expect(await ports.verdicts.get(UNDER.scope, one.fact.id)).toBeNull();
  });
});

describe('bytes that are scanned', () => {
  const scanned = async (error: Error) => {
    const { ports } = recorded();
    await keep(ports, one, other);
    const read: Ports['facts']['read'] = async (campaign, id) => {
      if (id === one.fact.id) throw error;
      return ports.facts.read(campaign, id);
    };
    const both = [{ id: one.fact.id }, { id: other.fact.id }];
    const failures = await readDeposits({ ...ports, facts: { ...ports.facts, read } }, UNDER, both);
    return { ports, failures };
  };

  it.each([
    [new FactInfected(), 'FILE_INFECTED'],
    [new FactUnscannable(), 'FILE_UNSCANNABLE'],
  ] as const)('are refused, and never read: %s', async (error, code) => {
    const { ports, failures } = await scanned(error);
    expect(failures).toEqual([]);
    const verdict = await ports.verdicts.get(UNDER.scope, one.fact.id);
    expect(verdict?.value.status).toBe('rejected');
    const text = new TextDecoder().decode(
      (await ports.documents.get(verdict?.value.document ?? '')) ?? undefined,
    );
    expect(JSON.parse(text)).toMatchObject({ rows: { read: 0 }, issues: [{ code }] });
  });

  it('wait for their scan, and do not hold the others', async () => {
    const { ports, failures } = await scanned(new FactUnscanned());
    expect(failures).toEqual([{ of: one.fact.id, error: expect.any(FactUnscanned) }]);
    expect(await ports.verdicts.get(UNDER.scope, one.fact.id)).toBeNull();
    expect(await ports.verdicts.get(UNDER.scope, other.fact.id)).not.toBeNull();
  });

  it('are those of the version that was announced', async () => {
    const { ports } = recorded();
    await keep(ports, one, other);
    const asked: unknown[] = [];
    const read: Ports['facts']['read'] = async (campaign, id, version) => {
      asked.push([id, version]);
      return ports.facts.read(campaign, id, version);
    };
    const facts = { ...ports.facts, read };
    await readDeposits({ ...ports, facts }, UNDER, [
      { id: one.fact.id, version: 'v7' },
      { id: other.fact.id },
    ]);
    expect(asked).toEqual([
      [one.fact.id, 'v7'],
      [other.fact.id, undefined],
    ]);
  });
});

describe('an act whose bytes are none', () => {
  it('fails: the system wrote them', async () => {
    const { ports } = recorded();
    const bytes = new TextEncoder().encode('{}');
    await ports.facts.put({ ...one.fact, kind: 'act', scope: LONER, sha256: sha256(bytes) }, bytes);
    expect(await readDeposits(ports, UNDER, [{ id: one.fact.id }])).toEqual([
      { of: one.fact.id, error: expect.any(FactDamaged) },
    ]);
  });
});
