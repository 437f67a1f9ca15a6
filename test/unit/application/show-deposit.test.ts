import { sha256 } from '../../../shared/application/digest.ts';
import { linkDeposit } from '../../../shared/application/link-deposit.ts';
import { editionManifest } from '../../../shared/application/manifest.ts';
import { showDeposit } from '../../../shared/application/show-deposit.ts';
import { showReceipt } from '../../../shared/application/show-receipt.ts';
import type { Finess } from '../../../shared/domain/finess/finess.ts';
import { actOf } from '../../builders/act.ts';
import { bodiesOf, callerOf, refusedWith, regionOf } from '../../builders/caller.ts';
import { csvOf } from '../../builders/campaign.ts';
import { GOOD_ROW } from '../../builders/declaration.ts';
import { CARRIER, LONER, MEMBER, NEIGHBOUR } from '../../builders/directory.ts';
import { CAMPAIGN, year } from '../../builders/entry.ts';
import { tombstoneOf } from '../../builders/tombstone.ts';
import { factId, readingStage } from '../../doubles/reading-stage.ts';
import { spied } from '../../doubles/spied.ts';

const FILE = csvOf(GOOD_ROW);
const LONERS = callerOf('etablissement', bodiesOf(LONER));
const rowOf = (finess: Finess, over: Readonly<Record<string, string>> = {}) =>
  csvOf({ ...GOOD_ROW, finess, ...over });

describe('a deposit', () => {
  it('is shown with its verdict, which is the first one too', async () => {
    const { ports, deposit } = await readingStage();
    const fact = await deposit(FILE, bodiesOf(LONER));
    expect(await showDeposit(ports, LONERS, CAMPAIGN, fact.id)).toMatchObject({
      fact,
      status: 'accepted',
      verdict: { file: 'dépôt 1.csv', sha256: fact.sha256, rows: { read: 1, accepted: 1, refused: 0 } },
      first: null,
      tombstone: null,
    });
  });

  it('keeps its first verdict beside the one in force when another deposit changed it', async () => {
    const { ports, open, deposit, read } = await readingStage();
    // Opened first and received last: what the later file said alone is judged again after the earlier one.
    const budget = rowOf(LONER);
    const earlier = await open(budget, bodiesOf(LONER));
    const later = await deposit(
      csvOf({ finess: LONER, campagne: '2026', num_personnel: '700000' }),
      bodiesOf(LONER),
    );
    expect(await showDeposit(ports, LONERS, CAMPAIGN, later.id)).toMatchObject({ status: 'accepted' });
    await ports.facts.put(earlier, budget);
    await read(earlier.id, later.id);
    expect(await showDeposit(ports, LONERS, CAMPAIGN, later.id)).toMatchObject({
      status: 'rejected',
      verdict: { status: 'rejected' },
      first: { status: 'accepted' },
    });
  });

  it('has no verdict while it is awaited', async () => {
    const { ports, open } = await readingStage();
    const { id } = await open(FILE, bodiesOf(LONER));
    expect(await showDeposit(ports, LONERS, CAMPAIGN, id)).toMatchObject({
      status: 'awaited',
      verdict: null,
      first: null,
    });
  });

  it('that was erased says why, and quotes its file no more', async () => {
    const { ports, deposit } = await readingStage();
    const { id } = await deposit(rowOf(LONER, { charges_titre1: 'néant' }), bodiesOf(LONER));
    const tombstone = tombstoneOf(id);
    await ports.facts.erase(tombstone);
    expect(await showDeposit(ports, LONERS, CAMPAIGN, id)).toMatchObject({
      status: 'erased',
      verdict: null,
      first: null,
      tombstone,
    });
  });
});

