import { createHandler as showEstablishment } from '../../functions/show-establishment/handler.ts';
import { createHandler as showNation } from '../../functions/show-nation/handler.ts';
import { bodiesOf } from '../builders/caller.ts';
import { csvOf, generation } from '../builders/campaign.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import { CARRIER, EXTERNAL, LONER, MEMBER, NEIGHBOUR, pastFigures } from '../builders/directory.ts';
import { type ApiRequest, ISSUER } from '../builders/events.ts';
import { readingStage } from '../doubles/reading-stage.ts';
import { routeCalls } from '../doubles/route-calls.ts';

const campagne = '2026';
const params = { campagne };
const SHARE = { axe: 'nation', tranche: 'FR', indicateur: 'part_numerique' };
const figure = (finess: string, chiffre: string) => ({ params: { campagne, finess, chiffre } });

/** Everyone but the neighbour is computed; both pools are closed. */
async function stage(under = generation()) {
  const stood = await readingStage(under);
  const carrier = { ...GOOD_ROW, finess: CARRIER, mutualise_charges: '1000.01', mutualise_etp_ssi: '0.5' };
  await stood.deposit(csvOf(carrier), bodiesOf(CARRIER));
  await stood.deposit(
    csvOf({
      finess: EXTERNAL,
      campagne,
      cloture: 'definitive',
      date_cloture: '2026-04-01',
      mutualise_charges: '500',
      mutualise_etp_ssi: '0.25',
    }),
    bodiesOf(EXTERNAL),
  );
  const member = { ...GOOD_ROW, finess: MEMBER, quote_part_versee: '100' };
  await stood.deposit(csvOf(member), bodiesOf(MEMBER));
  await stood.deposit(csvOf({ ...GOOD_ROW, num_personnel: '60000' }), bodiesOf(LONER));
  await stood.publishNation();
  return {
    ...stood,
    nation: routeCalls(showNation(stood.ports)),
    establishment: routeCalls(showEstablishment(stood.ports)),
  };
}

