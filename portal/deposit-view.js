/** @import { Context } from './page.js' */
import { badge } from './badge.js';
import { annotatedFile, depositLinks } from './deposit-links.js';
import { el } from './dom.js';
import { instant, size } from './format.js';
import { DEPOSIT_STATUSES, perimeterName, ROLES } from './labels.js';
import { showContent } from './page.js';
import { showDeposit } from './routes.js';
import { definitions } from './table.js';
import { verdictBlock } from './verdict.js';

/**
 * One deposit: its verdict as it stands today, and the first one where it has changed since.
 *
 * @param {Context} context
 * @param {string} id
 */
export async function showDepositView({ campaign }, id) {
  const { verdict, premier_verdict, effacement, ...deposit } = await showDeposit(campaign, id);
  showContent(
    `Dépôt : ${deposit.fichier}`,
    effacement &&
      el(
        'p',
        { class: 'notice' },
        `Ce dépôt a été effacé le ${instant(effacement.le)}. Motif : ${effacement.motif}`,
      ),
    deposit.statut === 'en-attente' &&
      el(
        'p',
        { class: 'notice' },
        'Ce fichier attend d’être reçu ou lu. Rechargez la page dans quelques instants ; s’il n’a pas pu être envoyé, redéposez-le.',
      ),
    verdict &&
      el(
        'section',
        { 'aria-labelledby': 'verdict' },
        el('h2', { id: 'verdict' }, 'Verdict'),
        verdictBlock(verdict, annotatedFile(campaign, id, verdict)),
      ),
    premier_verdict &&
      el(
        'section',
        { 'aria-labelledby': 'premier' },
        el('h2', { id: 'premier' }, 'Premier verdict'),
        el(
          'p',
          {},
          'Le verdict a changé depuis le dépôt, parce qu’une règle ou le référentiel des déclarants a changé. Voici ce qui avait été dit d’abord.',
        ),
        el('details', {}, el('summary', {}, 'Lire le premier verdict'), verdictBlock(premier_verdict)),
      ),
    el(
      'section',
      { 'aria-labelledby': 'depot' },
      el('h2', { id: 'depot' }, 'Ce qui a été déposé'),
      definitions([
        ['Fichier', deposit.fichier],
        ['État', badge(DEPOSIT_STATUSES[deposit.statut])],
        ['Ouvert le', instant(deposit.ouvert_le)],
        ['Déposé par', deposit.mention ?? ROLES[deposit.depose_par]],
        ['Pour', perimeterName(deposit.perimetre)],
        ['Taille', size(deposit.taille)],
        ['Empreinte SHA-256', el('code', {}, deposit.sha256)],
        ['Identifiant', el('code', {}, deposit.depot)],
      ]),
      depositLinks(campaign, id),
    ),
    el('p', {}, el('a', { href: `./?campagne=${campaign}` }, 'Retour aux dépôts')),
  );
}
