import { createHandler } from '../../functions/show-nation/handler.ts';
import { bodiesOf } from '../builders/caller.ts';
import { csvOf } from '../builders/campaign.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import { LONER, MEMBER, NEIGHBOUR } from '../builders/directory.ts';
import type { ApiRequest } from '../builders/events.ts';
import { readingStage } from '../doubles/reading-stage.ts';
import { routeCalls } from '../doubles/route-calls.ts';

const params = { campagne: '2026' };

async function stage() {
  const stood = await readingStage();
  await stood.deposit(csvOf(GOOD_ROW), bodiesOf(LONER));
  await stood.publishNation();
  return { ...stood, ...routeCalls(createHandler(stood.ports)) };
}

describe('the nation', () => {
  it('lists figures, line by line, with the snapshot that they are of', async () => {
    const { done } = await stage();
    const body = await done('dns', 'list-figures', { params, query: { etat: 'calcule' } });
    expect(body).toMatchObject({
      elements: [
        { campagne: '2026', finess: LONER, etat: 'calcule', part_numerique: '0.020000', motifs: '' },
      ],
      suivant: null,
      edition: 1,
      publie_le: '2026-07-15T10:00:00.000Z',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('lists figures of a region, a status, and after a FINESS', async () => {
    const { done } = await stage();
    const query = { region: '84', statut: 'public', limite: '1' };
    const first = await done('dns', 'list-figures', { params, query });
    expect(first.elements).toHaveLength(1);
    const rest = await done('dns', 'list-figures', { params, query: { ...query, apres: first.suivant } });
    expect(rest).toMatchObject({ elements: [{ finess: MEMBER }], suivant: null });
  });

  it('lists aggregates by page, whose cursor is the last line', async () => {
    const { done } = await stage();
    const query = { axe: 'region_statut', indicateur: 'part_numerique', limite: '1' };
    const first = await done('dns', 'list-aggregates', { params, query });
    expect(first).toMatchObject({
      elements: [{ axe: 'region_statut', tranche: '84|prive_lucratif', n: '1', valeur: '0.020000' }],
      suivant: 'region_statut|84|prive_lucratif|part_numerique',
    });
    const next = await done('dns', 'list-aggregates', { params, query: { ...query, apres: first.suivant } });
    expect(next.elements).toMatchObject([{ tranche: '84|public', n: '0', valeur: '' }]);
  });

  it('refuses a cursor that names no line', async () => {
    const { refused } = await stage();
    const problem = await refused('dns', 'list-aggregates', { params, query: { apres: 'FR' } });
    expect(problem).toMatchObject({ status: 400, code: 'INVALID_REQUEST', erreurs: [{ champ: 'apres' }] });
  });

  it.each([
    ['classeur', 'xlsx', 'DNS-campagne-2026-edition-1.xlsx'],
    ['chiffres', 'csv', 'figures-campagne-2026-edition-1.csv'],
    ['agregats', 'csv', 'aggregates-campagne-2026-edition-1.csv'],
    ['manifeste', 'txt', 'DNS-campagne-2026-edition-1.manifest.txt'],
    ['edition', 'edition\\.json', 'DNS-campagne-2026-edition-1.edition.json'],
  ])('links its documents: %s', async (fichier, extension, name) => {
    const { done } = await stage();
    const body = await done('dns', 'download-national', { params: { ...params, fichier } });
    expect(body).toMatchObject({ url: expect.stringMatching(new RegExp(`\\.${extension}$`)), fichier: name });
  });

  it.each(['list-figures', 'list-aggregates', 'download-national'] as const)(
    'is for the DNS and the administrators, from the first edition on: %s',
    async (route) => {
      const { refused } = await stage();
      const request = { params: { ...params, fichier: 'classeur' } };
      for (const as of ['etablissement', 'ars'])
        expect(await refused(as, route, request)).toMatchObject({ status: 403, code: 'ROLE_FORBIDDEN' });
      const before = routeCalls(createHandler((await readingStage()).ports));
      expect(await before.refused('dns', route, request)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    },
  );
});

describe('the ETag of the nation', () => {
  it('is that of the snapshot and of the question: known, nothing is sent again', async () => {
    const { call, deposit, publishNation } = await stage();
    const ask = async (query: Record<string, string>, headers: ApiRequest['headers'] = {}) => {
      const { status, headers: given, text } = await call('dns', 'list-figures', { params, query, headers });
      return { status, text, etag: String(given['etag']), cache: given['cache-control'] };
    };
    const first = await ask({ region: '84' });
    expect(first).toMatchObject({ status: 200, cache: 'private, no-cache' });
    const again = await ask({ region: '84' }, { 'if-none-match': first.etag });
    expect(again).toMatchObject({ status: 304, text: '', etag: first.etag });
    expect((await ask({ region: '93' }, { 'if-none-match': first.etag })).status).toBe(200);

    await deposit(csvOf({ ...GOOD_ROW, finess: NEIGHBOUR }), bodiesOf(NEIGHBOUR));
    await publishNation();
    const later = await ask({ region: '84' }, { 'if-none-match': first.etag });
    expect(later.status).toBe(200);
    expect(later.etag).not.toBe(first.etag);
  });

  it('changes with the edition where two have the same tables', async () => {
    const { call, ports, generation } = await stage();
    const etag = async () => (await call('dns', 'list-figures', { params })).headers['etag'];
    const before = await etag();
    const edition = await ports.editions.get(generation.scope, 'FR');
    if (!edition) throw new Error('no edition');
    await ports.editions.put(generation.scope, { ...edition, number: 2 });
    expect(await etag()).not.toBe(before);
  });
});
