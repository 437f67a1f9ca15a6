import {
  GetObjectCommand,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { s3Facts } from '../../../shared/adapters/s3/facts.ts';
import {
  FactInfected,
  FactUnscannable,
  FactUnscanned,
  StorageFailure,
} from '../../../shared/application/errors.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { type Fauxqs, startFauxqs } from '../../builders/fauxqs.ts';
import { bucketsOf } from './aws-storage.ts';
import { BYTES, fact, factId, SCOPE, tombstone } from './specimens.ts';

const { campaign } = SCOPE;
const BYTES_KEY = `facts/2026/${factId(1)}-${fact(1).sha256}`;

let fauxqs: Fauxqs;
let raw: { client: ReturnType<typeof bucketsOf>; name: string };
beforeEach(async () => {
  fauxqs = await startFauxqs({ buckets: ['raw'] });
  raw = { client: bucketsOf(fauxqs.endpoint), name: 'raw' };
});
afterEach(async () => {
  raw.client.destroy();
  await fauxqs.stop();
});

/** What the client is asked, command by command. */
function heard(): readonly { readonly command: string; readonly input: object }[] {
  const calls: { command: string; input: object }[] = [];
  raw.client.middlewareStack.add(
    (next, context) => (args) => {
      calls.push({ command: String(context['commandName']), input: args.input });
      return next(args);
    },
    { step: 'initialize', name: 'heard' },
  );
  return calls;
}

const put = (key: string, body: string) =>
  raw.client.send(new PutObjectCommand({ Bucket: 'raw', Key: key, Body: body }));

describe('facts in a bucket', () => {
  it('lie under the keys that the functions and the policies know', async () => {
    const calls = heard();
    const facts = s3Facts(raw, { malwareScan: false });
    await facts.put(fact(1), BYTES);
    await facts.erase(tombstone(1));
    const keys = calls.map(({ input }) => (input as PutObjectCommandInput).Key);
    expect(keys).toEqual([`openings/2026/${factId(1)}.json`, BYTES_KEY, `tombstones/2026/${factId(1)}.json`]);
  });

  it('are each put with their SHA-256, and only where there is nothing', async () => {
    const calls = heard();
    const facts = s3Facts(raw, { malwareScan: false });
    await facts.put(fact(1), BYTES);
    await facts.erase(tombstone(1));
    const puts = calls.map(({ input }) => input as PutObjectCommandInput);
    expect(puts.map(({ IfNoneMatch }) => IfNoneMatch)).toEqual(['*', '*', '*']);
    expect(puts.map(({ ChecksumSHA256 = '' }) => Buffer.from(ChecksumSHA256, 'base64').length)).toEqual([
      32, 32, 32,
    ]);
    expect(puts[1]?.ChecksumSHA256).toBe(Buffer.from(fact(1).sha256, 'hex').toString('base64'));
  });

  it('are refused by S3 when the bytes are not those named', async () => {
    const facts = s3Facts(raw, { malwareScan: false });
    const refusal = { name: 'StorageFailure', cause: { name: 'BadDigest' } };
    await expect(facts.put(fact(1), Buffer.from('other'))).rejects.toMatchObject(refusal);
    expect(await facts.ids(campaign)).toEqual([]);
  });

  it('are listed page after page, whatever else lies there', async () => {
    const facts = s3Facts(raw, { malwareScan: false });
    for (const n of [5, 4, 3, 2, 1]) await facts.put(fact(n), BYTES);
    for (const key of [
      'facts/2026/',
      'facts/2026/lisez-moi.txt',
      `facts/2026/x/${factId(9)}`,
      'facts/20260/a',
    ])
      await put(key, 'x');
    raw.client.middlewareStack.add(
      (next, context) => (args) =>
        next(
          context['commandName'] === 'ListObjectsV2Command'
            ? {
                ...args,
                input: { ...(args.input as ListObjectsV2CommandInput), MaxKeys: 2 } as typeof args.input,
              }
            : args,
        ),
      { step: 'initialize', name: 'shortPages' },
    );
    const calls = heard();
    expect(await facts.ids(campaign)).toEqual([1, 2, 3, 4, 5].map(factId));
    expect(calls.length).toBeGreaterThan(2);
  });

  it('are read in the version that the event names', async () => {
    const facts = s3Facts(raw, { malwareScan: false });
    await facts.put(fact(1), BYTES);
    const calls = heard();
    await facts.read(campaign, factId(1), 'v1');
    const reads = calls.map(({ input }) => input as { Key: string; VersionId?: string });
    expect(reads.filter(({ Key }) => Key === BYTES_KEY).map(({ VersionId }) => VersionId)).toEqual(['v1']);
  });

  it('are given as found: the reader hashes them again', async () => {
    const facts = s3Facts(raw, { malwareScan: false });
    await facts.open(fact(1));
    await put(BYTES_KEY, 'rotten');
    const read = await facts.read(campaign, factId(1));
    expect(Buffer.from(read?.bytes ?? []).toString()).toBe('rotten');
  });

  it('fail on a damaged record, an id that is none, a bucket that is not there', async () => {
    const facts = s3Facts(raw, { malwareScan: false });
    await put(`openings/2026/${factId(1)}.json`, '{"id":');
    await expect(facts.record(campaign, factId(1))).rejects.toThrow(StorageFailure);
    await expect(facts.record(campaign, '../x' as FactId)).rejects.toThrow(StorageFailure);
    const nowhere = s3Facts({ ...raw, name: 'absent' }, { malwareScan: false });
    const failure = { name: 'StorageFailure', cause: { name: 'NoSuchBucket' } };
    await expect(nowhere.record(campaign, factId(1))).rejects.toMatchObject(failure);
    await expect(nowhere.ids(campaign)).rejects.toMatchObject(failure);
    await expect(nowhere.open(fact(1))).rejects.toMatchObject(failure);
  });
});

describe('facts in a bucket that is scanned', () => {
  const tag = (Value: string) =>
    raw.client.send(
      new PutObjectTaggingCommand({
        Bucket: 'raw',
        Key: BYTES_KEY,
        Tagging: { TagSet: [{ Key: 'GuardDutyMalwareScanStatus', Value }] },
      }),
    );
  const read = () => s3Facts(raw, { malwareScan: true }).read(campaign, factId(1));

  beforeEach(async () => {
    await s3Facts(raw, { malwareScan: true }).put(fact(1), BYTES);
  });

  it('are read once nothing was found in them', async () => {
    await tag('NO_THREATS_FOUND');
    expect((await read())?.fact).toEqual(fact(1));
  });

  it('are never read, not a byte, when something was', async () => {
    await tag('THREATS_FOUND');
    const calls = heard();
    await expect(read()).rejects.toThrow(FactInfected);
    const gets = calls.filter(({ command }) => command === 'GetObjectCommand');
    expect(gets.map(({ input }) => (input as { Key: string }).Key)).not.toContain(BYTES_KEY);
  });

  it('are never read when no scan can judge them', async () => {
    await tag('UNSUPPORTED');
    await expect(read()).rejects.toThrow(FactUnscannable);
  });

  it.each([null, 'ACCESS_DENIED', 'FAILED', 'no_threats_found', ''])(
    'wait while the verdict is %j: that is not clean',
    async (status) => {
      if (status !== null) await tag(status);
      await expect(read()).rejects.toThrow(FactUnscanned);
    },
  );

  it('are read as they come where uploads are not scanned', async () => {
    await tag('THREATS_FOUND');
    const facts = s3Facts(raw, { malwareScan: false });
    expect((await facts.read(campaign, factId(1)))?.fact).toEqual(fact(1));
  });

  it('are damaged when their bytes are not there', async () => {
    const facts = s3Facts(raw, { malwareScan: true });
    await facts.open(fact(2));
    await expect(facts.read(campaign, factId(2))).rejects.toMatchObject({ name: 'FactDamaged' });
  });

  it('are read in the version whose tags were read', async () => {
    await tag('NO_THREATS_FOUND');
    raw.client.middlewareStack.add(
      (next, context) => async (args) => {
        const answer = await next(args);
        if (context['commandName'] === 'GetObjectTaggingCommand')
          Object.assign(answer.output, { VersionId: 'scanned' });
        return answer;
      },
      { step: 'initialize', name: 'versions' },
    );
    const calls = heard();
    await read();
    const bytes = calls.filter(({ input }) => (input as { Key: string }).Key === BYTES_KEY);
    expect(bytes.map(({ command, input }) => [command, (input as { VersionId?: string }).VersionId])).toEqual(
      [
        ['GetObjectTaggingCommand', undefined],
        [GetObjectCommand.name, 'scanned'],
      ],
    );
  });
});
