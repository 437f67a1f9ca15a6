import { computeFigures } from '../../../shared/application/compute-figures.ts';
import { WriteContention } from '../../../shared/application/errors.ts';
import type { Message, Returns } from '../../../shared/application/ports.ts';
import type { Values } from '../../../shared/domain/deposit/columns.ts';
import type { Finess } from '../../../shared/domain/finess/finess.ts';
import { generation, portsOn } from '../../builders/campaign.ts';
import { CARRIER, EXTERNAL, LONER, MEMBER, NEIGHBOUR, STRANGER } from '../../builders/directory.ts';
import { entryOf } from '../../builders/entry.ts';
import { valuesOf } from '../../builders/return.ts';

const UNDER = generation();
const { scope, directory } = UNDER;
const territoryOf = (finess: Finess) => directory.territory(finess) ?? 'EXT';

function setUp() {
  const ports = portsOn();
  const sent: Message[] = [];
  const queue = { send: async (messages: readonly Message[]) => void sent.push(...messages) };
  const add = (finess: Finess, fact: string, values: Partial<Values>) =>
    ports.journal.add(scope, [{ territory: territoryOf(finess), entry: entryOf(fact, values, { finess }) }]);
  const get = (finess: Finess) => ports.returns.get(scope, territoryOf(finess), finess);
  const asked = () => sent.splice(0).map((message) => message.kind === 'compute-figures' && message.finess);
  return { ports: { ...ports, queue }, add, get, asked };
}

const POOLED = valuesOf({ mutualise_charges: 1_000n, mutualise_etp_ssi: 50n });

describe('computing figures', () => {
  it('writes the return once: the same inputs, the same version', async () => {
    const { ports, add, get } = setUp();
    await add(LONER, 'a', valuesOf());
    await computeFigures(ports, UNDER, [LONER, LONER]);
    await computeFigures(ports, UNDER, [LONER]);
    expect(await get(LONER)).toMatchObject({ version: 1, value: { outcome: { state: 'calcule' } } });
  });

  it('writes it again when an entry was added', async () => {
    const { ports, add, get } = setUp();
    await add(LONER, 'a', valuesOf());
    await computeFigures(ports, UNDER, [LONER]);
    await add(LONER, 'b', { cloture: 'provisoire', date_cloture: null });
    await computeFigures(ports, UNDER, [LONER]);
    expect(await get(LONER)).toMatchObject({ version: 2, value: { outcome: { state: 'non_calcule' } } });
  });

  it('gives an external carrier a return without figures', async () => {
    const { ports, add, get } = setUp();
    await add(EXTERNAL, 'a', { cloture: 'definitive', mutualise_charges: 1n, mutualise_etp_ssi: 0n });
    await computeFigures(ports, UNDER, [EXTERNAL]);
    expect(await get(EXTERNAL)).toMatchObject({ value: { territory: 'EXT', outcome: null } });
  });

  it('writes nothing for a body that deposited nothing', async () => {
    const { ports, get } = setUp();
    expect(await computeFigures(ports, UNDER, [MEMBER])).toEqual([]);
    expect(await get(MEMBER)).toBeNull();
  });

  it('fails for a body that is unknown alone', async () => {
    const { ports, add, get } = setUp();
    await add(LONER, 'a', valuesOf());
    const failures = await computeFigures(ports, UNDER, [STRANGER, LONER]);
    expect(failures).toEqual([{ of: STRANGER, error: expect.any(Error) }]);
    expect(await get(LONER)).not.toBeNull();
  });

  it('tries five times against other writers, then hands the message back, and does the others', async () => {
    const { ports, add, get } = setUp();
    await add(LONER, 'a', valuesOf());
    await add(MEMBER, 'a', valuesOf());
    let tries = 0;
    const put: Returns['put'] = async (...args) =>
      args[1].finess === LONER ? ++tries < 0 : ports.returns.put(...args);
    const returns = { ...ports.returns, put };
    const failures = await computeFigures({ ...ports, returns }, UNDER, [LONER, MEMBER]);
    expect(tries).toBe(5);
    expect(failures).toEqual([{ of: LONER, error: expect.any(WriteContention) }]);
    expect(await get(MEMBER)).not.toBeNull();
  });

  it('starts again from what another writer left', async () => {
    const { ports, add, get } = setUp();
    await add(LONER, 'a', valuesOf());
    let interfered = false;
    const put: Returns['put'] = async (...args) => {
      if (!interfered) {
        interfered = true;
        await ports.returns.put(...args);
        await add(LONER, 'b', { etp_ssi_externes: 700n });
      }
      return ports.returns.put(...args);
    };
    await computeFigures({ ...ports, returns: { ...ports.returns, put } }, UNDER, [LONER]);
    expect(await get(LONER)).toMatchObject({ version: 2, value: { state: { tries: 2 } } });
  });
});

describe('the members of a pool', () => {
  it('are computed again when what its carrier says of it changed', async () => {
    const { ports, add, asked } = setUp();
    await add(CARRIER, 'a', POOLED);
    await computeFigures(ports, UNDER, [CARRIER]);
    expect(asked()).toEqual([MEMBER, NEIGHBOUR]);
    await add(CARRIER, 'b', { mutualise_charges: 1_001n, mutualise_etp_ssi: 50n });
    await computeFigures(ports, UNDER, [CARRIER]);
    expect(asked()).toEqual([MEMBER, NEIGHBOUR]);
  });

  it('are left alone when anything else of the carrier changed', async () => {
    const { ports, add, asked } = setUp();
    await add(CARRIER, 'a', POOLED);
    await computeFigures(ports, UNDER, [CARRIER]);
    asked();
    await add(CARRIER, 'b', { maturite_date: null });
    await computeFigures(ports, UNDER, [CARRIER]);
    expect(asked()).toEqual([]);
  });

  it('are asked for before the return of the carrier is kept', async () => {
    const { ports, add, asked } = setUp();
    await add(CARRIER, 'a', POOLED);
    const returns = { ...ports.returns, put: () => Promise.reject(new Error('died')) };
    await computeFigures({ ...ports, returns }, UNDER, [CARRIER]);
    expect(asked()).toEqual([MEMBER, NEIGHBOUR]);
  });

  it('are asked for again when they could not be the first time', async () => {
    const { ports, add, asked } = setUp();
    await add(CARRIER, 'a', POOLED);
    const queue = { send: () => Promise.reject(new Error('refused')) };
    expect(await computeFigures({ ...ports, queue }, UNDER, [CARRIER])).toHaveLength(1);
    await computeFigures(ports, UNDER, [CARRIER]);
    expect(asked()).toEqual([MEMBER, NEIGHBOUR]);
  });

  it('are nobody for a body that carries none', async () => {
    const { ports, add, asked } = setUp();
    await add(MEMBER, 'a', valuesOf());
    await computeFigures(ports, UNDER, [MEMBER]);
    expect(asked()).toEqual([]);
  });
});
