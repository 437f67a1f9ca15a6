import { createHandler } from '../../functions/show-region/handler.ts';
import { sha256 } from '../../shared/application/digest.ts';
import type { RouteId } from '../../shared/contracts/routes.ts';
import type { Finess } from '../../shared/domain/finess/finess.ts';
import { VERSION } from '../../shared/domain/version.ts';
import { actOf } from '../builders/act.ts';
import { bodiesOf } from '../builders/caller.ts';
import { csvOf, generation } from '../builders/campaign.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import { CARRIER, LONER, MEMBER, NEIGHBOUR } from '../builders/directory.ts';
import { readingStage } from '../doubles/reading-stage.ts';
import { routeCalls } from '../doubles/route-calls.ts';

const params = { campagne: '2026', region: '84' };
const rowOf = (finess: Finess, over: Readonly<Record<string, string>> = {}) =>
  csvOf({ ...GOOD_ROW, finess, ...over });

/** In region 84 one is refused, one never deposited and one is computed; region 93 has one computed. */
async function stage() {
  const contacts = [
    {
      finess: CARRIER,
      role: 'DSI',
      name: 'Personne Fictive',
      email: 'dsi@exemple.fr',
      phone: '04 00 00 00 00',
    },
  ];
  const stood = await readingStage(generation({ contacts }));
  await stood.deposit(rowOf(CARRIER, { charges_titre1: 'néant' }), bodiesOf(CARRIER));
  await stood.deposit(rowOf(LONER), bodiesOf(LONER));
  await stood.act(actOf({ finess: LONER }), 'etablissement');
  await stood.act(actOf({ finess: LONER, kind: 'visa' }), 'ars');
  await stood.deposit(rowOf(NEIGHBOUR), bodiesOf(NEIGHBOUR));
  await stood.publishRegion('84');
  return { ...stood, ...routeCalls(createHandler(stood.ports)) };
}

