/** @import { RouteAnswer } from '../shared/contracts/routes.ts' */
import { badge } from './badge.js';
import { el } from './dom.js';
import { choice, filterForm } from './field.js';
import { count, day } from './format.js';
import { LEGAL_STATUSES, nameOf, SITUATIONS } from './labels.js';
import { announce } from './page.js';
import { pagesOf } from './pages-of.js';
import { listDeclarants } from './routes.js';
import { table } from './table.js';

/** @typedef {RouteAnswer<'list-declarants'>['elements'][number]} Declarant */

/**
 * The declarants of a region: where each is, what to say to it, and to whom.
 *
 * @param {number} campaign
 * @param {string} region
 */
export function declarantList(campaign, region) {
  const situation = choice('situation', 'Situation', [
    ['', 'Toutes'],
    ...Object.entries(SITUATIONS).map(([code, { label }]) => /** @type {const} */ ([code, label])),
  ]);
  const chase = el('input', { type: 'checkbox', id: 'relance' });
  const list = pagesOf({
    name: 'des déclarants',
    load: (apres) =>
      listDeclarants(campaign, region, {
        situation: situation.select.value,
        a_relancer: chase.checked ? 'oui' : '',
        apres,
        limite: '25',
      }),
    show: (declarants) =>
      declarants.length === 0
        ? el('p', {}, 'Aucun déclarant ne répond à ces critères.')
        : table(
            'Déclarants, par numéro FINESS',
            [
              { heading: 'Déclarant' },
              { heading: 'Situation' },
              { heading: 'Que lui dire' },
              { heading: 'Contacts' },
              { heading: 'Dernier dépôt' },
              { heading: 'Suivi' },
            ],
            declarants.map((declarant) => row(declarant, campaign)),
          ),
  });

  async function filter() {
    await list.restart();
    announce('La liste des déclarants est à jour.');
  }

  const filters = filterForm(
    'Filtrer les déclarants',
    filter,
    situation.field,
    el('div', { class: 'check' }, chase, el('label', { for: 'relance' }, 'À relancer seulement')),
  );
  return { ...list, filters };
}

/**
 * @param {Declarant} declarant
 * @param {number} campaign
 */
function row(declarant, campaign) {
  const {
    finess,
    raison_sociale,
    statut,
    departement,
    situation,
    phrase,
    contacts,
    dernier_depot,
    tentatives,
  } = declarant;
  return [
    [
      el('a', { href: `?declaration=${finess}&campagne=${campaign}` }, raison_sociale),
      el(
        'span',
        { class: 'beside' },
        `${finess} · ${nameOf(LEGAL_STATUSES, statut)} · département ${departement}`,
      ),
    ],
    badge(SITUATIONS[situation]),
    phrase,
    contacts.length === 0 ? 'Aucun contact connu' : contacts.map(contact),
    dernier_depot === null ? 'Aucun' : `${day(dernier_depot)} (${count(tentatives, 'dépôt')})`,
    followUp(declarant),
  ];
}

/** @param {Declarant['contacts'][number]} contact */
function contact({ fonction, nom, courriel, telephone }) {
  return el(
    'span',
    { class: 'contact' },
    [nom, fonction && `(${fonction})`].filter(Boolean).join(' '),
    courriel && el('a', { href: `mailto:${encodeURIComponent(courriel).replace('%40', '@')}` }, courriel),
    telephone,
  );
}

/** @param {Declarant} declarant */
function followUp({ certifie, vise, dispense }) {
  const said = [certifie && 'certifiée', vise && 'visée', dispense && 'dispensé'].filter(Boolean).join(', ');
  return said === '' ? 'Rien' : said.charAt(0).toUpperCase() + said.slice(1);
}
