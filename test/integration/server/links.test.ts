import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloads } from '../../../infra/local/server/downloads.ts';
import type { Listening } from '../../../infra/local/server/listen.ts';
import { uploads } from '../../../infra/local/server/uploads.ts';
import { folderDocuments } from '../../../shared/adapters/files/documents.ts';
import { localDownloads } from '../../../shared/adapters/signed-links/download-link.ts';
import type { LinkSigner } from '../../../shared/adapters/signed-links/signature.ts';
import { localUploads } from '../../../shared/adapters/signed-links/upload-form.ts';
import { LIMITS } from '../../../shared/adapters/tables/limits.ts';
import { sha256 } from '../../../shared/application/digest.ts';
import type { Fact, Facts } from '../../../shared/application/ports.ts';
import type { FactId } from '../../../shared/domain/return/entry.ts';
import { upload } from '../../builders/api-client.ts';
import { day, year } from '../../builders/entry.ts';
import { memoryFacts } from '../../doubles/memory-facts.ts';
import { bareServer, movedClock } from './bare-server.ts';

const MINUTE = 60_000;
const BYTES = Buffer.from('finess;campagne\r\n849900105;2026\r\n');
const time = movedClock('2026-07-15T10:00:00.000Z');
let folder: string;
let server: Listening;
let signer: LinkSigner;
let facts: Facts;
let opened = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'links-'));
  const documents = folderDocuments(join(folder, 'documents'));
  await documents.put('editions/2026/84/a.xlsx', Buffer.from('workbook'));
  facts = memoryFacts();
  server = await bareServer(async (origin) => {
    signer = { key: Buffer.alloc(32, 7), origin, clock: time.clock };
    return [uploads(signer, facts), downloads(signer, { documents, facts })];
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

async function openFact(bytes: Uint8Array = BYTES, over: Partial<Fact> = {}): Promise<Fact> {
  const fact: Fact = {
    id: `01K000000000000000${String(++opened).padStart(8, '0')}` as FactId,
    kind: 'deposit',
    campaign: year('2026'),
    file: 'dossier/déclaration « N° 1 ».csv',
    sha256: sha256(bytes),
    size: bytes.length,
    openedAt: time.clock().toISOString(),
    day: day('2026-07-15'),
    depositor: { issuer: 'i', subject: 's', role: 'etablissement' },
    scope: '849900105',
    ...over,
  };
  await facts.open(fact);
  return fact;
}

async function formOf(fact: Fact) {
  const { url, fields } = await localUploads(signer).form(fact, 'text/csv');
  return { depot: fact.id, envoi: { url, champs: { ...fields }, expire_le: '' } };
}

async function isThere({ campaign, id }: Fact): Promise<boolean> {
  return (await facts.ids(campaign)).includes(id);
}

describe('an upload form', () => {
  it('takes the file for which it was made, once or twice', async () => {
    const fact = await openFact();
    const form = await formOf(fact);
    expect((await upload(form, BYTES)).status).toBe(204);
    expect((await upload(form, BYTES)).status).toBe(204);
    expect((await facts.read(fact.campaign, fact.id))?.bytes).toEqual(Uint8Array.from(BYTES));
  });

  it('takes an empty file, and bytes of every kind', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256))]) {
      const fact = await openFact(bytes);
      expect((await upload(await formOf(fact), bytes)).status).toBe(204);
      expect((await facts.read(fact.campaign, fact.id))?.bytes).toEqual(Uint8Array.from(bytes));
    }
  });

  const policyWith = (
    champs: Readonly<Record<string, string>>,
    change: (policy: { size: number }) => void,
  ) => {
    const policy = JSON.parse(Buffer.from(champs['Policy'] ?? '', 'base64').toString());
    change(policy);
    return Buffer.from(JSON.stringify(policy)).toString('base64');
  };
  const other = `facts/2026/01K00000000000000099999999-${'a'.repeat(64)}`;
  const wrongs: readonly (readonly [
    string,
    Uint8Array,
    (champs: Record<string, string>) => Record<string, string | null>,
  ])[] = [
    ['of another size', Buffer.concat([BYTES, BYTES]), () => ({})],
    ['of the same size and other bytes', Buffer.from(BYTES).fill('x'), () => ({})],
    ['under another key', BYTES, () => ({ key: other })],
    ['of another type', BYTES, () => ({ 'Content-Type': 'text/html' })],
    ['with another checksum', BYTES, () => ({ 'x-amz-checksum-sha256': 'A'.repeat(43).concat('=') })],
    ['without its checksum', BYTES, () => ({ 'x-amz-checksum-sha256': null })],
    ['with a field more', BYTES, () => ({ acl: 'public-read' })],
    ['without a signature', BYTES, () => ({ 'X-Amz-Signature': null })],
    ['with a signature of its own', BYTES, () => ({ 'X-Amz-Signature': 'f'.repeat(64) })],
    [
      'with another policy',
      Buffer.concat([BYTES, BYTES]),
      (champs) => ({
        Policy: policyWith(champs, (policy) => {
          policy.size *= 2;
        }),
      }),
    ],
    ['without a policy', BYTES, () => ({ Policy: null })],
  ];
  it.each(wrongs)('refuses a file %s', async (_, bytes, over) => {
    const fact = await openFact();
    const form = await formOf(fact);
    const response = await upload(form, bytes, over(form.envoi.champs));
    expect([response.status, await response.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'UPLOAD_REFUSED' }),
    ]);
    expect(await isThere(fact)).toBe(false);
  });

  it('refuses the announced file where another size was announced', async () => {
    const fact = await openFact(BYTES, { size: BYTES.length - 1 });
    expect((await upload(await formOf(fact), BYTES)).status).toBe(403);
    expect(await isThere(fact)).toBe(false);
  });

  it('is good for a quarter of an hour, excluded', async () => {
    const [early, late] = [await openFact(), await openFact()];
    const forms = [await formOf(early), await formOf(late)] as const;
    time.move(15 * MINUTE - 1);
    expect((await upload(forms[0], BYTES)).status).toBe(204);
    time.move(1);
    expect((await upload(forms[1], BYTES)).status).toBe(403);
    expect(await isThere(late)).toBe(false);
  });

  it('is refused above 25 MB before it is looked at', async () => {
    const fact = await openFact();
    const response = await upload(await formOf(fact), Buffer.alloc(LIMITS.fileBytes + 128 * 1024));
    expect([response.status, await response.json()]).toEqual([
      413,
      expect.objectContaining({ code: 'DEPOSIT_TOO_LARGE' }),
    ]);
  });

  it.each([
    ['JSON', { body: '{}', headers: { 'content-type': 'application/json' } }],
    ['no boundary', { body: 'x', headers: { 'content-type': 'multipart/form-data' } }],
    [
      'a body that is not what its type says',
      { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
    ],
  ])('is no form: %s', async (_, init) => {
    const response = await fetch(`${server.origin}/envois`, { method: 'POST', ...init });
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ code: 'UPLOAD_MALFORMED' }),
    ]);
  });

  it('is no form with a field twice, no file, or the file before the fields', async () => {
    const { envoi } = await formOf(await openFact());
    const fields = Object.entries(envoi.champs);
    const file = new File([BYTES], 'a.csv');
    for (const entries of [[...fields, ...fields, ['file', file]], fields, [['file', file], ...fields]] as [
      string,
      string | File,
    ][][]) {
      const body = new FormData();
      for (const [name, value] of entries) body.append(name, value);
      expect((await fetch(envoi.url, { method: 'POST', body })).status).toBe(400);
    }
  });

  it('is posted, and nothing else', async () => {
    const response = await fetch(`${server.origin}/envois`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a download link', () => {
  it('gives a document to be saved under its name', async () => {
    const link = await localDownloads(signer).ofDocument('editions/2026/84/a.xlsx', 'ARS 84 – été.xlsx');
    const response = await fetch(link.url);
    expect(await response.text()).toBe('workbook');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="ARS 84 _ _t_.xlsx"; filename*=UTF-8''ARS%2084%20%E2%80%93%20%C3%A9t%C3%A9.xlsx`,
    );
    expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('gives a deposit as it was received', async () => {
    const fact = await openFact();
    await facts.put(fact, BYTES);
    const response = await fetch((await localDownloads(signer).ofFact(fact)).url);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES);
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''d%C3%A9claration");
  });

  it('is good for five minutes, excluded', async () => {
    const { url } = await localDownloads(signer).ofDocument('editions/2026/84/a.xlsx', 'a.xlsx');
    time.move(5 * MINUTE - 1);
    expect((await fetch(url)).status).toBe(200);
    time.move(1);
    expect((await fetch(url)).status).toBe(403);
  });

  it.each([
    ['another key', (url: string) => url.replace('/84/a.xlsx', '/53/a.xlsx')],
    ['a way up', (url: string) => url.replace('documents/editions', 'documents/../keys.json/editions')],
    ['another name', (url: string) => url.replace('nom=a.xlsx', 'nom=b.xlsx')],
    ['a later end', (url: string) => url.replace('2026-07', '2027-07')],
    ['no signature', (url: string) => url.replace(/&signature=.*/, '')],
    ['another signature', (url: string) => url.replace(/signature=.*/, `signature=${'0'.repeat(64)}`)],
    ['more after it', (url: string) => `${url}&nom=b.xlsx`],
  ])('leads nowhere with %s', async (_, change) => {
    const { url } = await localDownloads(signer).ofDocument('editions/2026/84/a.xlsx', 'a.xlsx');
    const response = await fetch(change(url));
    expect([response.status, await response.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'LINK_REFUSED' }),
    ]);
  });

  it('to what is not there says so', async () => {
    const { url } = await localDownloads(signer).ofDocument('editions/2026/84/b.xlsx', 'b.xlsx');
    expect((await fetch(url)).status).toBe(404);
  });
});