describe('the receipt of a deposit', () => {
  it('names the generation, and its verdict by the hash of the text', async () => {
    const { ports, deposit, generation } = await readingStage();
    const { id } = await deposit(FILE, bodiesOf(LONER));
    const receipt = await showReceipt(ports, LONERS, CAMPAIGN, id);
    const document = (await ports.verdicts.get(generation.scope, id))?.value.document ?? '';
    const text = await ports.documents.get(document);
    expect(receipt).toMatchObject({ status: 'accepted', generation: generation.scope.generation });
    expect(text && sha256(text)).toBe(receipt.verdictHash);
  });

  it('can be had before the verdict', async () => {
    const { ports, open } = await readingStage();
    const { id } = await open(FILE, bodiesOf(LONER));
    expect(await showReceipt(ports, LONERS, CAMPAIGN, id)).toMatchObject({
      status: 'awaited',
      verdictHash: null,
      entries: null,
      total: 0,
    });
  });

  it('names the entries of each body as the manifests of its region and of the nation do', async () => {
    const { ports, deposit, generation } = await readingStage();
    const rows = [LONER, NEIGHBOUR, MEMBER].map((finess) => ({ ...GOOD_ROW, finess }));
    const { id } = await deposit(csvOf(...rows), { kind: 'nation' });
    const { entries, total } = await showReceipt(ports, callerOf('administrateur'), CAMPAIGN, id);
    expect(entries).toMatchObject([
      { finess: LONER, territory: '84', line: 2 },
      { finess: NEIGHBOUR, territory: '93', line: 3 },
      { finess: MEMBER, territory: '84', line: 4 },
    ]);
    expect(total).toBe(3);
    for (const region of ['84', '93'] as const) {
      const records = await ports.returns.ofTerritory(generation.scope, region);
      const manifest = editionManifest(generation, { records, nation: null }).split('\n');
      for (const { finess, territory, line, hash } of entries ?? [])
        expect(manifest.includes(`${hash}  ecriture ${id} ligne ${line} ${finess}`)).toBe(
          territory === region,
        );
    }
  });

  it('names the same entries whatever is deposited after it, and refused rows too', async () => {
    const { ports, deposit } = await readingStage();
    const refused = csvOf({ ...GOOD_ROW, finess: LONER, charges_titre1: 'néant' });
    const { id } = await deposit(refused, bodiesOf(LONER));
    const before = await showReceipt(ports, LONERS, CAMPAIGN, id);
    await deposit(FILE, bodiesOf(LONER));
    expect(before).toMatchObject({ status: 'rejected', entries: [{ finess: LONER, line: 2 }] });
    expect(await showReceipt(ports, LONERS, CAMPAIGN, id)).toEqual(before);
  });

  it('names none once the deposit was erased: no manifest does', async () => {
    const { ports, deposit, read } = await readingStage();
    const { id } = await deposit(FILE, bodiesOf(LONER));
    await ports.facts.erase(tombstoneOf(id));
    await read(id);
    expect(await showReceipt(ports, LONERS, CAMPAIGN, id)).toMatchObject({ status: 'erased', entries: [] });
  });

  it('names entries again where the verdict was given before receipts named them', async () => {
    const { ports, deposit, read, generation } = await readingStage();
    const { id } = await deposit(FILE, bodiesOf(LONER));
    const given = await ports.verdicts.get(generation.scope, id);
    if (!given) throw new Error('no verdict');
    await ports.verdicts.put(generation.scope, { ...given.value, entries: null }, given.version);
    expect(await showReceipt(ports, LONERS, CAMPAIGN, id)).toMatchObject({ entries: null, total: 0 });
    await read(id);
    expect(await showReceipt(ports, LONERS, CAMPAIGN, id)).toMatchObject({ total: 1 });
  });

  it('names the first ten thousand entries of a very large file, and says how many there are', async () => {
    const { ports, deposit } = await readingStage();
    const row = { finess: LONER, campagne: '2026' };
    const { id } = await deposit(csvOf(...Array.from({ length: 10_001 }, () => row)), bodiesOf(LONER));
    const { entries, total } = await showReceipt(ports, LONERS, CAMPAIGN, id);
    expect([entries?.length, entries?.at(-1)?.line, total]).toEqual([10_000, 10_001, 10_001]);
  });
});

