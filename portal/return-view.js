/** @import { Context } from './page.js' */
/** @import { RouteAnswer } from '../shared/contracts/routes.ts' */
import { actForms, justifyButton } from './act-forms.js';
import { badge } from './badge.js';
import { el } from './dom.js';
import { downloadButton } from './download.js';
import { day, decimal, sentence } from './format.js';
import { keyFigures } from './key-figures.js';
import { ACTS, ALERTS, nameOf, ROLES, STATES } from './labels.js';
import { COLUMNS } from './names.js';
import { showContent } from './page.js';
import { makeTemplate, showDifferences, showReturn } from './routes.js';
import { definitions, table } from './table.js';

/** @typedef {RouteAnswer<'show-return'>} Return */

/**
 * A return: its figures beside last year's and its peers', what is doubted, what was said of it, and where each value
 * comes from.
 *
 * @param {Context} context
 * @param {string} finess
 */
export async function showReturnView(context, finess) {
  const { campaign, profile } = context;
  const shown = await showReturn(campaign, finess);
  const title = profile.role === 'etablissement' ? 'Ma déclaration' : 'Déclaration';
  showContent(
    `${title} : ${shown.raison_sociale}`,
    situation(shown),
    shown.chiffres &&
      el(
        'section',
        { 'aria-labelledby': 'chiffres' },
        el('h2', { id: 'chiffres' }, 'Chiffres'),
        keyFigures(shown, campaign),
      ),
    shown.alertes.length > 0 && alerts(shown, profile.actions.includes('act.justification')),
    actForms(context, shown, () => showReturnView(context, finess)),
    changes(await showDifferences(campaign, finess)),
    acts(shown),
    values(shown, campaign),
    el(
      'p',
      {},
      downloadButton('Télécharger le modèle prérempli', () => makeTemplate(campaign, finess)),
    ),
  );
}

/** @param {Return} shown */
function situation({ finess, etat, motifs, dernier_depot, tentatives, campagne }) {
  return [
    definitions([
      ['FINESS', finess],
      ['Situation', etat === null ? 'Aucun chiffre attendu' : badge(STATES[etat])],
      [
        'Dernier dépôt',
        dernier_depot
          ? el(
              'a',
              { href: `./?depot=${dernier_depot.depot}&campagne=${campagne}` },
              `${dernier_depot.fichier}, le ${day(dernier_depot.jour)}`,
            )
          : 'Aucun',
      ],
      ['Nombre de dépôts', String(tentatives)],
    ]),
    motifs.length > 0 && [
      el('h2', {}, 'Pourquoi les chiffres ne sont pas calculés'),
      el(
        'ul',
        {},
        motifs.map(({ phrase }) => el('li', {}, phrase)),
      ),
    ],
  ];
}

/**
 * @param {Return} shown
 * @param {boolean} mayJustify
 */
function alerts({ alertes }, mayJustify) {
  return el(
    'section',
    { 'aria-labelledby': 'alertes' },
    el('h2', { id: 'alertes' }, 'À vérifier'),
    el('p', {}, 'Ces points ne bloquent rien : vérifiez la valeur, ou justifiez-la.'),
    table(
      'Alertes sur les chiffres',
      [{ heading: 'Alerte' }, { heading: 'Constat' }, { heading: 'Justification' }],
      alertes.map(({ code, phrase, justification }) => [
        ALERTS[code],
        sentence(phrase),
        justification
          ? `${justification.texte} (le ${day(justification.jour)})`
          : mayJustify
            ? justifyButton(code)
            : 'Aucune',
      ]),
    ),
  );
}

/**
 * What the last deposit changed, and what changed on the year before, a sentence each.
 *
 * @param {RouteAnswer<'show-differences'>} shown
 */
function changes({ depot, depuis, differences, annee_precedente }) {
  if (!depot) return null;
  const since = depuis ? `depuis ${depuis.fichier}, le ${day(depuis.jour)}` : 'premier dépôt retenu';
  return el(
    'section',
    { 'aria-labelledby': 'changements' },
    el('h2', { id: 'changements' }, 'Ce qui a changé'),
    el('h3', {}, sentence(`Dernier dépôt : ${depot.fichier} (${since})`)),
    sentences(
      differences.map(({ phrase }) => phrase),
      'Ce dépôt n’a rien changé.',
    ),
    annee_precedente && [
      el('h3', {}, `Depuis la campagne ${annee_precedente.campagne}`),
      sentences(annee_precedente.phrases, ''),
    ],
  );
}

/**
 * @param {readonly string[]} phrases
 * @param {string} none
 */
function sentences(phrases, none) {
  if (phrases.length === 0) return el('p', {}, none);
  return el(
    'ul',
    {},
    phrases.map((phrase) => el('li', {}, sentence(phrase))),
  );
}

/** @param {Return} shown */
function acts({ actes }) {
  if (actes.length === 0) return null;
  return el(
    'section',
    { 'aria-labelledby': 'actes' },
    el('h2', { id: 'actes' }, 'Actes enregistrés'),
    table(
      'Actes, dans l’ordre où ils ont été enregistrés',
      [{ heading: 'Acte' }, { heading: 'Le' }, { heading: 'Par' }, { heading: 'Texte' }],
      actes.map(({ genre, alerte, jour, par, texte, jusqu_au }) => [
        alerte ? `${ACTS[genre]} – ${ALERTS[alerte]}` : ACTS[genre],
        day(jour),
        ROLES[par],
        jusqu_au ? `Jusqu’au ${day(jusqu_au)}. ${texte}` : texte || 'Sans texte',
      ]),
    ),
  );
}

/**
 * @param {Return} shown
 * @param {number} campaign
 */
function values({ valeurs }, campaign) {
  const rows = Object.entries(valeurs);
  if (rows.length === 0) return null;
  return el(
    'section',
    { 'aria-labelledby': 'valeurs' },
    el('h2', { id: 'valeurs' }, 'Valeurs en vigueur'),
    table(
      'Chaque valeur, et où elle a été lue',
      [
        { heading: 'Donnée' },
        { heading: 'Valeur', kind: 'number' },
        { heading: 'Fichier' },
        { heading: 'Lieu' },
      ],
      rows.map(([column, { valeur, depot, fichier, lieu }]) => [
        nameOf(COLUMNS, column),
        day(decimal(valeur)),
        el('a', { href: `./?depot=${depot}&campagne=${campaign}` }, fichier),
        sentence(lieu),
      ]),
    ),
  );
}