describe('a region', () => {
  it('has its dashboard', async () => {
    const { done } = await stage();
    expect(await done('ars', 'show-region', { params })).toEqual({
      region: '84',
      libelle: 'Auvergne-Rhône-Alpes',
      campagne: 2026,
      ouverture: '2026-01-01',
      echeance: '2026-06-30',
      cloture: '2026-12-31',
      attendus: 3,
      recus: 1,
      refuses: 1,
      calcules: 1,
      en_retard: 2,
      a_relancer: 2,
      dispenses: 0,
      couverture: '0.333333',
      derniere_edition: {
        numero: 1,
        publiee_le: '2026-07-15T10:00:00.000Z',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        manifeste_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it('lists its declarants with what to say to each', async () => {
    const { done } = await stage();
    const { elements, suivant } = await done('ars', 'list-declarants', { params });
    expect(elements).toMatchObject([
      {
        finess: CARRIER,
        statut: 'public',
        categorie: '355',
        departement: '01',
        situation: 'refuse',
        phrase: expect.stringMatching(/^Ligne 2, colonne « charges_titre1 » : .*néant/),
        tentatives: 1,
        dernier_depot: '2026-07-15',
        contacts: [
          {
            fonction: 'DSI',
            nom: 'Personne Fictive',
            courriel: 'dsi@exemple.fr',
            telephone: '04 00 00 00 00',
          },
        ],
      },
      {
        finess: MEMBER,
        situation: 'jamais-depose',
        phrase: "Aucun dépôt n'a été reçu pour cet établissement.",
        tentatives: 0,
        dernier_depot: null,
        contacts: [],
      },
      {
        finess: LONER,
        situation: 'calcule',
        phrase: 'Ses chiffres sont calculés.',
        certifie: true,
        vise: true,
        dispense: false,
      },
    ]);
    expect(suivant).toBeNull();
  });

  it('lists those to be chased, those of one situation, and those after another', async () => {
    const { done } = await stage();
    const finess = async (query: Readonly<Record<string, string>>) => {
      const { elements } = await done('ars', 'list-declarants', { params, query });
      return elements.map((element: { readonly finess: string }) => element.finess);
    };
    expect(await finess({ a_relancer: 'oui' })).toEqual([CARRIER, MEMBER]);
    expect(await finess({ situation: 'jamais-depose' })).toEqual([MEMBER]);
    expect(await finess({ apres: CARRIER, limite: '1' })).toEqual([MEMBER]);
  });

  it('lists the editions of its workbook by page, and links each', async () => {
    const { done, deposit, publishRegion } = await stage();
    await deposit(rowOf(LONER, { etp_ssi_internes: '3' }), bodiesOf(LONER));
    await publishRegion('84');
    const first = await done('ars', 'list-editions', { params, query: { limite: '1' } });
    expect(first).toMatchObject({ elements: [{ numero: 2 }], suivant: '2' });
    const rest = await done('ars', 'list-editions', { params, query: { avant: '2' } });
    expect(rest).toMatchObject({ elements: [{ numero: 1 }], suivant: null });
    expect(await done('ars', 'download-edition', { params: { ...params, numero: '1' } })).toEqual({
      url: expect.stringMatching(/^https:\/\/documents\.test\/editions\/2026\/84\/[0-9a-f]{64}\.xlsx$/),
      expire_le: '2026-07-15T10:05:00.000Z',
      fichier: 'ARS-84-campagne-2026-edition-1.xlsx',
      sha256: rest.elements[0].sha256,
      manifeste_sha256: rest.elements[0].manifeste_sha256,
    });
  });

  it('links the manifest of an edition, under the hash that the list gives', async () => {
    const { done, ports } = await stage();
    const { elements } = await done('ars', 'list-editions', { params });
    const { manifeste_sha256 } = elements[0];
    const link = await done('ars', 'download-manifest', { params: { ...params, numero: '1' } });
    const key = `editions/2026/84/${manifeste_sha256}.txt`;
    expect(link).toMatchObject({
      url: `https://documents.test/${key}`,
      fichier: 'ARS-84-campagne-2026-edition-1.manifest.txt',
      sha256: manifeste_sha256,
      manifeste_sha256,
    });
    const bytes = (await ports.documents.get(key)) ?? new Uint8Array();
    expect(sha256(bytes)).toBe(manifeste_sha256);
    expect(new TextDecoder().decode(bytes)).toMatch(/^[0-9a-f]{64} {2}fait /);
  });

  it('says of an edition what its edition.json says', async () => {
    const { done, ports, generation: under } = await stage();
    const key = `editions/2026/84/${under.scope.generation}-1.edition.json`;
    const kept = new TextDecoder().decode((await ports.documents.get(key)) ?? new Uint8Array());
    const shown = await done('ars', 'show-edition', { params: { ...params, numero: '1' } });
    expect(`${JSON.stringify(shown, null, 2)}\n`).toBe(kept);
    expect(shown).toMatchObject({ de: '84', numero: 1, code: VERSION });
  });

  it.each([
    'show-region',
    'list-declarants',
    'list-editions',
    'download-edition',
    'download-manifest',
    'show-edition',
  ] as const satisfies readonly RouteId[])(
    'that is not the caller’s is as one that does not exist: %s',
    async (route) => {
      const { call, refused, publishRegion } = await stage();
      await publishRegion('93');
      const ask = (region: string, campagne = '2026') =>
        call('ars', route, { params: { campagne, region, numero: '1' } });
      const missing = await ask('00');
      expect(missing.status).toBe(404);
      expect(await ask('93')).toEqual(missing);
      expect(await ask('84', '2031')).toEqual(missing);
      expect(await refused('etablissement', route, { params: { ...params, numero: '1' } })).toMatchObject({
        status: 403,
        code: 'ROLE_FORBIDDEN',
      });
    },
  );

  it('never shows an agency a name, a number or a file of another region', async () => {
    const { call } = await stage();
    for (const route of ['show-region', 'list-declarants', 'list-editions'] as const)
      expect((await call('ars', route, { params })).text).not.toContain(NEIGHBOUR);
  });
});
