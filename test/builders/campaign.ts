import * as fc from 'fast-check';
import { subscribe } from '../../infra/local/consume.ts';
import { factOf } from '../../infra/local/receive-folder.ts';
import { settle } from '../../infra/local/settle.ts';
import type { Ports } from '../../infra/local/workplace.ts';
import { type InProcessQueue, inProcessQueue } from '../../shared/adapters/queue/in-process-queue.ts';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { writeCsv } from '../../shared/adapters/tables/write-csv.ts';
import { canonicalJson } from '../../shared/application/digest.ts';
import { type Generation, generationOf } from '../../shared/application/generation.ts';
import { snapshotLoader } from '../../shared/application/load-snapshot.ts';
import type { Fact, Queue } from '../../shared/application/ports.ts';
import { receiveFact } from '../../shared/application/receive-fact.ts';
import { territoriesOf } from '../../shared/application/standing.ts';
import type { ReferenceSet } from '../../shared/domain/declarant/reference-set.ts';
import { COLUMN_NAMES, COLUMNS, SECTIONS } from '../../shared/domain/deposit/columns.ts';
import { LATEST_RULE_SET } from '../../shared/domain/rules/rule-sets.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { memoryPorts, type StoragePorts } from '../doubles/memory-ports.ts';
import { GOOD_ROW, type RowText } from './declaration.ts';
import { CARRIER, EXTERNAL, LONER, MEMBER, NEIGHBOUR, referenceSet, STRANGER } from './directory.ts';
import { CAMPAIGN, day } from './entry.ts';

/** A deposit before it is opened: its file, and when it comes among the others. */
export interface Deposit {
  readonly fact: Fact;
  readonly bytes: Uint8Array;
}

/** The generation of the fictional bodies of directory.ts; another reference set is another one. */
export function generation(over: Partial<ReferenceSet> = {}): Generation {
  const reference = referenceSet(over);
  const files = new Map([['declarants.csv', new TextEncoder().encode(canonicalJson(reference))]]);
  return generationOf(CAMPAIGN, files, reference, LATEST_RULE_SET);
}

/** Everything that the use cases ask for on this storage; workbooks and tables are what they show, as JSON. */
export function portsOn(storage: StoragePorts = memoryPorts()): Ports {
  const asJson = async (report: unknown) => new TextEncoder().encode(canonicalJson(report));
  return {
    ...storage,
    loadSnapshot: snapshotLoader(storage.documents),
    readFile: readDepositBytes,
    wording: frenchWording,
    workbooks: { regional: asJson, national: asJson },
    writeCsv,
    writeParquet: (table, lines) => new TextEncoder().encode(canonicalJson([table, lines])),
    clock: () => new Date('2026-07-15T10:00:00.000Z'),
    pause: async () => {},
  };
}

/** A CSV whose headings are the keys of the first row. */
export function csvOf(...rows: readonly RowText[]): Uint8Array {
  const headings = Object.keys(rows[0] ?? {});
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))];
  return new TextEncoder().encode(lines.map((cells) => `${cells.join(';')}\n`).join(''));
}

/** The deposits of 15 July 2026, opened in this order. */
export function depositsOf(...contents: readonly Uint8Array[]): readonly Deposit[] {
  const scope = { generation: generation().scope.generation, campaign: CAMPAIGN };
  return contents.map((bytes, index) => {
    const path = `dépôt ${index + 1}.csv`;
    const file = { path, location: Buffer.from(path) };
    return { fact: factOf(file, index, bytes, scope, day('2026-07-15')), bytes };
  });
}

/** A carrier, its pool, an external carrier, refusals by themselves and against what stands, A-B-A, and a file that is none. */
export function smallCampaign(): readonly Deposit[] {
  const carrier = { ...GOOD_ROW, finess: CARRIER, mutualise_charges: '1000.01', mutualise_etp_ssi: '0.5' };
  const member = { ...GOOD_ROW, finess: MEMBER, quote_part_versee: '100' };
  return depositsOf(
    csvOf(member),
    csvOf(carrier, { ...GOOD_ROW, finess: NEIGHBOUR }),
    csvOf({ finess: CARRIER, campagne: '2026', mutualise_charges: '2000', mutualise_etp_ssi: '3' }),
    csvOf({
      finess: EXTERNAL,
      campagne: '2026',
      cloture: 'definitive',
      date_cloture: '2026-04-01',
      mutualise_charges: '500',
      mutualise_etp_ssi: '0.25',
    }),
    csvOf(GOOD_ROW, { ...GOOD_ROW, charges_titre1: '-1' }),
    csvOf({ finess: LONER, campagne: '2026', charges_titre1: '9999' }),
    csvOf({ finess: MEMBER, campagne: '2026', etp_ssi_internes: '3', etp_total: '4' }),
    csvOf({ ...carrier, num_personnel: '12000' }),
    csvOf(carrier, { ...GOOD_ROW, finess: STRANGER }),
    new TextEncoder().encode('rien à déclarer\n'),
  );
}

