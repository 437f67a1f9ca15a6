import { el } from './dom.js';
import { downloadButton } from './download.js';
import { instant } from './format.js';
import { pagesOf } from './pages-of.js';
import { downloadEdition, downloadManifest, listEditions, showEdition } from './routes.js';
import { saveButton } from './save.js';
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
              { heading: 'Empreintes SHA-256' },
              { heading: 'Classeur' },
              { heading: 'Preuves' },
            ],
            editions.map(({ numero, publiee_le, sha256, manifeste_sha256 }) => [
              `Édition ${numero}`,
              instant(publiee_le),
              [
                el('div', {}, 'Classeur : ', el('code', {}, sha256)),
                el('div', {}, 'Manifeste : ', el('code', {}, manifeste_sha256)),
              ],
              downloadButton(
                'Télécharger',
                () => downloadEdition(campaign, region, numero),
                `Télécharger l’édition ${numero} du classeur (XLSX)`,
              ),
              [
                downloadButton(
                  'Manifeste',
                  () => downloadManifest(campaign, region, numero),
                  `Télécharger le manifeste de l’édition ${numero} (manifest.txt)`,
                ),
                saveButton(
                  'Description',
                  async () => ({
                    file: `ARS-${region}-campagne-${campaign}-edition-${numero}.edition.json`,
                    content: await showEdition(campaign, region, numero),
                  }),
                  `Enregistrer la description de l’édition ${numero} (edition.json)`,
                ),
              ],
            ]),
          ),
  });
}
