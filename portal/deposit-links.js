/** @import { VerdictBody } from '../shared/contracts/api/deposit.ts' */
import { el } from './dom.js';
import { downloadButton } from './download.js';
import { annotateDeposit, downloadDeposit } from './routes.js';

/**
 * What a deposit leaves: its receipt, and the file as received.
 *
 * @param {number} campaign
 * @param {string} id
 */
export function depositLinks(campaign, id) {
  return el(
    'ul',
    { class: 'links' },
    el('li', {}, el('a', { href: `./?recepisse=${id}&campagne=${campaign}` }, 'Récépissé')),
    el(
      'li',
      {},
      downloadButton('Télécharger le fichier reçu', () => downloadDeposit(campaign, id)),
    ),
  );
}

/**
 * The file as received with what was found in it; null where nothing was, or where it could not be opened.
 *
 * @param {number} campaign
 * @param {string} id
 * @param {VerdictBody} verdict
 */
export function annotatedFile(campaign, id, { kind, issues }) {
  const wasOpened = kind !== 'unknown' || issues.some(({ at }) => Object.keys(at).length > 0);
  if (issues.length === 0 || !wasOpened) return null;
  return el(
    'div',
    { class: 'handed-back' },
    downloadButton('Télécharger mon fichier annoté', () => annotateDeposit(campaign, id)),
    el(
      'p',
      { class: 'hint' },
      'Votre propre fichier, ses cellules en cause colorées et expliquées : corrigez-le et redéposez-le tel quel.',
    ),
  );
}
