import { el } from './dom.js';
import { downloadButton } from './download.js';
import { downloadDeposit } from './routes.js';

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
