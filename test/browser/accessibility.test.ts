import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import { apiClient } from '../builders/api-client.ts';
import { GOOD_ROW } from '../builders/declaration.ts';
import {
  type Account,
  isChromiumHere,
  launchChromium,
  overflowOf,
  settled,
  signInAt,
  violationsOf,
  visit,
} from './chromium.ts';
import { type DemonstrationServer, demonstrationServer } from './demonstration-server.ts';

/** Only where Debian's Chromium is installed, as in continuous integration. */
const whenHere = isChromiumHere() ? describe : describe.skip;

/** A page as somebody has it before them. */
interface State {
  readonly account: Account;
  readonly path: string;
  readonly act?: (page: Page) => Promise<void>;
}

const BAD_FILE = {
  name: 'un-nom-de-fichier-tres-long-qui-ne-se-coupe-nulle-part-et-deborde-des-ecrans-etroits.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'finess;campagne;charges_titre1;charges_titre2;inconnue\n750000001;2025;1.234,56;12 EUR;x\nabc;2026;-1;;\n',
  ),
};

async function deposited(page: Page): Promise<void> {
  await page.setInputFiles('#fichier', BAD_FILE);
  await page.getByRole('button', { name: 'Déposer le fichier' }).click();
  await page.getByRole('heading', { name: 'Verdict' }).waitFor();
}

