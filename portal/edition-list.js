import { el } from './dom.js';
import { downloadButton } from './download.js';
import { instant } from './format.js';
import { pagesOf } from './pages-of.js';
import { downloadEdition, listEditions } from './routes.js';
import { table } from './table.js';

/**
 * The editions of a region's workbook, the latest first.
 *
 * @param {number} campaign
 * @param {string} region
 */
export function editionList(campaign, region) {
  return pagesOf({
    name: 'des éditions',
    load: (avant) => listEditions(campaign, region, { avant, limite: '5' }),
    show: (editions) =>
      editions.length === 0
        ? el('p', {}, 'Aucune édition n’est encore publiée.')
        : table(
            'Éditions du classeur, de la plus récente à la plus ancienne',
            [
              { heading: 'Édition' },
              { heading: 'Publiée le' },
              { heading: 'Empreinte SHA-256' },
              { heading: 'Classeur' },
            ],
            editions.map(({ numero, publiee_le, sha256 }) => [
              `Édition ${numero}`,
              instant(publiee_le),
              el('code', {}, sha256),
              downloadButton(
                'Télécharger',
                () => downloadEdition(campaign, region, numero),
                `Télécharger l’édition ${numero} du classeur (XLSX)`,
              ),
            ]),
          ),
  });
}
