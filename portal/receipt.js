/** @import { Context } from './page.js' */
import { el } from './dom.js';
import { count, day, instant } from './format.js';
import { DEPOSIT_STATUSES, perimeterName, ROLES } from './labels.js';
import { showContent } from './page.js';
import { showReceipt } from './routes.js';
import { definitions } from './table.js';

/**
 * A sheet to print and keep: what was received, when, and the hashes by which anyone can check it.
 *
 * @param {Context} context
 * @param {string} id
 */
export async function showReceiptView({ campaign }, id) {
  const receipt = await showReceipt(campaign, id);
  showContent(
    'Récépissé de dépôt',
    el(
      'p',
      {},
      `Le fichier « ${receipt.fichier} » a été déposé le ${day(receipt.jour)} pour la campagne ${receipt.campagne}.`,
    ),
    definitions([
      ['Identifiant du dépôt', el('code', {}, receipt.depot)],
      ['Fichier', receipt.fichier],
      ['Taille', count(receipt.taille, 'octet')],
      ['Empreinte SHA-256 du fichier', el('code', {}, receipt.sha256)],
      ['Ouvert le', `${instant(receipt.ouvert_le)} (heure de Paris)`],
      ['Déposé par', receipt.mention ?? ROLES[receipt.depose_par]],
      [
        'Pour',
        isBodies(receipt.perimetre) ? `FINESS ${receipt.perimetre}` : perimeterName(receipt.perimetre),
      ],
      ['Verdict', DEPOSIT_STATUSES[receipt.statut].label],
      [
        'Empreinte SHA-256 du verdict',
        receipt.verdict_sha256 ? el('code', {}, receipt.verdict_sha256) : 'Pas encore de verdict',
      ],
      ['Référentiel et règles', el('code', {}, receipt.generation)],
    ]),
    el(
      'p',
      { class: 'hint' },
      'L’empreinte du fichier se vérifie sans nous : ',
      el('code', {}, 'certutil -hashfile FICHIER SHA256'),
      ' sous Windows, ',
      el('code', {}, 'sha256sum FICHIER'),
      ' sous Linux, ',
      el('code', {}, 'shasum -a 256 FICHIER'),
      ' sous macOS.',
    ),
    el(
      'p',
      { class: 'screen' },
      el(
        'button',
        { type: 'button', class: 'primary', click: () => window.print() },
        'Imprimer le récépissé',
      ),
    ),
    el('p', { class: 'screen' }, el('a', { href: `./?depot=${id}&campagne=${campaign}` }, 'Retour au dépôt')),
  );
}

/** @param {string} perimeter */
function isBodies(perimeter) {
  return /^[0-9AB]{9}( |$)/.test(perimeter);
}
