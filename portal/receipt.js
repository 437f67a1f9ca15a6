/** @import { RouteAnswer } from '../shared/contracts/routes.ts' */
/** @import { Context } from './page.js' */
import { el } from './dom.js';
import { count, day, instant, sentence } from './format.js';
import { DEPOSIT_STATUSES, perimeterName, ROLES } from './labels.js';
import { showContent } from './page.js';
import { showReceipt } from './routes.js';
import { saveButton } from './save.js';
import { definitions, table } from './table.js';

/** @typedef {RouteAnswer<'show-receipt'>} Receipt */

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
    entriesOf(receipt),
    howToVerify(receipt),
    el(
      'div',
      { class: 'screen actions' },
      el(
        'button',
        { type: 'button', class: 'primary', click: () => window.print() },
        'Imprimer le récépissé',
      ),
      saveButton('Enregistrer le récépissé (JSON)', async () => ({
        file: `recepisse-${receipt.depot}.json`,
        content: receipt,
      })),
    ),
    el('p', { class: 'screen' }, el('a', { href: `./?depot=${id}&campagne=${campaign}` }, 'Retour au dépôt')),
  );
}

/**
 * What the deposit added to the journal, as manifests name it.
 *
 * @param {Receipt} receipt
 */
function entriesOf({ ecritures, ecritures_total }) {
  const heading = el('h2', {}, 'Écritures du dépôt');
  if (ecritures === null)
    return el(
      'section',
      {},
      heading,
      el('p', {}, 'Elles seront connues avec le verdict : revenez alors sur cette page.'),
    );
  if (ecritures.length === 0)
    return el(
      'section',
      {},
      heading,
      el('p', {}, 'Ce dépôt n’a donné aucune écriture : il ne figure dans aucun manifeste.'),
    );
  return el(
    'section',
    {},
    heading,
    el(
      'p',
      {},
      'Chaque ligne lue pour un établissement est une écriture du journal, que rien ne modifie ensuite. Elle est désignée par son empreinte.',
    ),
    ecritures.length < ecritures_total &&
      el(
        'p',
        {},
        `Les ${count(ecritures.length, 'première')} sur ${count(ecritures_total, 'écriture')} sont montrées ; le manifeste les nomme toutes.`,
      ),
    table(
      count(ecritures_total, 'écriture'),
      [
        { heading: 'Établissement' },
        { heading: 'Ligne' },
        { heading: 'Manifeste' },
        { heading: 'Empreinte SHA-256' },
      ],
      ecritures.map(({ finess, region, ligne, ecriture }) => [
        finess,
        String(ligne),
        region === null ? 'National' : `ARS-${region}`,
        el('code', {}, ecriture),
      ]),
    ),
  );
}

/** @param {Receipt} receipt */
function howToVerify({ depot, campagne }) {
  const code = (/** @type {string} */ text) => el('code', {}, text);
  return el(
    'section',
    {},
    el('h2', {}, 'Vérifier ce récépissé sans nous'),
    el(
      'ol',
      {},
      el(
        'li',
        {},
        sentence('Le fichier : recalculez son empreinte et comparez-la à celle de ce récépissé, par '),
        code('certutil -hashfile FICHIER SHA256'),
        ' sous Windows, ',
        code('sha256sum FICHIER'),
        ' sous Linux, ',
        code('shasum -a 256 FICHIER'),
        ' sous macOS.',
      ),
      el(
        'li',
        {},
        sentence('Les écritures : demandez à votre ARS le manifeste de son classeur, '),
        code(`ARS-RÉGION-campagne-${campagne}.manifest.txt`),
        ', et cherchez-y l’identifiant de ce dépôt, avec un éditeur de texte ou par ',
        code(`grep ${depot} MANIFESTE`),
        sentence(
          '. La ligne « fait » porte l’empreinte du fichier, chaque ligne « ecriture » celle d’une écriture.',
        ),
      ),
      el(
        'li',
        {},
        sentence(
          'Le manifeste : son empreinte est imprimée dans la feuille « Synthèse » du classeur. Égale, elle prouve que le classeur est fait de ces écritures.',
        ),
      ),
    ),
    el(
      'p',
      { class: 'hint' },
      sentence(
        'L’empreinte du verdict est celle de son texte ; « Référentiel et règles » désigne ce sous quoi il fut rendu. Un verdict peut être revu ; le reste de ce récépissé ne change pas.',
      ),
    ),
  );
}

/** @param {string} perimeter */
function isBodies(perimeter) {
  return /^[0-9AB]{9}( |$)/.test(perimeter);
}
