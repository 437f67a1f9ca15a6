import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { KeptName } from '../../infra/cost/measured.ts';
import type { Table } from '../../shared/adapters/dynamodb/table.ts';
import type { Bucket } from '../../shared/adapters/s3/objects.ts';
import { DOCUMENTS, RAW } from '../../shared/contracts/object-keys.ts';
import type { MachineCloud } from './machine-cloud.ts';

interface Weight {
  readonly count: number;
  readonly bytes: number;
}

const NOTHING: Weight = { count: 0, bytes: 0 };

/** What a campaign keeps, by kind: items as DynamoDB weighs them, objects by their size. */
export async function weighKept({ table, raw, documents }: MachineCloud): Promise<Record<KeptName, Weight>> {
  const items = await weighItems(table);
  const kind = (letter: string) => items.get(letter) ?? NOTHING;
  const facts = await weighObjects(raw, RAW.bytes);
  const records = await weighObjects(raw, RAW.records);
  const isNational = (key: string) => key.includes('/FR/');
  const national = await weighObjects(documents, DOCUMENTS.editions, isNational);
  return {
    entry: kind('J'),
    return: kind('R'),
    'verdict-item': kind('V'),
    // The opening itself, and its line on each shelf.
    opening: { count: kind('O').count, bytes: kind('O').bytes + kind('S').bytes },
    fact: { count: facts.count, bytes: facts.bytes + records.bytes },
    verdict: await weighObjects(documents, DOCUMENTS.verdicts),
    workbook: await weighObjects(documents, DOCUMENTS.editions, (key) => !isNational(key)),
    // The files of an edition together.
    national: { count: kind('E FR').count, bytes: national.bytes },
    annotated: await weighObjects(documents, DOCUMENTS.annotated),
    template: await weighObjects(documents, DOCUMENTS.templates),
    // A reference set is several files.
    reference: { count: 1, bytes: (await weighObjects(documents, DOCUMENTS.reference)).bytes },
  };
}

/** By the letter with which their partitions begin; national editions apart, as `E FR`. */
async function weighItems({ client, name }: Table): Promise<ReadonlyMap<string, Weight>> {
  const items = new Map<string, Weight>();
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ...(from && { ExclusiveStartKey: from }) }),
    );
    for (const item of page.Items ?? []) {
      const [letter = ''] = String(item['pk']).split('#');
      const kind = letter === 'E' && String(item['sk']).startsWith('FR') ? 'E FR' : letter;
      const { count, bytes } = items.get(kind) ?? NOTHING;
      items.set(kind, { count: count + 1, bytes: bytes + itemBytes(item) });
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

/** Names and texts by their UTF-8 bytes, a number by its digits, lists and maps by what they hold and a little more. */
function itemBytes(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return 1 + Math.ceil(String(value).length / 2);
  if (typeof value !== 'object' || value === null) return 1;
  return Object.entries(value).reduce(
    (sum, [name, one]) => sum + Buffer.byteLength(name) + itemBytes(one),
    3,
  );
}

async function weighObjects(
  { client, name }: Bucket,
  prefix: string,
  counts: (key: string) => boolean = () => true,
): Promise<Weight> {
  let weight = NOTHING;
  let token: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: name, Prefix: prefix, ...(token && { ContinuationToken: token }) }),
    );
    for (const { Key = '', Size = 0 } of page.Contents ?? [])
      if (counts(Key)) weight = { count: weight.count + 1, bytes: weight.bytes + Size };
    token = page.NextContinuationToken;
  } while (token);
  return weight;
}
