/** @import { RouteAnswer } from '../shared/contracts/routes.ts' */
import { el } from './dom.js';
import { count, day, percent } from './format.js';
import { table } from './table.js';

/** @typedef {RouteAnswer<'show-region'>} Dashboard */

/**
 * Where a region is, in one sentence, then in a table.
 *
 * @param {Dashboard} dashboard
 */
export function dashboardBlock(dashboard) {
  const {
    attendus,
    recus,
    refuses,
    calcules,
    en_retard,
    a_relancer,
    dispenses,
    couverture,
    libelle,
    echeance,
  } = dashboard;
  return [
    el('p', { class: 'lead' }, dashboardSentence(dashboard)),
    table(
      `Avancement – ${libelle}`,
      [
        { heading: 'Déclarants' },
        { heading: 'Nombre', kind: 'number' },
        { heading: 'Ce que cela veut dire' },
      ],
      [
        ['Attendus', String(attendus), 'Déclarants de la région dans le référentiel.'],
        ['Reçus', String(recus), 'Au moins une ligne retenue.'],
        ['Refusés', String(refuses), 'Un fichier a été déposé, et toutes ses lignes refusées.'],
        ['Calculés', String(calcules), 'Comptes clos, maturité déclarée, montants complets.'],
        [
          'En retard',
          String(en_retard),
          `Sans chiffres après l’échéance du ${day(echeance)}, hors dispensés.`,
        ],
        ['À relancer', String(a_relancer), 'Sans chiffres à ce jour, hors dispensés.'],
        ['Dispensés', String(dispenses), 'Avec une dispense motivée.'],
        ['Couverture', couverture === null ? 'Sans objet' : percent(couverture, 1), 'Calculés sur attendus.'],
      ],
    ),
  ];
}

/** @param {Dashboard} dashboard */
function dashboardSentence({ attendus, recus, calcules, a_relancer, couverture }) {
  if (attendus === 0) return 'Aucun déclarant n’est attendu dans cette région.';
  const received = `Sur ${count(attendus, 'déclarant attendu', 'déclarants attendus')}, ${count(recus, 'a', 'ont')} une déclaration retenue et ${count(calcules, 'a', 'ont')} des chiffres calculés`;
  const chase =
    a_relancer === 0 ? 'Personne n’est à relancer.' : `${count(a_relancer, 'est', 'sont')} à relancer.`;
  return `${received}${couverture === null ? '' : ` (couverture de ${percent(couverture, 1)})`}. ${chase}`;
}