describe('the file of a deposit', () => {
  it('is linked under its own name, without its folders', async () => {
    const { ports, deposit } = await readingStage();
    const { id } = await deposit(FILE, bodiesOf(LONER), { file: 'année 2025/comptes.csv' });
    expect(await linkDeposit(ports, LONERS, CAMPAIGN, id)).toEqual({
      url: `https://facts.test/${id}`,
      expiresAt: '2026-07-15T10:05:00.000Z',
      file: 'comptes.csv',
    });
  });

  it('is not found once erased, nor while awaited', async () => {
    const { ports, open, deposit, read } = await readingStage();
    const refused = (id: typeof erased.id) => refusedWith(() => linkDeposit(ports, LONERS, CAMPAIGN, id));
    const erased = await deposit(FILE, bodiesOf(LONER));
    expect(await refused(erased.id)).toBeNull();
    await ports.facts.erase(tombstoneOf(erased.id));
    expect(await refused(erased.id)).toMatchObject({ code: 'NOT_FOUND' });
    await read(erased.id);
    expect(await refused(erased.id)).toMatchObject({ code: 'NOT_FOUND' });

    const awaited = await open(FILE, bodiesOf(LONER));
    expect(await refused(awaited.id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['FILE_INFECTED', 'FILE_UNSCANNABLE'])('is not linked when its verdict says %s', async (code) => {
    const { ports, deposit, generation } = await readingStage();
    const { id } = await deposit(FILE, bodiesOf(LONER));
    const current = await ports.verdicts.get(generation.scope, id);
    if (!current) throw new Error('no verdict');
    const document = `verdicts/2026/${'f'.repeat(64)}.json`;
    const infected = { issues: [{ code }] };
    await ports.documents.put(document, new TextEncoder().encode(JSON.stringify(infected)));
    await ports.verdicts.put(generation.scope, { ...current.value, document }, current.version);
    expect(await refusedWith(() => linkDeposit(ports, LONERS, CAMPAIGN, id))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe.each([
  ['a deposit', showDeposit],
  ['a receipt', showReceipt],
  ['a file', linkDeposit],
])('%s of somebody else', (_what, show) => {
  const [body, group, region, nation] = [
    callerOf('etablissement', bodiesOf(LONER)),
    callerOf('etablissement', bodiesOf(CARRIER, LONER)),
    callerOf('ars', regionOf('84')),
    callerOf('dns'),
  ];

  it.each([
    ['another body’s', bodiesOf(MEMBER), [body, group], [region, nation]],
    ['that of a group of which it is one', bodiesOf(CARRIER, LONER), [body], [group, region, nation]],
    ['that of another region', bodiesOf(NEIGHBOUR), [body, group, region], [nation]],
    ['that of bodies of two regions', bodiesOf(CARRIER, NEIGHBOUR), [body, group, region], [nation]],
    ['that of its region’s agency', regionOf('84'), [body, group], [region, nation]],
  ])('is not found: %s', async (_whose, scope, outside, inside) => {
    const { ports, deposit } = await readingStage();
    const { id } = await deposit(FILE, scope);
    for (const caller of outside) {
      const refusal = await refusedWith(() => show(ports, caller, CAMPAIGN, id));
      const missing = await refusedWith(() => show(ports, caller, CAMPAIGN, factId(99)));
      expect(refusal).toEqual({ code: 'NOT_FOUND', facts: {} });
      expect(refusal).toEqual(missing);
    }
    for (const caller of inside)
      expect(await refusedWith(() => show(ports, caller, CAMPAIGN, id))).toBeNull();
  });

  it('costs the same reads as one that does not exist', async () => {
    const { ports, deposit } = await readingStage();
    const { id } = await deposit(FILE, bodiesOf(MEMBER));
    const readsFor = async (asked: typeof id) => {
      const { calls, ports: watched } = spied(ports);
      await refusedWith(() => show(watched, body, CAMPAIGN, asked));
      return calls;
    };
    expect(await readsFor(id)).toEqual(await readsFor(factId(99)));
    expect(await readsFor(id)).toEqual(['generations.current', 'loadGeneration', 'openings.get']);
  });

  it('is not found either where it is an act, or of another campaign', async () => {
    const { ports, deposit, act } = await readingStage();
    const { id } = await deposit(FILE, bodiesOf(LONER));
    const certification = await act(actOf({ finess: LONER }), 'etablissement');
    expect(await refusedWith(() => show(ports, nation, CAMPAIGN, certification.id))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusedWith(() => show(ports, nation, year('2025'), id))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
