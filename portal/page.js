/** What the three pages share: who is signed in, which campaign, and where what is found is shown. */
/** @import { Action } from '../shared/domain/access/permissions.ts' */
/** @import { RouteAnswer } from '../shared/contracts/routes.ts' */
/** @import { Child } from './dom.js' */
import { byId, el, fill } from './dom.js';
import { day } from './format.js';
import { perimeterName, ROLES } from './labels.js';
import { completeSignIn, hasExpired, signIn, signOut, token } from './oidc.js';
import { problemBlock } from './problem.js';
import { listCampaigns, showProfile } from './routes.js';

/** @typedef {RouteAnswer<'show-profile'>} Profile */
/** @typedef {RouteAnswer<'list-campaigns'>['campagnes'][number]} Campaign */

/**
 * @typedef {object} Context
 * @property {Profile} profile
 * @property {number} campaign
 * @property {URLSearchParams} asked what the address asks for
 */

/** What the page is for somebody whose role has no use of it. */
/** @typedef {{ action: Action, forbidden: string, show: (context: Context) => Promise<void> }} Page */

const SERVICE = 'Collecte numérique santé';

/**
 * Signs in, says who is there, then shows the page.
 *
 * @param {Page} page
 */
export async function startPage(page) {
  const main = byId('contenu');
  try {
    const signing = await completeSignIn();
    if (signing === 'returning') return;
    if (token() === null) return showSignedOut(signing === 'failed');
    const [profile, { campagnes }] = await Promise.all([showProfile(), listCampaigns()]);
    showSession(profile);
    showNavigation(profile);
    const asked = new URLSearchParams(window.location.search);
    const campaign = chosen(campagnes, asked.get('campagne'));
    if (campaign === null)
      return showContent(
        'Aucune campagne',
        el('p', {}, 'Aucune campagne n’est encore publiée : revenez plus tard.'),
      );
    showCampaign(campaign, campagnes, asked);
    if (!profile.actions.includes(page.action))
      return showContent('Page réservée', el('p', {}, page.forbidden));
    await page.show({ profile, campaign: campaign.campagne, asked });
  } catch (error) {
    fill(
      main,
      el('h1', {}, 'Page indisponible'),
      problemBlock(error, () => window.location.reload()),
    );
    titled('Page indisponible');
  } finally {
    main.setAttribute('aria-busy', 'false');
  }
}

/**
 * Shows the page's content, under its title.
 *
 * @param {string} title
 * @param {...Child} children
 */
export function showContent(title, ...children) {
  titled(title);
  fill(byId('contenu'), el('h1', {}, title), ...children);
}

/**
 * Says something to those who do not see the page change.
 *
 * @param {string} text
 */
export function announce(text) {
  fill(byId('annonce'), text);
}

/** @param {string} title */
function titled(title) {
  document.title = `${title} – ${SERVICE}`;
}

/** @param {boolean} failed */
function showSignedOut(failed) {
  const again = failed
    ? 'La connexion n’a pas abouti. Recommencez.'
    : hasExpired() && 'Votre session a expiré. Connectez-vous de nouveau : vous reviendrez à cette page.';
  titled('Connexion');
  fill(
    byId('contenu'),
    el('h1', {}, 'Connexion'),
    again && el('p', { class: 'notice', role: 'alert' }, again),
    el(
      'p',
      {},
      'Chaque année, une fois leurs comptes clos, les établissements de santé déclarent la part de leur budget consacrée au numérique et leurs effectifs de sécurité des systèmes d’information.',
    ),
    el(
      'p',
      {},
      'Connectez-vous pour déposer un fichier, suivre votre région ou consulter les agrégats nationaux.',
    ),
    el('button', { type: 'button', class: 'primary', click: () => void start() }, 'Se connecter'),
    el('div', { id: 'echec' }),
  );

  async function start() {
    try {
      await signIn();
    } catch (error) {
      fill(byId('echec'), problemBlock(error));
    }
  }
}

/** @param {Profile} profile */
function showSession({ libelle, role, perimetre }) {
  fill(
    byId('session'),
    el('span', { class: 'who' }, libelle || ROLES[role]),
    el('span', {}, libelle ? `${ROLES[role]} · ${perimeterName(perimetre)}` : perimeterName(perimetre)),
    el('button', { type: 'button', class: 'quiet', click: () => void signOut() }, 'Se déconnecter'),
  );
}

/** A page that the role may not ask for is not in the way of those that it may. @param {Profile} profile */
function showNavigation({ actions }) {
  for (const link of document.querySelectorAll('nav [data-action]')) {
    const action = link.getAttribute('data-action');
    link.toggleAttribute('hidden', !actions.some((each) => each === action));
  }
}

/**
 * The one asked for, or the latest.
 *
 * @param {readonly Campaign[]} campaigns
 * @param {string | null} year
 */
function chosen(campaigns, year) {
  const latestFirst = campaigns.toSorted((a, b) => b.campagne - a.campagne);
  return latestFirst.find(({ campagne }) => String(campagne) === year) ?? latestFirst[0] ?? null;
}

/**
 * @param {Campaign} campaign
 * @param {readonly Campaign[]} campaigns
 * @param {URLSearchParams} asked
 */
function showCampaign({ campagne, ouverture, echeance, cloture }, campaigns, asked) {
  const others = campaigns.filter((each) => each.campagne !== campagne);
  fill(
    byId('campagne'),
    el('strong', {}, `Campagne ${campagne}`),
    ` (exercice ${campagne - 1}) : ouverture le ${day(ouverture)}, échéance le ${day(echeance)}, clôture le ${day(cloture)}.`,
    others.length > 0 && [
      ' Autres campagnes : ',
      others.map((other, i) => [
        i > 0 && ', ',
        el('a', { href: `?campagne=${other.campagne}` }, String(other.campagne)),
      ]),
      '.',
    ],
  );
  if (!asked.has('campagne')) return;
  for (const link of document.querySelectorAll('nav a'))
    link.setAttribute('href', `${link.getAttribute('href')}?campagne=${campagne}`);
}