describe('GET /campagnes/{c}/explications/chiffres/{finess}/{chiffre}', () => {
  it('gives value, formula in words and symbols, and each input with the cell that it was read in', async () => {
    const { establishment } = await stage();
    const body = await establishment.done(
      'etablissement',
      'explain-figure',
      figure(LONER, 'charges_totales'),
    );
    expect(body).toMatchObject({
      campagne: 2026,
      finess: LONER,
      unite: 'euros',
      etat: 'calcule',
      valeur: '1000000.00',
      formule: {
        symboles: 'charges_totales = charges_titre1 + charges_titre2 + charges_titre3 + charges_titre4',
        mots: expect.stringContaining('Instruction DNS/2025/12, action 7'),
        jeu_de_regles: '2026-1',
      },
      publie: { edition: 1, valeur: '1000000.00' },
    });
    expect(body.entrees[0]).toMatchObject({
      role: 'plus',
      genre: 'declare',
      nom: 'charges_titre1',
      libelle: 'Titre 1 – Charges de personnel',
      valeur: '600000.00',
      regle: expect.stringContaining('budget général'),
      explication: null,
      origine: {
        fichier: 'dépôt 4.csv',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        ligne: 2,
        colonne: 'charges_titre1',
        cellule: null,
        jour: '2026-07-15',
        lieu: 'Ligne 2, colonne « charges_titre1 »',
      },
    });
  });

  it('gives, line by line, what a balance or a list of staff adds up to', async () => {
    const { establishment, deposit } = await stage();
    const staff = 'finess;campagne;fonction;type;quotite;mois;nombre\n';
    const line = (post: string, type: string, quota: string) =>
      `${LONER};2026;${post};${type};${quota};12;1\n`;
    await deposit(
      new TextEncoder().encode(staff + line('RSSI', 'interne', '80') + line('Analyste', 'interne', '33,33')),
      bodiesOf(LONER),
    );
    const body = await establishment.done(
      'etablissement',
      'explain-figure',
      figure(LONER, 'etp_ssi_propres'),
    );
    expect(body).toMatchObject({
      valeur: '1.13',
      entrees: [
        {
          detail: [
            {
              libelle: 'RSSI',
              valeur: '0.8000',
              regle: expect.stringContaining('quotité 80 %'),
              lieu: 'Ligne 2',
            },
            { libelle: 'Analyste', valeur: '0.3333', lieu: 'Ligne 3' },
          ],
        },
      ],
    });
  });

  it('leads from a share to the figures that it is made of, and from them to what was declared', async () => {
    const { establishment } = await stage();
    const ask = (path: string) => {
      const [finess = '', chiffre = ''] = path.split('/').slice(-2);
      return establishment.done('dns', 'explain-figure', figure(finess, chiffre));
    };
    const share = await establishment.done('dns', 'explain-figure', figure(MEMBER, 'part_numerique'));
    expect(share.formule.symboles).toBe('part_numerique = charges_numeriques_retenues ÷ charges_totales');
    const retained = await ask(share.entrees[0].explication);
    expect(retained).toMatchObject({
      chiffre: 'charges_numeriques_retenues',
      valeur: share.entrees[0].valeur,
    });
    expect(retained.formule.symboles).toBe(
      'charges_numeriques_retenues = charges_numeriques_propres − mutualise_porte − quotes_parts + mutualise_attribue',
    );
    const allocated = await ask(retained.entrees[3].explication);
    expect(allocated.formule.symboles).toBe(
      'mutualise_attribue = part(mutualise_charges, GCS-2) + part(mutualise_charges, GHT-1)',
    );
    expect(allocated.entrees[1]).toMatchObject({
      genre: 'mutualisation',
      valeur: '300.00',
      mutualisation: {
        groupe: 'GHT-1',
        porteur: CARRIER,
        mutualise: '1000.01',
        activite: '30.0000',
        activites: '100.0000',
        membres: 4,
        reliquat: false,
      },
      origine: { fichier: 'dépôt 1.csv', colonne: 'mutualise_charges' },
    });
  });

  it('tells where a carrier was read to those alone who may read its return', async () => {
    const { establishment, ports } = await stage();
    await ports.rights.put(
      {
        issuer: ISSUER,
        subject: 'membre',
        role: 'etablissement',
        perimeter: bodiesOf(MEMBER),
        label: '',
        grantedAt: '2026-01-01T00:00:00.000Z',
        grantedBy: { issuer: ISSUER, subject: 'administrateur' },
        revoked: null,
      },
      null,
    );
    const asked = figure(MEMBER, 'mutualise_attribue');
    const own = await establishment.done('membre', 'explain-figure', asked);
    expect(own.entrees).toMatchObject([
      { origine: null, mutualisation: { mutualise: '500.00' } },
      { origine: null, mutualisation: { mutualise: '1000.01' } },
    ]);
    // The agency of the region reads the carrier of the region, and not the external one.
    const ars = await establishment.done('ars', 'explain-figure', asked);
    expect(ars.entrees).toMatchObject([{ origine: null }, { origine: { fichier: 'dépôt 1.csv' } }]);
    const dns = await establishment.done('dns', 'explain-figure', asked);
    expect(dns.entrees).toMatchObject([{ origine: { fichier: 'dépôt 2.csv' } }, { origine: {} }]);
  });

  it('says why there is no figure', async () => {
    const { establishment, deposit } = await stage();
    await deposit(csvOf({ ...GOOD_ROW, cloture: 'provisoire' }), bodiesOf(LONER));
    const body = await establishment.done('etablissement', 'explain-figure', figure(LONER, 'part_numerique'));
    expect(body).toMatchObject({
      etat: 'non_calcule',
      motifs: [{ code: 'comptes-non-clos', phrase: expect.any(String) }],
      valeur: null,
      publie: { edition: 1, valeur: '0.070000' },
      entrees: [{ valeur: null }, { valeur: null }],
    });
  });

  it('is, as CSV, the list of its inputs', async () => {
    const { establishment } = await stage();
    const request: ApiRequest = { ...figure(LONER, 'part_numerique'), headers: { accept: 'text/csv' } };
    const { text } = await establishment.call('dns', 'explain-figure', request);
    const [header = '', first = ''] = text.split('\n');
    expect(header.split(';').slice(0, 4)).toEqual(['role', 'genre', 'nom', 'libelle']);
    expect(first).toContain('numerateur;chiffre;charges_numeriques_retenues');
  });

  it('is not there for a body of others, an external carrier, or a word that is no figure', async () => {
    const { establishment } = await stage();
    const refused = async (as: string, finess: string, chiffre = 'part_numerique') =>
      establishment.refused(as, 'explain-figure', figure(finess, chiffre));
    expect(await refused('etablissement', MEMBER)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await refused('ars', NEIGHBOUR)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await refused('dns', EXTERNAL)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await refused('dns', LONER, 'motifs')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('GET /agregats', () => {
  const withPast = () => {
    const retainedDigital = 3_000_000n;
    return stage(generation({ history: [pastFigures(LONER, { retainedDigital })] }));
  };

  it('gives a line per campaign: what was published, and what is remembered of the others', async () => {
    const { nation } = await withPast();
    const body = await nation.done('dns', 'show-trend', { query: { ...SHARE, campagnes: '2026,2025,2019' } });
    expect(body).toMatchObject({ ...SHARE, sans_donnee: [2019] });
    expect(body.campagnes).toMatchObject([
      {
        campagne: 2025,
        source: 'historique',
        edition: null,
        sha256: null,
        rupture: false,
        n: '1',
        attendus: '',
        numerateur: '30000.00',
        denominateur: '1000000.00',
        valeur: '0.030000',
      },
      { campagne: 2026, source: 'edition', edition: 1, jeu_de_regles: '2026-1', n: '3', attendus: '4' },
    ]);
  });

  it('is given as CSV, a line per campaign', async () => {
    const { nation } = await withPast();
    const { text } = await nation.call('dns', 'show-trend', {
      query: SHARE,
      headers: { accept: 'text/csv' },
    });
    const [header = '', first = '', second = ''] = text.split('\n');
    expect(header.split(';').slice(0, 3)).toEqual(['campagne', 'source', 'edition']);
    expect([first, second].map((line) => line.split(';').slice(0, 2))).toEqual([
      ['2025', 'historique'],
      ['2026', 'edition'],
    ]);
  });

  it('refuses what is no slice, and no list of campaigns', async () => {
    const { nation } = await withPast();
    for (const query of [
      { ...SHARE, axe: 'departement' },
      { axe: 'nation', tranche: 'FR' },
      { ...SHARE, campagnes: '2026;2025' },
    ])
      expect(await nation.refused('dns', 'show-trend', { query: query as never })).toMatchObject({
        status: 400,
        code: 'INVALID_REQUEST',
      });
    expect(await nation.refused('ars', 'show-trend', { query: SHARE })).toMatchObject({ status: 403 });
  });
});

describe('GET /campagnes/{c}/explications/agregats', () => {
  it('gives sums, counts, coverage, quartiles with their neighbours, and where the contributions are', async () => {
    const { nation } = await stage();
    const body = await nation.done('dns', 'explain-aggregate', { params, query: SHARE });
    const line = (await nation.done('dns', 'list-aggregates', { params, query: SHARE })).elements[0];
    expect(body).toMatchObject({
      axe: 'nation',
      tranche: 'FR',
      unite: 'part',
      valeur: line.valeur,
      numerateur: line.numerateur,
      denominateur: line.denominateur,
      n: 3,
      attendus: 4,
      couverture: '0.750000',
      formule: {
        symboles: 'Σ charges_numeriques_retenues ÷ Σ charges_totales',
        mots: expect.stringContaining('jamais une moyenne de parts'),
        jeu_de_regles: '2026-1',
      },
      sans_chiffre: { non_repondants: 1, non_calcules: 0, sans_cet_indicateur: 0 },
      contributions: '/campagnes/2026/contributions?axe=nation&tranche=FR&indicateur=part_numerique',
      edition: 1,
    });
    expect(body.quartiles).toMatchObject([
      { quartile: 'q1', rang: '1.50', valeur: line.q1, bas: { rang: 1 }, haut: { rang: 2 } },
      { quartile: 'mediane', rang: '2.00', valeur: line.mediane, bas: { rang: 2 }, haut: { rang: 2 } },
      { quartile: 'q3', rang: '2.50', valeur: line.q3, bas: { rang: 2 }, haut: { rang: 3, finess: LONER } },
    ]);
  });

  it('is of any slice, size of budget among them', async () => {
    const { nation } = await stage();
    const query = {
      ...SHARE,
      axe: 'taille_budget',
      tranche: '1_moins_de_20M',
      indicateur: 'etp_ssi_retenus',
    };
    expect(await nation.done('dns', 'explain-aggregate', { params, query })).toMatchObject({
      unite: 'etp',
      n: 3,
      attendus: 3,
      denominateur: null,
    });
    const silent = { ...SHARE, axe: 'taille_budget', tranche: '9_non_declare' };
    expect(await nation.done('dns', 'explain-aggregate', { params, query: silent })).toMatchObject({
      n: 0,
      attendus: 1,
      valeur: null,
      quartiles: [],
    });
  });
});

describe('GET /campagnes/{c}/contributions', () => {
  it('gives what each declarant brings and how the figure would move, page after page', async () => {
    const { nation } = await stage();
    const first = await nation.done('dns', 'list-contributions', {
      params,
      query: { ...SHARE, limite: '2' },
    });
    expect(first).toMatchObject({
      elements: [{ finess: CARRIER }, { finess: MEMBER }],
      suivant: MEMBER,
      n: 3,
      attendus: 4,
    });
    const rest = await nation.done('dns', 'list-contributions', {
      params,
      query: { ...SHARE, apres: first.suivant },
    });
    expect(rest.elements).toEqual([
      {
        finess: LONER,
        numerateur: '70000.00',
        denominateur: '1000000.00',
        valeur: '0.070000',
        part_de_la_somme: expect.stringMatching(/^0\.6/),
        valeur_sans: expect.stringMatching(/^0\.01|^0\.02/),
        ecart_sans: expect.stringMatching(/^-0\.0/),
        explication: `/campagnes/2026/explications/chiffres/${LONER}/part_numerique`,
      },
    ]);
    const sum = [...first.elements, ...rest.elements].reduce(
      (cents, one) => cents + Number(one.numerateur) * 100,
      0,
    );
    expect(Math.round(sum)).toBe(Math.round(Number(first.numerateur) * 100));
  });

  it('is given as CSV, the cursor in a header', async () => {
    const { nation } = await stage();
    const { text, headers } = await nation.call('dns', 'list-contributions', {
      params,
      query: { ...SHARE, limite: '1' },
      headers: { accept: 'text/csv' },
    });
    expect(text.split('\n')[0]).toBe(
      'finess;numerateur;denominateur;valeur;part_de_la_somme;valeur_sans;ecart_sans;explication',
    );
    expect(headers['x-suivant']).toBe(CARRIER);
  });

  it('has an ETag of the edition and the question', async () => {
    const { nation } = await stage();
    const etag = async (query: Record<string, string>) =>
      (await nation.call('dns', 'list-contributions', { params, query })).headers['etag'];
    expect(await etag(SHARE)).toBe(await etag(SHARE));
    expect(await etag({ ...SHARE, limite: '1' })).not.toBe(await etag(SHARE));
  });
});

describe.each(['explain-aggregate', 'list-contributions'] as const)('%s', (route) => {
  it('is for the DNS; for a region’s agency over its own region; for no establishment', async () => {
    const { nation } = await stage();
    const region = (code: string) => ({ params, query: { ...SHARE, axe: 'region', tranche: code } });
    const both = (code: string) => ({ params, query: { ...SHARE, axe: 'region_statut', tranche: code } });
    expect((await nation.done('ars', route, region('84'))).n).toBe(3);
    expect((await nation.done('ars', route, both('84|public'))).n).toBe(2);
    expect((await nation.done('administrateur', route, region('93'))).n).toBe(0);
    for (const request of [region('93'), both('93|public'), region('84|public')])
      expect(await nation.refused('ars', route, request)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    for (const axe of ['nation', 'statut', 'categorie', 'taille_budget'])
      expect(
        await nation.refused('ars', route, { params, query: { ...SHARE, axe, tranche: '84' } }),
      ).toMatchObject({
        status: 403,
        code: 'ROLE_FORBIDDEN',
      });
    expect(await nation.refused('etablissement', route, region('84'))).toMatchObject({
      status: 403,
      code: 'ROLE_FORBIDDEN',
    });
  });

  it('is not there for a slice without a declarant, nor before the first edition', async () => {
    const { nation } = await stage();
    const nowhere = { params, query: { ...SHARE, axe: 'categorie', tranche: '999' } };
    expect(await nation.refused('dns', route, nowhere)).toMatchObject({ status: 404 });
    const before = routeCalls(showNation((await readingStage()).ports));
    expect(await before.refused('dns', route, { params, query: SHARE })).toMatchObject({ status: 404 });
  });
});
