import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Debian's (`apt-get install chromium`); playwright-core brings no browser of its own. */
const CHROMIUM = '/usr/bin/chromium';

export function isChromiumHere(): boolean {
  return existsSync(CHROMIUM);
}

/** Quiet: what Chromium does on its own account would be traffic of nobody. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page of its own, with nobody signed in, and what went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Errors of the console and of scripts, violations of the content policy, requests that leave the origin. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

export async function visit(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'fr-FR',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('dialog', async (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) faults.push(`left the origin: ${request.url()}`);
  });
  return { page, faults, close: () => context.close() };
}

/** Goes to a page and signs in from there, as a person does, with the demonstration account of that name. */
export async function signInAt(page: Page, path: string, account: Account): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('link', { name: ACCOUNTS[account] }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
  await settled(page);
}

/** As they are listed where an account is chosen. */
const ACCOUNTS = {
  etablissement: /^Établissement :/,
  groupe: /^Groupe :/,
  ars: /^ARS :/,
  dns: /^DNS :/,
  administrateur: /^Administration :/,
} as const;
export type Account = keyof typeof ACCOUNTS;

/** Waits until nothing of the page is being read. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main[aria-busy="false"]').waitFor();
  await page.locator('main:not(:has([aria-busy="true"]))').waitFor();
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Rules of WCAG 2.2 A and AA and good practices that the page breaks, with where. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger: the pages' content policy lets no other script in.
  await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** How many pixels the page is wider than its window: what one must scroll sideways to read. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
