import { createHandler } from '../../functions/show-establishment/handler.ts';
import type { RouteId } from '../../shared/contracts/routes.ts';
import { type Finess, withKey } from '../../shared/domain/finess/finess.ts';
import { actOf } from '../builders/act.ts';
import { bodiesOf } from '../builders/caller.ts';
import { csvOf, generation } from '../builders/campaign.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import { CARRIER, EXTERNAL, LONER, MEMBER, NEIGHBOUR, pastFigures, STRANGER } from '../builders/directory.ts';
import { day } from '../builders/entry.ts';
import { ISSUER } from '../builders/events.ts';
import { tombstoneOf } from '../builders/tombstone.ts';
import { factId, readingStage } from '../doubles/reading-stage.ts';
import { routeCalls } from '../doubles/route-calls.ts';

const campagne = '2026';
const rowOf = (finess: Finess, over: Readonly<Record<string, string>> = {}) =>
  csvOf({ ...GOOD_ROW, finess, ...over });
const ARS = { issuer: ISSUER, subject: 'ars', role: 'ars' } as const;

async function stage(under = generation()) {
  const stood = await readingStage(under);
  return { ...stood, ...routeCalls(createHandler(stood.ports)) };
}

describe('GET /moi and /campagnes', () => {
  it('say who the caller is, what it may ask, and when', async () => {
    const { done } = await stage();
    expect(await done('etablissement', 'show-profile')).toMatchObject({
      emetteur: ISSUER,
      sujet: 'etablissement',
      role: 'etablissement',
      perimetre: LONER,
      actions: expect.arrayContaining(['deposit.open', 'act.certification']),
    });
    expect(await done('dns', 'list-campaigns')).toEqual({
      campagnes: [{ campagne: 2026, ouverture: '2026-01-01', echeance: '2026-06-30', cloture: '2026-12-31' }],
    });
  });
});

