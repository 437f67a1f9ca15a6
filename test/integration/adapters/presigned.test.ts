import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { presigningClient } from '../../../shared/adapters/s3/client.ts';
import { s3Downloads } from '../../../shared/adapters/s3/downloads.ts';
import { s3Facts } from '../../../shared/adapters/s3/facts.ts';
import { s3Uploads } from '../../../shared/adapters/s3/uploads.ts';
import { attachment } from '../../../shared/contracts/attachment.ts';
import { FAUXQS_CREDENTIALS, FAUXQS_REGION, type Fauxqs, startFauxqs } from '../../builders/fauxqs.ts';
import { bucketsOf } from './aws-storage.ts';
import { BYTES, fact, factId, SCOPE } from './specimens.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const KEY = `facts/2026/${factId(1)}-${fact(1).sha256}`;
const where = { region: FAUXQS_REGION, credentials: FAUXQS_CREDENTIALS };

interface Policy {
  readonly expiration: string;
  readonly conditions: readonly unknown[];
}

const policyOf = (fields: Readonly<Record<string, string>>): Policy =>
  JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString());

describe('a form to post a file with', () => {
  const signer = { client: presigningClient(where), name: 'raw' };
  const form = () => s3Uploads(signer).form(fact(1), XLSX);

  it('takes that file and no other: key, size, type, checksum are each a condition of the policy', async () => {
    const { fields } = await form();
    const { conditions } = policyOf(fields);
    const checksum = Buffer.from(fact(1).sha256, 'hex').toString('base64');
    expect(conditions).toHaveLength(9);
    expect(conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', BYTES.length, BYTES.length],
        { key: KEY },
        { bucket: 'raw' },
        { 'Content-Type': XLSX },
        { 'x-amz-checksum-algorithm': 'SHA256' },
        { 'x-amz-checksum-sha256': checksum },
        { 'X-Amz-Algorithm': 'AWS4-HMAC-SHA256' },
        { 'X-Amz-Credential': expect.stringMatching(/^local\/\d{8}\/eu-west-3\/s3\/aws4_request$/) },
        { 'X-Amz-Date': expect.stringMatching(/^\d{8}T\d{6}Z$/) },
      ]),
    );
  });

  it('gives every field that the policy asks for, and no loose one', async () => {
    const { fields } = await form();
    const asked = policyOf(fields).conditions.filter((condition) => !Array.isArray(condition));
    const { Policy, 'X-Amz-Signature': signature, ...others } = fields;
    expect(Object.assign({}, ...asked)).toEqual(others);
    expect([Policy, signature]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('is good for a quarter of an hour, and says until when', async () => {
    const before = Date.now();
    const { fields, expiresAt } = await form();
    const after = Date.now();
    expect(policyOf(fields).expiration).toBe(expiresAt);
    // The policy knows whole seconds.
    expect(Date.parse(expiresAt)).toBeGreaterThan(before + 900_000 - 1000);
    expect(Date.parse(expiresAt)).toBeLessThanOrEqual(after + 900_000);
  });

  it('is signed: another policy would need another signature', async () => {
    const { fields } = await form();
    const { Policy = '', 'X-Amz-Signature': signature, 'X-Amz-Date': date = '' } = fields;
    const steps = [date.slice(0, 8), FAUXQS_REGION, 's3', 'aws4_request', Policy];
    const signed = steps.reduce<string | Buffer>(
      (key, step) => createHmac('sha256', key).update(step).digest(),
      `AWS4${FAUXQS_CREDENTIALS.secretAccessKey}`,
    );
    expect(Buffer.from(signed).toString('hex')).toBe(signature);
  });

  it('is posted to the bucket itself', async () => {
    expect((await form()).url).toBe('https://raw.s3.eu-west-3.amazonaws.com/');
  });
});

describe('what was opened, posted, and downloaded', () => {
  let fauxqs: Fauxqs;
  beforeAll(async () => {
    fauxqs = await startFauxqs({ buckets: ['raw', 'documents'] });
  });
  afterAll(() => fauxqs.stop());

  it('is the same file', async () => {
    const client = bucketsOf(fauxqs.endpoint);
    const signer = presigningClient({ ...where, endpoint: fauxqs.endpoint });
    const facts = s3Facts({ client, name: 'raw' }, { malwareScan: false });
    await facts.open(fact(1));
    const { url, fields } = await s3Uploads({ client: signer, name: 'raw' }).form(fact(1), XLSX);
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new Blob([BYTES]));
    expect((await fetch(url, { method: 'POST', body })).status).toBe(204);
    expect(await facts.ids(SCOPE.campaign)).toEqual([factId(1)]);

    const buckets = {
      raw: { client: signer, name: 'raw' },
      documents: { client: signer, name: 'documents' },
    };
    const link = await s3Downloads(buckets).ofFact(fact(1));
    expect(Buffer.from(await (await fetch(link.url)).arrayBuffer())).toEqual(BYTES);
    client.destroy();
  });
});

describe('a link to download', () => {
  const client = presigningClient(where);
  const downloads = s3Downloads({ raw: { client, name: 'raw' }, documents: { client, name: 'documents' } });

  it('leads to one object, under the name given, for five minutes', async () => {
    const before = Date.now();
    const { url, expiresAt } = await downloads.ofDocument('editions/2026/53/a.xlsx', 'ARS-53 « mai ».xlsx');
    const { origin, pathname, searchParams } = new URL(url);
    expect(`${origin}${pathname}`).toBe(
      'https://documents.s3.eu-west-3.amazonaws.com/editions/2026/53/a.xlsx',
    );
    expect(searchParams.get('X-Amz-Expires')).toBe('300');
    expect(searchParams.get('response-content-disposition')).toBe(attachment('ARS-53 « mai ».xlsx'));
    expect(searchParams.get('X-Amz-SignedHeaders')).toBe('host');
    expect(Math.abs(Date.parse(expiresAt) - before - 300_000)).toBeLessThan(2000);
  });

  it('leads to the bytes of a fact, under the name of its file without its folders', async () => {
    const { url } = await downloads.ofFact(fact(1));
    const { pathname, searchParams } = new URL(url);
    expect(pathname).toBe(`/${KEY}`);
    expect(searchParams.get('response-content-disposition')).toBe(attachment('1.csv'));
  });
});

describe('the name under which a file is saved', () => {
  it('is exact in UTF-8, and plain in ASCII', () => {
    expect(attachment('dossier/ght "été" (1)\u0007.csv')).toBe(
      `attachment; filename="ght __t__ (1).csv"; filename*=UTF-8''ght%20%22%C3%A9t%C3%A9%22%20%281%29.csv`,
    );
  });

  it('is one value that no file name breaks out of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (file) => {
        const [, plain = '', exact = ''] =
          /^attachment; filename="([\x20-\x7e]+)"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/.exec(
            attachment(file),
          ) ?? [];
        expect(plain).toMatch(/^[^"\\]+$/);
        const name = file
          .toWellFormed()
          .split(/[/\\]/)
          .at(-1)
          ?.replaceAll(/\p{Cc}/gu, '');
        expect(decodeURIComponent(exact)).toBe(name || 'fichier');
      }),
    );
  });
});
