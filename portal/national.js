/** The page « Nation »: aggregates, figures, and the files that hold them. */
/** @import { Context } from './page.js' */
import { aggregateList } from './aggregate-list.js';
import { el } from './dom.js';
import { downloadButton } from './download.js';
import { figureList } from './figure-list.js';
import { showContent, startPage } from './page.js';
import { downloadNational } from './routes.js';

await startPage({
  action: 'nation.read',
  forbidden:
    'Cette page est celle de la délégation au numérique en santé. Si vous suivez une région, sa page est « Ma région ».',
  show: showNationView,
});

/** @param {Context} context */
async function showNationView({ campaign }) {
  const aggregates = aggregateList(campaign);
  const figures = figureList(campaign);
  showContent(
    'Nation',
    aggregates.snapshot,
    el(
      'section',
      { 'aria-labelledby': 'agregats' },
      el('h2', { id: 'agregats' }, 'Agrégats'),
      el(
        'p',
        {},
        'Chaque part est un rapport de sommes sur les déclarants calculés ; médiane et quartiles sont ceux des valeurs individuelles.',
      ),
      aggregates.filters,
      aggregates.block,
    ),
    el(
      'section',
      { 'aria-labelledby': 'chiffres' },
      el('h2', { id: 'chiffres' }, 'Chiffres par déclarant'),
      figures.filters,
      figures.block,
    ),
    el(
      'section',
      { class: 'screen', 'aria-labelledby': 'fichiers' },
      el('h2', { id: 'fichiers' }, 'Fichiers'),
      el(
        'ul',
        { class: 'links' },
        [
          ['Classeur national (XLSX)', 'classeur'],
          ['figures.csv : les chiffres par déclarant', 'chiffres'],
          ['aggregates.csv : les agrégats', 'agregats'],
          ['manifest.txt : l’empreinte de tout ce dont l’édition est faite', 'manifeste'],
          ['edition.json : numéro, date et empreintes de l’édition', 'edition'],
        ].map(([label = '', file = '']) =>
          el(
            'li',
            {},
            downloadButton(label, () => downloadNational(campaign, file)),
          ),
        ),
      ),
    ),
  );
  await Promise.all([aggregates.restart(), figures.restart()]);
}
