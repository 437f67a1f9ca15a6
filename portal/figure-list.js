import { badge } from './badge.js';
import { el } from './dom.js';
import { choice, filterForm } from './field.js';
import { decimal, euros, percent } from './format.js';
import { LEGAL_STATUSES, nameOf, STATES } from './labels.js';
import { REGIONS } from './names.js';
import { announce } from './page.js';
import { pagesOf } from './pages-of.js';
import { listFigures } from './routes.js';
import { table } from './table.js';

/**
 * The lines of figures.csv by region, status and state.
 *
 * @param {number} campaign
 */
export function figureList(campaign) {
  const regions = Object.entries(REGIONS).toSorted(([, a], [, b]) => a.localeCompare(b, 'fr'));
  const region = choice('region', 'Région', [['', 'Toutes'], ...regions]);
  const status = choice('statut', 'Statut', [['', 'Tous'], ...Object.entries(LEGAL_STATUSES)]);
  const state = choice('etat', 'État', [
    ['', 'Tous'],
    ...Object.entries(STATES).map(([code, { label }]) => /** @type {const} */ ([code, label])),
  ]);
  const list = pagesOf({
    name: 'des chiffres',
    missing: 'Aucun instantané n’est encore publié pour cette campagne : revenez dans quelques instants.',
    load: (apres) =>
      listFigures(campaign, {
        region: region.select.value,
        statut: status.select.value,
        etat: state.select.value,
        apres,
        limite: '25',
      }),
    show: (lines) =>
      lines.length === 0
        ? el('p', {}, 'Aucun déclarant ne répond à ces critères.')
        : table(
            'Chiffres, par numéro FINESS',
            [
              { heading: 'FINESS' },
              { heading: 'Région' },
              { heading: 'État' },
              { heading: 'Part du numérique', kind: 'number' },
              { heading: 'Charges numériques retenues', kind: 'number' },
              { heading: 'Charges totales', kind: 'number' },
              { heading: 'ETP SSI retenus', kind: 'number' },
            ],
            lines.map(cells),
          ),
  });

  async function filter() {
    await list.restart();
    announce('La table des chiffres est à jour.');
  }

  const filters = filterForm('Filtrer les chiffres', filter, region.field, status.field, state.field);
  return { ...list, filters };
}

/** @param {Readonly<Record<string, string>>} line of figures.csv */
function cells(line) {
  const { finess = '', region = '', etat = '' } = line;
  /** @param {string} column @param {(text: string) => string} how */
  const figure = (column, how) => (line[column] ? how(line[column]) : '–');
  const state = Object.entries(STATES).find(([code]) => code === etat)?.[1];
  return [
    finess,
    nameOf(REGIONS, region),
    state ? badge(state) : etat,
    figure('part_numerique', percent),
    figure('charges_numeriques_retenues', euros),
    figure('charges_totales', euros),
    figure('etp_ssi_retenus', decimal),
  ];
}
