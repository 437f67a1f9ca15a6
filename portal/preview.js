/** @import { PreviewBody } from '../shared/contracts/api/check.ts' */
import { badge } from './badge.js';
import { el } from './dom.js';
import { count, sentence } from './format.js';
import { keyFigures } from './key-figures.js';
import { ALERTS, STATES } from './labels.js';

/**
 * What the returns would be with a file that was only checked: figures or reasons, doubts, and what would change.
 *
 * @param {PreviewBody} preview
 * @param {number} campaign
 */
export function previewBlock({ declarants, autres }, campaign) {
  if (declarants.length === 0) return null;
  return el(
    'section',
    { 'aria-labelledby': 'apercu' },
    el('h3', { id: 'apercu' }, 'Aperçu : ce que donnerait ce fichier'),
    declarants.map((body) => bodyBlock(body, campaign)),
    autres > 0 && el('p', {}, `Et ${count(autres, 'autre déclarant', 'autres déclarants')}.`),
  );
}

/**
 * @param {PreviewBody['declarants'][number]} body
 * @param {number} campaign
 */
function bodyBlock(body, campaign) {
  const { finess, raison_sociale, etat, motifs, alertes, differences } = body;
  return el(
    'section',
    { class: 'preview' },
    el('h4', {}, `${raison_sociale} – ${finess}`, ' ', etat && badge(STATES[etat])),
    list(
      'Pourquoi les chiffres ne seraient pas calculés',
      motifs.map(({ phrase }) => phrase),
    ),
    body.chiffres && keyFigures(body, campaign),
    list(
      'À vérifier, ou à justifier',
      alertes.map(({ code, phrase }) => `${ALERTS[code]} : ${phrase}`),
    ),
    list('Ce qui changerait', differences),
  );
}

/**
 * @param {string} title
 * @param {readonly string[]} phrases
 */
function list(title, phrases) {
  if (phrases.length === 0) return null;
  return [
    el('h5', {}, title),
    el(
      'ul',
      {},
      phrases.map((phrase) => el('li', {}, sentence(phrase))),
    ),
  ];
}
