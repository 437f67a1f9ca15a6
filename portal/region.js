/** The page « Ma région »: where a region is, whom to chase, its workbook; or one of its returns. */
/** @import { Context } from './page.js' */
import { dashboardBlock } from './dashboard.js';
import { declarantList } from './declarant-list.js';
import { el } from './dom.js';
import { editionList } from './edition-list.js';
import { choice } from './field.js';
import { REGIONS } from './names.js';
import { showContent, startPage } from './page.js';
import { showReturnView } from './return-view.js';
import { showRegion } from './routes.js';

await startPage({
  action: 'region.read',
  forbidden:
    'Cette page est celle des agences régionales de santé. Vos dépôts et votre déclaration sont à la page « Déposer ».',
  show(context) {
    const finess = context.asked.get('declaration');
    return finess ? showReturnView(context, finess) : showRegionView(context);
  },
});

/** @param {Context} context */
async function showRegionView({ profile: { perimetre }, campaign, asked }) {
  const seesAll = perimetre === '*';
  const region = seesAll ? (asked.get('region') ?? '11') : perimetre;
  const dashboard = await showRegion(campaign, region);
  const declarants = declarantList(campaign, region);
  const editions = editionList(campaign, region);
  showContent(
    seesAll ? `Région : ${dashboard.libelle}` : `Ma région : ${dashboard.libelle}`,
    seesAll && regionChoice(region, campaign),
    dashboardBlock(dashboard),
    el(
      'section',
      { 'aria-labelledby': 'classeurs' },
      el('h2', { id: 'classeurs' }, 'Classeur régional'),
      el(
        'p',
        {},
        'Une édition est publiée quand un chiffre change ; les précédentes restent téléchargeables.',
      ),
      editions.block,
    ),
    el(
      'section',
      { 'aria-labelledby': 'declarants' },
      el('h2', { id: 'declarants' }, 'Déclarants'),
      declarants.filters,
      declarants.block,
    ),
  );
  await Promise.all([declarants.restart(), editions.restart()]);
}

/**
 * @param {string} region
 * @param {number} campaign
 */
function regionChoice(region, campaign) {
  const byName = Object.entries(REGIONS).toSorted(([, a], [, b]) => a.localeCompare(b, 'fr'));
  return el(
    'form',
    { method: 'get', class: 'filters', 'aria-label': 'Choisir une région' },
    el('input', { type: 'hidden', name: 'campagne', value: campaign }),
    choice('region', 'Région', byName, region).field,
    el('button', { type: 'submit' }, 'Afficher'),
  );
}
