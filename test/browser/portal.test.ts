import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { sentence } from '../../portal/format.js';
import { readXlsx } from '../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { sha256 } from '../../shared/application/digest.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { type ApiClient, apiClient, deposit, download } from '../builders/api-client.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import {
  type Account,
  isChromiumHere,
  launchChromium,
  settled,
  signInAt,
  type Visit,
  visit,
} from './chromium.ts';
import { type DemonstrationServer, demonstrationServer } from './demonstration-server.ts';

/** Only where Debian's Chromium is installed, as in continuous integration. */
const whenHere = isChromiumHere() ? describe : describe.skip;

/** Blank, so that what the establishment shares in the fictional campaign is no longer in force. */
const NO_POOL = { mutualise_charges: '', mutualise_etp_ssi: '', quote_part_versee: '' };

const UNKNOWN_DEPOSIT = '01J00000000000000000009999';

whenHere('the pages in Chromium', () => {
  let server: DemonstrationServer;
  let browser: Browser;
  const visits: Visit[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([demonstrationServer(60), launchChromium()]);
  });
  afterEach(async () => {
    await Promise.all(visits.splice(0).map(({ close }) => close()));
  });
  afterAll(async () => {
    await browser?.close();
    expect(server.defects).toEqual([]);
    await server?.close();
  });

  async function stranger(path: string): Promise<Visit> {
    const opened = await visit(browser, server.origin);
    visits.push(opened);
    await opened.page.goto(path);
    return opened;
  }

  async function signedIn(account: Account, path: string): Promise<Visit> {
    const opened = await visit(browser, server.origin);
    visits.push(opened);
    await signInAt(opened.page, path, account);
    return opened;
  }

  /** The establishment of the account of that name, and what it may ask the API itself. */
  async function establishment(): Promise<{ client: ApiClient; finess: string }> {
    const client = await apiClient(server.origin, 'etablissement');
    const { perimetre } = await client.read<RouteAnswer<'show-profile'>>('/moi');
    return { client, finess: perimetre };
  }

  async function goodFile(name = 'declaration.csv', over: Readonly<Record<string, string>> = {}) {
    const { finess } = await establishment();
    return csv(name, { ...GOOD_ROW, ...NO_POOL, finess, ...over });
  }

  describe('signing in', () => {
    it('asks a stranger to sign in, then shows the page that was asked for', async () => {
      const { page, faults } = await stranger('/region.html?campagne=2026');
      expect(await page.title()).toBe('Connexion – Collecte numérique santé');
      await signInAt(page, '/region.html?campagne=2026', 'ars');
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/region.html?campagne=2026');
      expect(await page.title()).toMatch(/^Ma région : .+ – Collecte numérique santé$/);
      expect(faults).toEqual([]);
    });

    it.each([
      ['etablissement', 'Établissement de santé', ['Déposer']],
      ['groupe', 'Établissement de santé', ['Déposer']],
      ['ars', 'Agence régionale de santé', ['Déposer', 'Ma région']],
      ['dns', 'Délégation au numérique en santé', ['Déposer', 'Ma région', 'Nation']],
      ['administrateur', 'Administrateur de la collecte', ['Déposer', 'Ma région', 'Nation']],
    ] as const)('says who is there, and shows the pages of its role: %s', async (account, role, pages) => {
      const { page, faults } = await signedIn(account, '/');
      await page.locator('#session', { hasText: role }).waitFor();
      await page.locator('#campagne', { hasText: 'échéance le 30/06/2026' }).waitFor();
      expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual(pages);
      expect(faults).toEqual([]);
    });

    it('forgets who was there when one signs out', async () => {
      const { page } = await signedIn('ars', '/region.html');
      await page.getByRole('button', { name: 'Se déconnecter' }).click();
      await page.getByRole('button', { name: 'Se connecter' }).waitFor();
      expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
      await page.goto('/region.html');
      await page.getByRole('button', { name: 'Se connecter' }).waitFor();
    });

    it('does not take a code that this page did not ask for', async () => {
      const { page } = await stranger('/?code=vole&state=autre');
      await page.getByRole('alert').filter({ hasText: 'La connexion n’a pas abouti' }).waitFor();
      expect(await page.evaluate<number>('sessionStorage.length')).toBe(0);
    });

    it('asks to sign in again when the session is over, and comes back to the page', async () => {
      const { page } = await signedIn('ars', '/region.html');
      await page.evaluate(
        `sessionStorage.setItem('collecte.session', JSON.stringify({ token: 'perime', expiresAt: Date.now() + 1e6 }))`,
      );
      await page.reload();
      await page.getByRole('alert').filter({ hasText: 'Votre session a expiré' }).waitFor();
      await page.getByRole('button', { name: 'Se reconnecter' }).click();
      await page.getByRole('link', { name: /^ARS/ }).click();
      await page.getByRole('heading', { level: 1, name: /^Ma région/ }).waitFor();
    });
  });

  describe('depositing', () => {
    it('gives a good file its verdict, its place in the list, its receipt, and its bytes back', async () => {
      const { page, faults } = await signedIn('etablissement', '/');
      const file = await goodFile('bon fichier é.csv');
      await send(page, file);
      await page.locator('.verdict .sentence.good').waitFor();
      await page
        .getByText(/est accepté\s: il renseigne la clôture des comptes, le budget/)
        .first()
        .waitFor();
      await page.getByText(/^Ce fichier laisse comme avant\s: le suivi des actions\.$/).waitFor();
      await page.getByRole('row', { name: /bon fichier é\.csv.+Accepté/ }).waitFor();

      await page.getByRole('link', { name: 'Page de ce dépôt' }).click();
      await settled(page);
      expect(await page.title()).toBe('Dépôt : bon fichier é.csv – Collecte numérique santé');
      const received = await saved(page, 'Télécharger le fichier reçu');
      expect(received.equals(file.buffer)).toBe(true);

      await page.getByRole('link', { name: 'Récépissé' }).click();
      await page.getByRole('heading', { level: 1, name: 'Récépissé de dépôt' }).waitFor();
      await page.getByRole('button', { name: 'Imprimer le récépissé' }).waitFor();
      const depot = new URL(page.url()).searchParams.get('recepisse') ?? '';
      const client = await apiClient(server.origin, 'etablissement');
      const receipt = await client.read<RouteAnswer<'show-receipt'>>(
        `/campagnes/2026/depots/${depot}/recepisse`,
      );
      expect(receipt.ecritures).toHaveLength(1);
      const json = await saved(page, 'Enregistrer le récépissé (JSON)');
      expect(JSON.parse(json.toString())).toEqual(receipt);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      expect(await page.getByRole('button').count()).toBe(0);
      const [entry] = receipt.ecritures ?? [];
      expect(await page.locator('main code').allTextContents()).toEqual(
        expect.arrayContaining([receipt.sha256, receipt.verdict_sha256, depot, entry?.ecriture]),
      );
      await page.getByRole('row', { name: `${entry?.finess} 2 ARS-${entry?.region}` }).waitFor();
      const paper = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm' } });
      expect(paper.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      expect(faults).toEqual([]);
    });

    it('tells every error of a bad file at once, each under what to do, at its place', async () => {
      const { page, faults } = await signedIn('etablissement', '/');
      const bad = {
        cloture: 'close',
        charges_titre1: '1.234,56',
        charges_titre2: '12 EUR',
        observation: 'x',
      };
      await send(page, await goodFile('mauvais.csv', bad));
      await page.locator('.verdict .sentence.bad').waitFor();
      const mend = page.locator('section.error');
      await mend.getByRole('heading', { level: 3, name: 'À corriger dans les cellules' }).waitFor();
      expect(await mend.getByRole('heading', { level: 4 }).allTextContents()).toEqual(
        expect.arrayContaining([
          sentence('Saisissez « definitive », « provisoire », ou laissez la cellule vide.'),
          "Saisissez un nombre simple, sans texte ni autre séparateur que l'espace.",
        ]),
      );
      await mend
        .getByRole('row', { name: /Ligne 2, colonne «\scharges_titre1\s» .*Erreur .*1\.234,56 un nombre/ })
        .waitFor();
      await mend
        .getByRole('row', { name: /Ligne 2, colonne «\scharges_titre2\s» .*12 EUR un nombre/ })
        .waitFor();
      await page
        .locator('section.warning')
        .getByText("La colonne « observation » n'est pas connue")
        .waitFor();
      await page.getByText('1 ligne lue, 0 retenue, 1 refusée ; 4 anomalies en tout.').waitFor();
      expect(faults).toEqual([]);
    });

    it('folds the places of one thing to do beyond the first ten', async () => {
      const { page, faults } = await signedIn('etablissement', '/');
      const { finess } = await establishment();
      const rows = Array.from({ length: 13 }, (_, i) => `${finess};2026;texte ${i}`);
      const text = ['finess;campagne;charges_titre1', ...rows].join('\n');
      await send(page, { name: 'long.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      const mend = page.locator('section.error');
      await mend.getByRole('group', { name: 'Les 10 premiers endroits sur 13' }).waitFor();
      const last = mend.getByRole('row', { name: /^Ligne 14, .* texte 12 / });
      expect(await last.isVisible()).toBe(false);
      await mend.locator('summary', { hasText: 'Voir 3 autres endroits' }).click();
      await last.waitFor();
      expect(faults).toEqual([]);
    });

    it('offers no annotated file where there is nothing to mark, or nothing to open', async () => {
      const { page } = await signedIn('etablissement', '/');
      const annotated = page.getByRole('button', { name: 'Télécharger mon fichier annoté' });
      await send(page, await goodFile('rien à dire.csv'));
      await page.locator('.verdict .sentence.good').waitFor();
      expect(await annotated.count()).toBe(0);
      await send(page, { name: 'abîmé.xlsx', mimeType: '', buffer: Buffer.from('PK\x03\x04abîmé') });
      await page.locator('.verdict .sentence.bad').waitFor();
      expect(await annotated.count()).toBe(0);
    });

    it('hands a bad file back with its errors in it', async () => {
      const { page, faults } = await signedIn('etablissement', '/');
      await send(page, await goodFile('à annoter.csv', { charges_titre1: 'beaucoup' }));
      await page.locator('.verdict .sentence.bad').waitFor();
      const workbook = await saved(page, 'Télécharger mon fichier annoté');
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(Uint8Array.from(workbook).buffer);
      const [sheet] = book.worksheets;
      expect(book.worksheets.at(-1)?.name).toBe('Anomalies');
      const noted: unknown[] = [];
      sheet?.eachRow((row) => row.eachCell((cell) => noted.push(...(cell.note ? [cell.value] : []))));
      expect(noted.map((value) => JSON.stringify(value))).toContainEqual(expect.stringContaining('beaucoup'));
      expect(faults).toEqual([]);
    });

    it('can be tried first: the verdict and the figures, and nothing is kept', async () => {
      const { page, faults } = await signedIn('etablissement', '/');
      await page.setInputFiles('#fichier', await goodFile('à blanc.csv', { num_general: '7000' }));
      await page.getByRole('button', { name: 'Vérifier sans déposer' }).click();
      await page.getByRole('heading', { name: 'Vérification : à blanc.csv' }).waitFor();
      await page.getByText('Ce fichier n’a pas été déposé : rien n’est conservé.').waitFor();
      await page.getByRole('heading', { name: 'Aperçu : ce que donnerait ce fichier' }).waitFor();
      await page.getByRole('row', { name: /^Part du numérique [\d,]+\s% / }).waitFor();
      expect(await page.getByRole('row', { name: /à blanc\.csv/ }).count()).toBe(0);
      await page.reload();
      await settled(page);
      expect(await page.getByRole('row', { name: /à blanc\.csv/ }).count()).toBe(0);
      expect(faults).toEqual([]);
    });

    it('starts with a template made for the establishment', async () => {
      const { finess } = await establishment();
      const { page, faults } = await signedIn('etablissement', '/');
      const template = await saved(page, `Télécharger le modèle prérempli de FINESS ${finess}`);
      const { names, sheets } = await readXlsx(template);
      const { sheet, cell } = names.get('finess') ?? { sheet: '', cell: '' };
      expect(sheets.find(({ name }) => name === sheet)?.cells.get(cell)?.text).toBe(finess);
      expect(faults).toEqual([]);
    });

    it('is done with the keyboard alone', async () => {
      const { page, faults } = await signedIn('etablissement', '/');
      // Listened to from before the page is there, for Chromium to hand its choosers over in time.
      const chooser = page.waitForEvent('filechooser');
      await page.reload();
      await settled(page);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Aller au contenu');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate<string>('document.activeElement.id')).toBe('fichier');
      await page.keyboard.press('Space');
      await (await chooser).setFiles(await goodFile('clavier.csv'));
      await page.getByText('Fichier choisi : clavier.csv').waitFor();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Déposer le fichier');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Verdict : clavier.csv' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Vérifier sans déposer');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Page de ce dépôt');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Dépôt : clavier.csv' }).waitFor();
      expect(faults).toEqual([]);
    });

    it('takes a file that is dropped', async () => {
      const { page } = await signedIn('etablissement', '/');
      const { buffer } = await goodFile();
      const transfer = await page.evaluateHandle(
        `(() => { const transfer = new DataTransfer(); transfer.items.add(new File([${JSON.stringify(buffer.toString())}], 'glisse.csv')); return transfer; })()`,
      );
      await page.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
      await page.getByRole('button', { name: 'Déposer le fichier' }).click();
      await page.getByRole('heading', { name: 'Verdict : glisse.csv' }).waitFor();
    });

    it('shows names and cells of files as text, whatever they hold', async () => {
      const { page, faults } = await signedIn('etablissement', '/');
      const name = '<img src=x onerror=alert(1)>.csv';
      await send(page, await goodFile(name, { cloture: '<script>alert(2)</script>' }));
      await page.getByRole('heading', { name: `Verdict : ${name}` }).waitFor();
      await page.locator('samp', { hasText: '<script>alert(2)</script>' }).waitFor();
      await page.getByRole('link', { name }).first().click();
      await page.getByRole('heading', { level: 1, name: `Dépôt : ${name}` }).waitFor();
      expect(faults).toEqual([]);
    });

    it('says what to choose when there is no file, and refuses one that is too large before it is read', async () => {
      const { page } = await signedIn('etablissement', '/');
      await page.getByRole('button', { name: 'Déposer le fichier' }).click();
      await page.getByRole('alert').filter({ hasText: 'Choisissez d’abord un fichier.' }).waitFor();
      // By its path: handed over as bytes, it would take Chromium more than a busy machine has time for.
      const folder = await mkdtemp(join(tmpdir(), 'large-'));
      const path = join(folder, 'gros.csv');
      await writeFile(path, '');
      await truncate(path, 26_214_401);
      await page.setInputFiles('#fichier', path);
      await page.getByRole('button', { name: 'Déposer le fichier' }).click();
      await page.getByRole('alert').filter({ hasText: 'Ce fichier dépasse 25 Mo' }).waitFor();
      await rm(folder, { recursive: true });
    });

    it('is done by the agency of a region for one of its bodies, and says so', async () => {
      const { finess } = await establishment();
      const { page } = await signedIn('ars', '/');
      await page.getByLabel('Pour qui déposez-vous ?').selectOption(finess);
      await send(page, await goodFile('par-ars.csv'));
      await page.getByRole('heading', { name: 'Verdict : par-ars.csv' }).waitFor();

      const own = await signedIn('etablissement', '/');
      await own.page.getByRole('row', { name: /par-ars\.csv .*déposé par l.ARS/ }).waitFor();
    });

    it('turns the pages of the list of deposits', async () => {
      const { client } = await establishment();
      const { buffer } = await goodFile();
      for (let i = 0; i < 21; i += 1) await deposit(client, `page-${i}.csv`, buffer);
      const { page } = await signedIn('etablissement', '/');
      const first = await page.locator('tbody th').allTextContents();
      await page.getByRole('button', { name: 'Page suivante des dépôts' }).click();
      await page.getByText('Page 2', { exact: true }).waitFor();
      const second = await page.locator('tbody th').allTextContents();
      expect(first).toHaveLength(20);
      expect(second.length).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Page précédente des dépôts' }).click();
      await page.getByText('Page 1', { exact: true }).waitFor();
      expect(await page.locator('tbody th').allTextContents()).toEqual(first);
    });
  });

  describe('a return', () => {
    it('shows an establishment its figures beside its peers, and keeps its certification', async () => {
      const { client, finess } = await establishment();
      await deposit(client, 'chiffres.csv', (await goodFile()).buffer);
      await server.drain();
      const { page, faults } = await signedIn('etablissement', '/');
      await page.getByRole('link', { name: `Ma déclaration – FINESS ${finess}` }).click();
      await page.getByRole('heading', { level: 1, name: /^Ma déclaration : / }).waitFor();
      await page.getByRole('row', { name: /^Part du numérique [\d,]+\s% / }).waitFor();
      await page.getByRole('row', { name: /^Charges d’exploitation totales 1\s000\s000,00\s€/ }).waitFor();
      await page
        .getByRole('row', { name: /^Titre 1 – Charges de personnel 600\s000,00 .*Ligne 2/ })
        .waitFor();

      await page.getByRole('heading', { level: 2, name: 'Ce qui a changé' }).waitFor();
      await page.getByText('Certification', { exact: true }).click();
      await page.getByLabel(/Précision/).fill('Comptes arrêtés <b>le 20 mai</b>');
      await page.getByRole('button', { name: 'Enregistrer : certification' }).click();
      await page
        .getByRole('row', { name: /Certification .*Comptes arrêtés <b>le 20 mai<\/b>/ })
        .first()
        .waitFor();
      expect(faults).toEqual([]);
    });

    it('lets an establishment justify what is doubted', async () => {
      const { client, finess } = await establishment();
      const doubted = await goodFile('douteux.csv', { num_general: '100000' });
      await deposit(client, 'douteux.csv', doubted.buffer);
      await server.drain();
      const { page } = await signedIn('etablissement', `/?declaration=${finess}`);
      await page.getByRole('row', { name: /^Part du numérique très haute / }).waitFor();
      await page.getByRole('button', { name: 'Justifier : Part du numérique très haute' }).click();
      expect(await page.getByLabel('Alerte', { exact: true }).inputValue()).toBe('SHARE_HIGH');
      expect(await page.evaluate<string>('document.activeElement.id')).toBe('justification-texte');
      await page.getByRole('textbox', { name: /^Justification/ }).fill('Refonte du dossier patient en 2025.');
      await page.getByRole('button', { name: 'Enregistrer : justification' }).click();
      await page
        .getByRole('row', { name: /^Part du numérique très haute .* Refonte du dossier patient/ })
        .waitFor();
      await deposit(client, 'apres.csv', (await goodFile()).buffer);
    });

    it('is stamped, sent back, reopened and waived by the agency of its region', async () => {
      const { finess } = await establishment();
      const { page, faults } = await signedIn('ars', `/region.html?declaration=${finess}`);
      const acts = [
        ['Visa', 'visa', 'Observation'],
        ['Retour pour correction', 'retour pour correction', 'Ce qui est à corriger'],
        ['Réouverture', 'réouverture', 'Motif'],
        ['Dispense', 'dispense', 'Motif'],
      ] as const;
      for (const [title, button, label] of acts) {
        await page.locator('summary', { hasText: title }).click();
        const form = page.getByRole('form', { name: title });
        await form.getByLabel(new RegExp(`^${label}`)).fill(`Essai de ${button} par l’ARS`);
        if (title === 'Réouverture') await form.getByLabel('Dernier jour des dépôts').fill('2026-12-15');
        await form.getByRole('button', { name: `Enregistrer : ${button}` }).click();
        await page
          .getByRole('row', { name: new RegExp(`^${title} .*Essai de ${button}`) })
          .first()
          .waitFor();
      }
      expect(faults).toEqual([]);
    });
  });

  describe('a region', () => {
    it('is told to its agency in a sentence and in figures, those of the API', async () => {
      const { page, faults } = await signedIn('ars', '/region.html');
      const client = await apiClient(server.origin, 'ars');
      const { perimetre } = await client.read<RouteAnswer<'show-profile'>>('/moi');
      const { attendus, recus } = await client.read<RouteAnswer<'show-region'>>(
        `/campagnes/2026/regions/${perimetre}`,
      );
      await page.getByText(new RegExp(`^Sur ${attendus} déclarants? attendus?, ${recus} (a|ont)`)).waitFor();
      await page.getByRole('row', { name: new RegExp(`^Attendus ${attendus} `) }).waitFor();
      await page.getByRole('row', { name: /^Couverture [\d,]+\s% / }).waitFor();
      expect(faults).toEqual([]);
    });

    it('lists its declarants, whom to chase and how to reach them', async () => {
      const { page, faults } = await signedIn('dns', '/region.html?region=84');
      const rows = page.getByRole('group', { name: 'Déclarants, par numéro FINESS' }).getByRole('row');
      const before = await rows.count();
      await page.getByLabel('À relancer seulement').check();
      await page.getByRole('button', { name: 'Filtrer' }).click();
      await page.getByRole('status').filter({ hasText: 'La liste des déclarants est à jour.' }).waitFor();
      const client = await apiClient(server.origin, 'dns');
      const { elements } = await client.read<RouteAnswer<'list-declarants'>>(
        '/campagnes/2026/regions/84/declarants?a_relancer=oui',
      );
      expect(
        await page
          .locator('main')
          .getByText(/dsi@|daf@|rssi@/)
          .count(),
      ).toBeLessThan(before);
      for (const { finess, phrase } of elements)
        await page.getByRole('row', { name: finess }).filter({ hasText: phrase }).waitFor();
      expect(faults).toEqual([]);
    });

    it('gives its workbook, byte for byte that of the API', async () => {
      await server.drain();
      const { page, faults } = await signedIn('ars', '/region.html');
      const client = await apiClient(server.origin, 'ars');
      const { perimetre } = await client.read<RouteAnswer<'show-profile'>>('/moi');
      const name = await page
        .getByRole('button', { name: /^Télécharger l’édition/ })
        .first()
        .getAttribute('aria-label');
      const edition = /édition (\d+)/.exec(name ?? '')?.[1];
      const workbook = await saved(page, name ?? '');
      expect(workbook.subarray(0, 2).toString()).toBe('PK');
      const path = `/campagnes/2026/regions/${perimetre}/classeurs/${edition}`;
      expect(workbook.equals(await download(client, path))).toBe(true);

      const description = await client.read<RouteAnswer<'show-edition'>>(`${path}/edition`);
      const manifest = await saved(page, `Télécharger le manifeste de l’édition ${edition} (manifest.txt)`);
      expect(sha256(manifest)).toBe(description.manifeste);
      const json = await saved(page, `Enregistrer la description de l’édition ${edition} (edition.json)`);
      expect(JSON.parse(json.toString())).toEqual(description);
      await page.getByText(description.manifeste).first().waitFor();
      expect(faults).toEqual([]);
    });
  });

  describe('the nation', () => {
    it('is told in aggregates as French readers write them, with their coverage and their date', async () => {
      const { page, faults } = await signedIn('dns', '/national.html');
      await page.getByText(/^Instantané nº \d+, publié le \d\d\/07\/2026 à \d\d:\d\d/).waitFor();
      await page
        .getByRole('row', {
          name: /^France Part du numérique \d+ 60 [\d,]+\s% [\d,]+\s% [\d,]+\s% [\d,]+\s% [\d,]+\s% /,
        })
        .waitFor();
      await page.getByLabel('Axe').selectOption('region');
      await page.getByLabel('Indicateur').selectOption('etp_ssi_retenus');
      await page.getByRole('form', { name: 'Filtrer les agrégats' }).getByRole('button').click();
      await page.getByRole('row', { name: /^Auvergne-Rhône-Alpes ETP SSI retenus / }).waitFor();
      const aggregates = page.getByRole('group', { name: 'Agrégats' });
      expect(await aggregates.getByRole('cell', { name: 'Part du numérique' }).count()).toBe(0);
      expect(faults).toEqual([]);
    });

    it('lists figures by region and state', async () => {
      const { page } = await signedIn('dns', '/national.html');
      const filters = page.getByRole('form', { name: 'Filtrer les chiffres' });
      await filters.getByLabel('Région').selectOption('84');
      await filters.getByLabel('État').selectOption('calcule');
      await filters.getByRole('button').click();
      await page.getByRole('status').filter({ hasText: 'La table des chiffres est à jour.' }).waitFor();
      const table = page.getByRole('group', { name: 'Chiffres, par numéro FINESS' });
      const states = await table.locator('.badge').allTextContents();
      expect(states.length).toBeGreaterThan(0);
      expect(new Set(states)).toEqual(new Set(['✓Calculé']));
    });

    it.each([
      ['Classeur national (XLSX)', 'classeur', 'PK'],
      ['figures.csv : les chiffres par déclarant', 'chiffres', 'campagne;finess'],
      ['aggregates.csv : les agrégats', 'agregats', 'campagne;axe'],
    ])('gives its files, byte for byte those of the API: %s', async (button, file, start) => {
      const { page, faults } = await signedIn('dns', '/national.html');
      const bytes = await saved(page, button);
      expect(bytes.subarray(0, start.length).toString()).toBe(start);
      const client = await apiClient(server.origin, 'dns');
      expect(bytes.equals(await download(client, `/campagnes/2026/national/${file}`))).toBe(true);
      expect(faults).toEqual([]);
    });
  });

  describe('what cannot be shown', () => {
    it('says whose page it is to a role that has no use of it', async () => {
      const { page, faults } = await signedIn('etablissement', '/national.html');
      await page.getByRole('heading', { level: 1, name: 'Page réservée' }).waitFor();
      expect(await page.title()).toBe('Page réservée – Collecte numérique santé');
      await page.getByText('Cette page est celle de la délégation au numérique en santé.').waitFor();
      expect(faults).toEqual([]);
    });

    it('says in French that there is no such deposit, and what to do', async () => {
      const { page, faults } = await signedIn('etablissement', `/?depot=${UNKNOWN_DEPOSIT}`);
      await page
        .getByRole('alert')
        .filter({ hasText: 'n’existe pas, ou n’est pas dans votre périmètre' })
        .waitFor();
      expect(await page.title()).toBe('Page indisponible – Collecte numérique santé');
      expect(faults).toEqual([expect.stringMatching(/^console: .*404/)]);
    });

    it('says that the service does not answer, and tries again when asked', async () => {
      const { page } = await signedIn('etablissement', '/');
      await page.route('**/moi', (route) => route.abort());
      await page.reload();
      await page.getByRole('alert').filter({ hasText: 'Le service ne répond pas.' }).waitFor();
      await page.unroute('**/moi');
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.getByRole('heading', { level: 1, name: 'Déposer une déclaration' }).waitFor();
    });

    it('says that a file was not received when its upload is refused', async () => {
      const { page } = await signedIn('etablissement', '/');
      await page.route('**/*', (route) =>
        route.request().method() === 'POST' &&
        route.request().headers()['content-type']?.startsWith('multipart/')
          ? route.fulfill({ status: 403, body: '' })
          : route.continue(),
      );
      await send(page, await goodFile('perdu.csv'));
      await page.getByRole('alert').filter({ hasText: 'Le fichier n’a pas été reçu.' }).waitFor();
    });
  });
});

interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function csv(name: string, row: Readonly<Record<string, string>>): ChosenFile {
  const text = `${Object.keys(row).join(';')}\n${Object.values(row).join(';')}\n`;
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function send(page: Page, file: ChosenFile): Promise<void> {
  await page.setInputFiles('#fichier', file);
  await page.getByRole('button', { name: 'Déposer le fichier' }).click();
}

/** The bytes that the browser saves when that button is pressed. */
async function saved(page: Page, button: string): Promise<Buffer> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await started).path());
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.textContent');
}
