/** @import { Context } from './page.js' */
import { badge } from './badge.js';
import { el } from './dom.js';
import { instant, size } from './format.js';
import { DEPOSIT_STATUSES, perimeterName, ROLES } from './labels.js';
import { pagesOf } from './pages-of.js';
import { listDeposits } from './routes.js';
import { table } from './table.js';

/**
 * The deposits of the perimeter, the latest first.
 *
 * @param {Context} context
 */
export function depositList({ campaign }) {
  return pagesOf({
    name: 'des dépôts',
    load: (avant) => listDeposits(campaign, { avant, limite: '20' }),
    show: (deposits) =>
      deposits.length === 0
        ? el('p', {}, 'Aucun dépôt pour le moment.')
        : table(
            'Dépôts, du plus récent au plus ancien',
            [
              { heading: 'Fichier' },
              { heading: 'Ouvert le' },
              { heading: 'Verdict' },
              { heading: 'Déposé par' },
              { heading: 'Pour' },
              { heading: 'Taille', kind: 'number' },
            ],
            deposits.map(({ depot, fichier, ouvert_le, statut, depose_par, mention, perimetre, taille }) => [
              el('a', { href: `./?depot=${depot}&campagne=${campaign}` }, fichier),
              instant(ouvert_le),
              badge(DEPOSIT_STATUSES[statut]),
              mention ?? ROLES[depose_par],
              perimeterName(perimetre),
              size(taille),
            ]),
          ),
  });
}