const BODIES = [CARRIER, MEMBER, NEIGHBOUR, LONER, EXTERNAL, STRANGER] as const;

/** Small enough numbers around those of `GOOD_ROW` for a part to exceed a whole deposited earlier. */
const cellOf = (column: string): fc.Arbitrary<string> => {
  const good = (GOOD_ROW as RowText)[column] ?? '';
  const others = [
    '',
    '0',
    '1',
    '2.50',
    '5999.99',
    '10000',
    '600000',
    '-1',
    'néant',
    'provisoire',
    '2026-05-21',
  ];
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(good) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
};

const anyFile: fc.Arbitrary<Uint8Array> = fc
  .oneof({ weight: 2, arbitrary: fc.constant(SECTIONS) }, fc.subarray([...SECTIONS], { minLength: 1 }))
  .chain((sections) => {
    const columns = COLUMN_NAMES.filter((column) => sections.includes(COLUMNS[column].section));
    const cells = Object.fromEntries(columns.map((column) => [column, cellOf(column)]));
    const row = fc.record({ finess: fc.constantFrom(...BODIES), campagne: fc.constant('2026'), ...cells });
    return fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => csvOf(...rows));
  });

/** Up to eight files of one to three rows, over six bodies and two pools. */
export const anyDeposits: fc.Arbitrary<readonly Deposit[]> = fc
  .array(fc.oneof({ weight: 9, arbitrary: anyFile }, fc.constant(new TextEncoder().encode('rien\n'))), {
    minLength: 1,
    maxLength: 8,
  })
  .map((files) => depositsOf(...files));

/** A queue without waits. */
export function quietQueue(): InProcessQueue {
  return inProcessQueue({ backoffMs: () => 0 });
}

/** Receives the deposits one after the other, each processed to the end before the next, then settles. */
export async function quietRun(
  deposits: readonly Deposit[],
  under: Generation = generation(),
): Promise<Standing> {
  const ports = portsOn();
  const queue = quietQueue();
  subscribe(queue, { ...ports, queue }, under);
  for (const { fact, bytes } of deposits) {
    await receiveFact({ ...ports, queue }, fact, bytes, [under.scope]);
    await queue.drain();
  }
  await settle(ports, queue, under);
  await queue.stop();
  return standingOf(ports, under);
}

/** Receives the deposits in the order given, all at once, and settles. */
export async function run(
  ports: Ports & { readonly queue: Queue },
  queue: InProcessQueue,
  deposits: readonly Deposit[],
  under: Generation = generation(),
): Promise<void> {
  subscribe(queue, ports, under);
  try {
    for (const { fact, bytes } of deposits) await receiveFact(ports, fact, bytes, [under.scope]);
    await settle(ports, queue, under);
  } finally {
    await queue.stop();
  }
}

/** All that is derived: what every run must agree on. Which verdict came first, and how many editions, is history. */
export interface Standing {
  readonly returns: readonly unknown[];
  readonly verdicts: readonly unknown[];
  readonly editions: readonly unknown[];
}

export async function standingOf(ports: Ports, under: Generation = generation()): Promise<Standing> {
  const { scope, directory } = under;
  const textOf = async (key: string) => {
    const bytes = await ports.documents.get(key);
    return bytes && new TextDecoder().decode(bytes);
  };
  const returns = await Promise.all(
    territoriesOf(under).map((territory) => ports.returns.ofTerritory(scope, territory)),
  );
  const verdicts = (await ports.verdicts.all(scope)).map(async ({ first, ...record }) => ({
    ...record,
    text: await textOf(record.document),
  }));
  const editions = [...directory.regions(), 'FR' as const].map(async (of) => {
    const edition = await ports.editions.get(scope, of);
    if (!edition) return { of, edition };
    const { inputs, documents } = edition;
    return { of, inputs, texts: await Promise.all(Object.values(documents).map(textOf)) };
  });
  return {
    returns: returns.flat(),
    verdicts: await Promise.all(verdicts),
    editions: await Promise.all(editions),
  };
}