async function tried(page: Page): Promise<void> {
  const client = await apiClient(new URL(page.url()).origin, 'etablissement');
  const { perimetre: finess } = await client.read<RouteAnswer<'show-profile'>>('/moi');
  const pool = { mutualise_charges: '', mutualise_etp_ssi: '', quote_part_versee: '' };
  const row: Record<string, string> = { ...GOOD_ROW, ...pool, finess, num_general: '100000' };
  const text = `${Object.keys(row).join(';')}\n${Object.values(row).join(';')}\n`;
  await page.setInputFiles('#fichier', { ...BAD_FILE, buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Vérifier sans déposer' }).click();
  await page.getByRole('heading', { name: 'À vérifier, ou à justifier' }).waitFor();
}

async function longVerdict(page: Page): Promise<void> {
  const rows = Array.from({ length: 12 }, (_, i) => `abc${i};2026;;;${'x'.repeat(80)}${i}`);
  const text = ['finess;campagne;cloture;charges_titre1;etp_total', ...rows].join('\n');
  await page.setInputFiles('#fichier', { ...BAD_FILE, buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Déposer le fichier' }).click();
  await page
    .locator('summary', { hasText: /^Voir / })
    .first()
    .waitFor();
  await opened(page);
}

async function depositPage(page: Page): Promise<void> {
  await page.locator('tbody th a').first().click();
  await page.getByRole('heading', { level: 1, name: /^Dépôt/ }).waitFor();
  await settled(page);
}

async function opened(page: Page): Promise<void> {
  for (const summary of await page.locator('summary').all()) await summary.click();
}

async function unanswered(page: Page): Promise<void> {
  await page.route('**/moi', (route) => route.abort());
  await page.reload();
  await page.getByRole('alert').waitFor();
}

const STATES: Readonly<Record<string, State>> = {
  'home of an establishment': { account: 'etablissement', path: '/' },
  'verdict of a bad file': { account: 'etablissement', path: '/', act: deposited },
  'verdict of many places, unfolded': { account: 'etablissement', path: '/', act: longVerdict },
  'dry run, with its preview': { account: 'etablissement', path: '/', act: tried },
  'page of a deposit': { account: 'groupe', path: '/', act: depositPage },
  'receipt of a deposit': {
    account: 'etablissement',
    path: '/',
    act: async (page) => {
      await depositPage(page);
      await page.getByRole('link', { name: 'Récépissé' }).click();
      await page.getByRole('heading', { level: 1, name: 'Récépissé de dépôt' }).waitFor();
    },
  },
  'return, with the forms of an establishment': {
    account: 'etablissement',
    path: '/',
    act: async (page) => {
      await page.getByRole('link', { name: /^Ma déclaration/ }).click();
      await page.getByRole('heading', { level: 1, name: /^Ma déclaration/ }).waitFor();
      await opened(page);
    },
  },
  'return, with the forms of an agency': {
    account: 'ars',
    path: '/region.html',
    act: async (page) => {
      await page.locator('tbody th a').first().click();
      await page.getByRole('heading', { level: 1, name: /^Déclaration/ }).waitFor();
      await opened(page);
    },
  },
  'home of an agency': { account: 'ars', path: '/' },
  'home of the administrator': { account: 'administrateur', path: '/' },
  region: { account: 'ars', path: '/region.html' },
  'region chosen by the nation': { account: 'dns', path: '/region.html?region=84' },
  nation: { account: 'dns', path: '/national.html' },
  'page of another role': { account: 'etablissement', path: '/national.html' },
  'deposit that is not there': { account: 'ars', path: '/?depot=01J00000000000000000009999' },
  'service that does not answer': { account: 'ars', path: '/', act: unanswered },
};

/** A wide window by day; a telephone, or a zoom of 400 %, by night. */
const SCREENS = [
  { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
] as const satisfies readonly BrowserContextOptions[];

/** The wide window at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 450 };

whenHere('accessibility of the pages', () => {
  let server: DemonstrationServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([demonstrationServer(24), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Where axe finds nothing and nothing must be scrolled to sideways, both are empty. */
  async function findings(page: Page) {
    return { violations: await violationsOf(page), overflow: await overflowOf(page) };
  }

  it.each(Object.keys(STATES))('holds on every screen: %s', async (name) => {
    const state = STATES[name];
    if (!state) throw new Error(name);
    const { page, close } = await visit(browser, server.origin);
    await signInAt(page, state.path, state.account);
    await state.act?.(page);
    for (const { viewport, colorScheme } of SCREENS) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      expect({ ...viewport, ...(await findings(page)) }).toEqual({
        ...viewport,
        violations: [],
        overflow: 0,
      });
    }
    await page.setViewportSize(ZOOMED);
    expect(await overflowOf(page)).toBe(0);
    await close();
  });

  it.each(['/', '/region.html', '/national.html'])('holds before anybody is signed in: %s', async (path) => {
    for (const screen of SCREENS) {
      const { page, close } = await visit(browser, server.origin, screen);
      await page.goto(path);
      await page.getByRole('button', { name: 'Se connecter' }).waitFor();
      expect(await findings(page)).toEqual({ violations: [], overflow: 0 });
      await close();
    }
  });

  it('gives each page one first-level heading, one main part, a language and a title of its own', async () => {
    const { page, close } = await visit(browser, server.origin);
    const titles = new Set<string>();
    for (const path of ['/', '/region.html', '/national.html']) {
      await (titles.size === 0 ? signInAt(page, path, 'dns') : page.goto(path));
      await settled(page);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.getByRole('main').count()).toBe(1);
      expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      titles.add(await page.title());
    }
    expect(titles.size).toBe(3);
    await close();
  });

  it('shows where the keyboard is, on everything that it reaches', async () => {
    const { page, close } = await visit(browser, server.origin);
    await signInAt(page, '/national.html', 'dns');
    await page.evaluate('document.activeElement.blur()');
    const reached: string[] = [];
    for (let i = 0; i < 14; i += 1) {
      await page.keyboard.press('Tab');
      const [name = '', outline = ''] = await page.evaluate<readonly string[]>(
        '[document.activeElement.textContent.slice(0, 20) || document.activeElement.id, getComputedStyle(document.activeElement).outlineStyle]',
      );
      expect({ name, outline }).toEqual({ name, outline: 'solid' });
      reached.push(name);
    }
    expect(reached.slice(0, 5)).toEqual([
      'Aller au contenu',
      'Collecte numérique s',
      'Déposer',
      'Ma région',
      'Nation',
    ]);
    await close();
  });

  it('finds a fault where there is one', async () => {
    const { page, close } = await visit(browser, server.origin);
    await page.goto('/');
    await page.getByRole('button', { name: 'Se connecter' }).waitFor();
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', '<input><img>')`);
    expect((await violationsOf(page)).map((violation) => violation.split(':')[0])).toEqual(
      expect.arrayContaining(['image-alt', 'label']),
    );
    await close();
  });
});