describe('the deposits', () => {
  it('are listed by page, with what became of each', async () => {
    const { done, deposit, open, ports } = await stage();
    const erased = await deposit(rowOf(LONER), bodiesOf(LONER));
    await ports.facts.erase(tombstoneOf(erased.id));
    const byArs = await deposit(rowOf(LONER), bodiesOf(LONER), { depositor: ARS });
    const awaited = await open(rowOf(LONER), bodiesOf(LONER));
    const first = await done('etablissement', 'list-deposits', {
      params: { campagne },
      query: { limite: '2' },
    });
    expect(first).toMatchObject({
      elements: [
        { depot: awaited.id, statut: 'en-attente', depose_par: 'etablissement', mention: null },
        {
          depot: byArs.id,
          statut: 'accepted',
          depose_par: 'ars',
          mention: "déposé par l'ARS",
          perimetre: LONER,
        },
      ],
      suivant: byArs.id,
    });
    const rest = await done('etablissement', 'list-deposits', {
      params: { campagne },
      query: { limite: '2', avant: first.suivant },
    });
    expect(rest).toMatchObject({ elements: [{ depot: erased.id, statut: 'efface' }], suivant: null });
  });

  it('are fifty a page when nobody says how many', async () => {
    const { done, open } = await stage();
    for (let n = 0; n < 51; n++) await open(rowOf(LONER), bodiesOf(LONER));
    const { elements, suivant } = await done('etablissement', 'list-deposits', { params: { campagne } });
    expect(elements).toHaveLength(50);
    expect(suivant).toBe(elements[49].depot);
  });

  it('are each shown with the verdict as it is written', async () => {
    const { done, deposit, ports, generation: under } = await stage();
    const { id } = await deposit(rowOf(LONER, { charges_titre1: 'néant' }), bodiesOf(LONER));
    const body = await done('etablissement', 'show-deposit', { params: { campagne, depot: id } });
    const record = (await ports.verdicts.get(under.scope, id))?.value;
    const text = await ports.documents.get(record?.document ?? '');
    expect(body).toMatchObject({ statut: 'rejected', premier_verdict: null, effacement: null });
    expect(body.verdict).toEqual(JSON.parse(new TextDecoder().decode(text ?? undefined)));
    expect(body.verdict.issues).toMatchObject([
      { code: 'NUMBER_UNREADABLE', at: { line: 2 }, seen: 'néant' },
    ]);
  });

  it('that were erased say when and why', async () => {
    const { done, deposit, ports } = await stage();
    const { id } = await deposit(rowOf(LONER), bodiesOf(LONER));
    await ports.facts.erase(tombstoneOf(id));
    expect(await done('administrateur', 'show-deposit', { params: { campagne, depot: id } })).toMatchObject({
      statut: 'efface',
      verdict: null,
      premier_verdict: null,
      effacement: { motif: 'Fichier de paie déposé par mégarde', le: '2026-07-16T08:00:00.000Z' },
    });
  });

  it('have a receipt and a link to the file', async () => {
    const { done, deposit, generation: under } = await stage();
    const { id, sha256 } = await deposit(rowOf(LONER), bodiesOf(LONER));
    const params = { campagne, depot: id };
    expect(await done('etablissement', 'show-receipt', { params })).toMatchObject({
      depot: id,
      sha256,
      jour: '2026-07-15',
      statut: 'accepted',
      verdict_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      generation: under.scope.generation,
      ecritures: [
        { finess: LONER, region: '84', ligne: 2, ecriture: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
      ecritures_total: 1,
    });
    expect(await done('etablissement', 'download-deposit', { params })).toEqual({
      url: `https://facts.test/${id}`,
      expire_le: '2026-07-15T10:05:00.000Z',
      fichier: 'dépôt 1.csv',
    });
  });

  it('of somebody else are not found, in the very bytes of one that does not exist', async () => {
    const { call, deposit } = await stage();
    const elsewhere = await deposit(rowOf(MEMBER), bodiesOf(MEMBER));
    const group = await deposit(rowOf(LONER), bodiesOf(CARRIER, LONER));
    for (const route of ['show-deposit', 'show-receipt', 'download-deposit'] as const) {
      const ask = (depot: string) => call('etablissement', route, { params: { campagne, depot } });
      const missing = await ask(factId(99));
      expect(missing.status).toBe(404);
      for (const depot of [elsewhere.id, group.id, 'not-an-id']) expect(await ask(depot)).toEqual(missing);
    }
  });
});

describe('GET /campagnes/{campagne}/declarations/{finess}', () => {
  const show = 'show-return' satisfies RouteId;

  it('shows values with their place, figures as in figures.csv, the year before and the acts', async () => {
    const under = generation({ history: [pastFigures(LONER)] });
    const { done, deposit, act, publishNation } = await stage(under);
    const fact = await deposit(rowOf(LONER), bodiesOf(LONER), { depositor: ARS });
    const certification = await act(actOf({ finess: LONER }), 'etablissement');
    await publishNation();
    const body = await done('etablissement', show, { params: { campagne, finess: LONER } });
    expect(body).toMatchObject({
      finess: LONER,
      raison_sociale: `Établissement ${LONER}`,
      campagne: 2026,
      etat: 'calcule',
      motifs: [],
      chiffres: {
        charges_totales: '1000000.00',
        charges_numeriques_retenues: '20000.00',
        part_numerique: '0.020000',
        part_investissement: '0.200000',
        etp_ssi_retenus: '2.50',
        etp_ssi_externes: '1.00',
      },
      annee_precedente: {
        campagne: 2025,
        part_numerique: '0.020000',
        etp_ssi_retenus: '1.00',
        ruptures: [],
      },
      comparaison: {
        categorie: '128',
        libelle: 'Établissement de soins chirurgicaux',
        part_numerique: null,
        etp_ssi_retenus: null,
        au: '2026-07-15T10:00:00.000Z',
      },
      alertes: [],
      actes: [
        {
          acte: certification.id,
          genre: 'certification',
          par: 'etablissement',
          alerte: null,
          jusqu_au: null,
        },
      ],
      tentatives: 1,
      dernier_depot: { depot: fact.id, fichier: "dépôt 1.csv (déposé par l'ARS)", jour: '2026-07-15' },
    });
    expect(body.valeurs.charges_titre1).toEqual({
      valeur: '600000.00',
      depot: fact.id,
      fichier: "dépôt 1.csv (déposé par l'ARS)",
      sha256: fact.sha256,
      lieu: 'Ligne 2, colonne « charges_titre1 »',
    });
    expect(body.valeurs).toMatchObject({
      cloture: { valeur: 'definitive' },
      date_cloture: { valeur: '2026-05-20' },
    });
    expect(body.valeurs).not.toHaveProperty('mutualise_charges');
  });

  it('says why there are no figures, and what to doubt of those that there are', async () => {
    const { done, deposit } = await stage();
    await deposit(rowOf(LONER, { cloture: 'provisoire', etp_ssi_internes: '' }), bodiesOf(LONER));
    expect(await done('etablissement', show, { params: { campagne, finess: LONER } })).toMatchObject({
      etat: 'non_calcule',
      motifs: [
        { code: 'comptes-non-clos', phrase: expect.stringContaining('définitivement clos') },
        { code: 'champs-manquants', phrase: expect.stringContaining('obligatoires') },
      ],
      chiffres: null,
    });
    await deposit(rowOf(LONER, { num_personnel: '100000' }), bodiesOf(LONER));
    expect(await done('etablissement', show, { params: { campagne, finess: LONER } })).toMatchObject({
      etat: 'calcule',
      alertes: [{ code: 'SHARE_HIGH', phrase: expect.stringContaining('11,00 %') }],
    });
  });

  it('shows the answer to a doubt beside it, and after which deposit to ask again', async () => {
    const { done, deposit, act } = await stage();
    const doubtful = rowOf(LONER, { num_personnel: '100000' });
    const alerts = async () =>
      (await done('etablissement', show, { params: { campagne, finess: LONER } })).alertes;
    await deposit(doubtful, bodiesOf(LONER));
    expect(await alerts()).toMatchObject([{ code: 'SHARE_HIGH', justification: null }]);
    const said = { kind: 'justification', alert: 'SHARE_HIGH', text: 'Un nouveau centre.' } as const;
    const { id } = await act(actOf({ ...said, finess: LONER }), 'etablissement');
    const justification = {
      texte: 'Un nouveau centre.',
      par: 'etablissement',
      jour: '2026-07-15',
      fichier: null,
      depot_depuis: null,
    };
    expect(await alerts()).toMatchObject([{ code: 'SHARE_HIGH', justification }]);
    await deposit(doubtful, bodiesOf(LONER), { day: day('2026-08-20') });
    const body = await done('etablissement', show, { params: { campagne, finess: LONER } });
    expect(body.alertes).toMatchObject([
      { code: 'SHARE_HIGH', justification: { ...justification, depot_depuis: '2026-08-20' } },
    ]);
    expect(body.actes).toMatchObject([{ acte: id, genre: 'justification', fichier: null }]);
  });

  it('shows the lines behind the values, and the deposit that each section comes from', async () => {
    const { done, deposit } = await stage();
    const ask = () => done('etablissement', show, { params: { campagne, finess: LONER } });
    const whole = await deposit(rowOf(LONER), bodiesOf(LONER));
    const staff = await deposit(
      csvOf(
        { fonction: 'RSSI', type: 'interne', quotite: '80 %', mois: '6', nombre: '1' },
        { fonction: 'SOC', type: 'externe', quotite: '100', mois: '12', nombre: '1,5' },
      ),
      bodiesOf(LONER),
      { depositor: ARS },
    );
    const { details, rubriques, valeurs, controle_budget } = await ask();
    expect(details).toEqual({
      comptes: [],
      effectifs: [
        {
          fonction: 'RSSI',
          type: 'interne',
          quotite: '80.00',
          mois: '6.00',
          nombre: '1.00',
          etp: '0.40',
        },
        {
          fonction: 'SOC',
          type: 'externe',
          quotite: '100.00',
          mois: '12.00',
          nombre: '1.50',
          etp: '1.50',
        },
      ],
      mesures: [],
      actions: [],
      annuaires: [],
      score_ads: null,
    });
    expect(valeurs.etp_ssi_internes).toMatchObject({ valeur: '0.40', depot: staff.id, lieu: 'Ligne 2' });
    const from = ({ id }: { id: string }, fichier: string) => ({ depot: id, fichier, jour: '2026-07-15' });
    expect(rubriques).toEqual([
      { rubrique: 'cloture', ...from(whole, 'dépôt 1.csv') },
      { rubrique: 'budget', ...from(whole, 'dépôt 1.csv') },
      { rubrique: 'numerique', ...from(whole, 'dépôt 1.csv') },
      { rubrique: 'etp', ...from(staff, "dépôt 2.csv (déposé par l'ARS)") },
      { rubrique: 'maturite', ...from(whole, 'dépôt 1.csv') },
    ]);
    expect(controle_budget).toBeNull();
  });

  it('shows what the accounts known elsewhere say of the budget, and the difference', async () => {
    const { done, deposit } = await stage();
    const titles = ['I', 'II', 'III', 'IV'].map((title) => `Dépenses Titre ${title} Budget global`);
    const amounts = Object.fromEntries(titles.map((title) => [title, '-200000']));
    const extract = csvOf({ 'Finess EJ': LONER, 'Finess ET': '', Année: '2025', ...amounts });
    const ask = () => done('dns', show, { params: { campagne, finess: LONER } });
    const { id } = await deposit(extract, bodiesOf(LONER));
    const known = {
      charges_totales: '800000.00',
      depot: id,
      fichier: 'dépôt 1.csv',
      jour: '2026-07-15',
    };
    expect(await ask()).toMatchObject({ controle_budget: { ...known, ecart: null }, tentatives: 0 });
    await deposit(rowOf(LONER), bodiesOf(LONER));
    expect(await ask()).toMatchObject({
      controle_budget: { ...known, ecart: '200000.00' },
      alertes: [{ code: 'BUDGET_DISAGREES', justification: null }],
    });
  });

  it('of a year before without expenses compares to nothing', async () => {
    const under = generation({ history: [pastFigures(LONER, { totalExpenses: 0n })] });
    const { done } = await stage(under);
    const body = await done('dns', show, { params: { campagne, finess: LONER } });
    expect(body).toMatchObject({
      etat: 'non_repondant',
      annee_precedente: null,
      valeurs: {},
      rubriques: [],
      controle_budget: null,
      dernier_depot: null,
    });
  });

  it('of an external carrier has neither state nor figures', async () => {
    const { done } = await stage();
    expect(await done('dns', show, { params: { campagne, finess: EXTERNAL } })).toMatchObject({
      raison_sociale: 'GCS e-santé',
      etat: null,
      chiffres: null,
      comparaison: null,
    });
  });

  it.each([
    ['etablissement', [MEMBER, NEIGHBOUR, EXTERNAL]],
    ['ars', [NEIGHBOUR, EXTERNAL]],
  ])(
    'is not found for %s outside its perimeter, in the very bytes of a body that does not exist',
    async (as, bodies) => {
      const { call, deposit } = await stage();
      await deposit(rowOf(MEMBER), bodiesOf(MEMBER));
      const ask = (finess: string, year = campagne) => call(as, show, { params: { campagne: year, finess } });
      const missing = await ask(STRANGER);
      expect(missing.status).toBe(404);
      for (const finess of [...bodies, '123']) expect(await ask(finess)).toEqual(missing);
      expect(await ask(LONER, '2031')).toEqual(missing);
    },
  );
});

describe('GET /campagnes/{campagne}/declarations/{finess}/differences', () => {
  const show = 'show-differences' satisfies RouteId;
  const params = { campagne, finess: LONER };

  it('says in words what the last deposit changed, since which one, and on the year before', async () => {
    const { done, deposit } = await stage(generation({ history: [pastFigures(LONER)] }));
    const first = await deposit(rowOf(LONER), bodiesOf(LONER));
    const over = { charges_titre1: '60000', num_personnel: '', maturite_date: '2026-04-02' };
    const last = await deposit(rowOf(LONER, over), bodiesOf(LONER), { depositor: ARS });
    const body = await done('etablissement', show, { params });
    expect(body).toMatchObject({
      depot: { depot: last.id, fichier: "dépôt 2.csv (déposé par l'ARS)", jour: '2026-07-15' },
      refuse: false,
      depuis: { depot: first.id, fichier: 'dépôt 1.csv' },
      annee_precedente: {
        campagne: 2025,
        phrases: [expect.stringMatching(/^Charges d'exploitation totales : .* €, −54 %$/)],
      },
    });
    expect(body.differences).toEqual([
      {
        rubrique: 'budget',
        phrase: expect.stringMatching(/ : 600.000 € → 60.000 €, −90 %$/),
        avant: '600000.00',
        apres: '60000.00',
      },
      {
        rubrique: 'numerique',
        phrase: expect.stringMatching(/ : 10.000 € → effacé$/),
        avant: '10000.00',
        apres: null,
      },
      {
        rubrique: 'maturite',
        phrase: expect.stringMatching(/ : 10\/03\/2026 → 02\/04\/2026$/),
        avant: '2026-03-10',
        apres: '2026-04-02',
      },
    ]);
  });

  it('says that the year before was published under other numbers, as the return does', async () => {
    const formers = [withKey('77000001'), withKey('77000002')];
    const under = generation({
      history: formers.map((finess) => pastFigures(finess)),
      successions: formers.map((former) => ({ former, successor: LONER, from: day('2026-01-01') })),
    });
    const { done, deposit } = await stage(under);
    await deposit(rowOf(LONER), bodiesOf(LONER));
    const sentence = expect.stringMatching(/ la somme de ceux de plusieurs numéros FINESS, réunis depuis\.$/);
    const { annee_precedente } = await done('etablissement', show, { params });
    expect(annee_precedente?.phrases.at(-1)).toEqual(sentence);
    expect(await done('etablissement', 'show-return', { params })).toMatchObject({
      annee_precedente: { etp_ssi_retenus: '2.00', ruptures: [sentence] },
    });
  });

  it('says of a deposit asked for that it was refused', async () => {
    const { done, deposit } = await stage();
    const { id } = await deposit(rowOf(LONER, { num_general: 'néant' }), bodiesOf(LONER));
    expect(await done('ars', show, { params, query: { depot: id } })).toEqual({
      depot: { depot: id, fichier: 'dépôt 1.csv', jour: '2026-07-15' },
      refuse: true,
      depuis: null,
      differences: [],
      annee_precedente: null,
    });
  });

  it('is not found outside the perimeter, in the very bytes of a body that does not exist', async () => {
    const { call, deposit } = await stage();
    const elsewhere = await deposit(rowOf(MEMBER), bodiesOf(MEMBER));
    const ask = (finess: string, query = {}) =>
      call('etablissement', show, { params: { campagne, finess }, query });
    const missing = await ask(STRANGER);
    expect(missing.status).toBe(404);
    expect(await ask(MEMBER)).toEqual(missing);
    expect(await ask(LONER, { depot: elsewhere.id })).toEqual(missing);
    expect(await ask(LONER, { depot: factId(99) })).toEqual(missing);
  });
});
