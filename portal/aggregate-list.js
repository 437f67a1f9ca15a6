import { el, fill } from './dom.js';
import { choice, filterForm } from './field.js';
import { decimal, euros, instant, percent, share } from './format.js';
import { AXES, INDICATORS, nameOf, sliceName } from './labels.js';
import { announce } from './page.js';
import { pagesOf } from './pages-of.js';
import { listAggregates } from './routes.js';
import { table } from './table.js';

/**
 * The lines of aggregates.csv by axis and indicator, and the snapshot that they come from.
 *
 * @param {number} campaign
 */
export function aggregateList(campaign) {
  const axis = choice('axe', 'Axe', [['', 'Tous'], ...Object.entries(AXES)], 'nation');
  const indicator = choice('indicateur', 'Indicateur', [['', 'Tous'], ...Object.entries(INDICATORS)]);
  const snapshot = el('p', { class: 'lead' });
  const list = pagesOf({
    name: 'des agrégats',
    missing: 'Aucun instantané n’est encore publié pour cette campagne : revenez dans quelques instants.',
    async load(apres) {
      const page = await listAggregates(campaign, {
        axe: axis.select.value,
        indicateur: indicator.select.value,
        apres,
        limite: '60',
      });
      fill(
        snapshot,
        `Instantané nº ${page.edition}, publié le ${instant(page.publie_le)}. Empreinte SHA-256 : `,
        el('code', {}, page.sha256),
      );
      return page;
    },
    show: (lines) =>
      lines.length === 0
        ? el('p', {}, 'Aucun agrégat ne répond à ces critères.')
        : table(
            'Agrégats',
            [
              { heading: 'Tranche' },
              { heading: 'Indicateur' },
              { heading: 'n', kind: 'number' },
              { heading: 'Attendus', kind: 'number' },
              { heading: 'Couverture', kind: 'number' },
              { heading: 'Valeur', kind: 'number' },
              { heading: 'Médiane', kind: 'number' },
              { heading: '1er quartile', kind: 'number' },
              { heading: '3e quartile', kind: 'number' },
              { heading: 'Numérateur', kind: 'number' },
              { heading: 'Dénominateur', kind: 'number' },
            ],
            lines.map(cells),
          ),
  });

  async function filter() {
    await list.restart();
    announce('La table des agrégats est à jour.');
  }

  const filters = filterForm('Filtrer les agrégats', filter, axis.field, indicator.field);
  return { ...list, filters, snapshot };
}

/** @param {Readonly<Record<string, string>>} line of aggregates.csv */
function cells(line) {
  const { axe = '', tranche = '', indicateur = '', n = '', attendus = '' } = line;
  const write = indicateur === 'etp_ssi_retenus' ? decimal : percent;
  const sum = indicateur === 'etp_ssi_retenus' ? decimal : euros;
  /** @param {string} column @param {(text: string) => string} how */
  const figure = (column, how) => (line[column] ? how(line[column]) : '–');
  return [
    sliceName(axe, tranche),
    nameOf(INDICATORS, indicateur),
    decimal(n),
    decimal(attendus),
    share(Number(n), Number(attendus)),
    figure('valeur', write),
    figure('mediane', write),
    figure('q1', write),
    figure('q3', write),
    figure('numerateur', sum),
    figure('denominateur', sum),
  ];
}
