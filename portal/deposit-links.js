import { el } from './dom.js';
import { downloadButton } from './download.js';
import { annotateDeposit, downloadDeposit } from './routes.js';

/**
 * What a deposit leaves: its receipt, the file as received, and the same with what was found in it.
 *
 * @param {number} campaign
 * @param {string} id
 * @param {boolean} isAnnotated whether there is something to show in it
 */
export function depositLinks(campaign, id, isAnnotated) {
  return el(
    'ul',
    { class: 'links' },
    el('li', {}, el('a', { href: `./?recepisse=${id}&campagne=${campaign}` }, 'Récépissé')),
    el(
      'li',
      {},
      downloadButton('Télécharger le fichier reçu', () => downloadDeposit(campaign, id)),
    ),
    isAnnotated &&
      el(
        'li',
        {},
        downloadButton('Télécharger mon fichier annoté', () => annotateDeposit(campaign, id)),
        el(
          'p',
          { class: 'hint' },
          'Votre propre fichier, ses cellules en cause colorées et expliquées : corrigez-le et redéposez-le tel quel.',
        ),
      ),
  );
}
