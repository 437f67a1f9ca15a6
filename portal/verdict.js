/** @import { VerdictBody } from '../shared/contracts/api/deposit.ts' */
/** @import { Child } from './dom.js' */
/** @import { Group } from './issues.js' */
import { badge } from './badge.js';
import { el } from './dom.js';
import { count, sentence } from './format.js';
import { groupsOf } from './issues.js';
import { DEPOSIT_STATUSES, nameOf, SECTIONS, SEVERITIES, TODO_ORDER, TODOS } from './labels.js';
import { table } from './table.js';

/** A verdict holds no more (contracts.md, « Verdict »). */
const MOST_ISSUES = 1_000;

/**
 * A verdict: one sentence, then its issues by what to do about them, then what it filled and the totals.
 *
 * @param {VerdictBody} verdict
 */
export function verdictBlock(verdict) {
  const { mark, tone } = DEPOSIT_STATUSES[verdict.status];
  return el(
    'div',
    { class: 'verdict' },
    el(
      'p',
      { class: `sentence ${tone}` },
      el('span', { class: 'mark', 'aria-hidden': 'true' }, mark),
      sentence(verdict.summary),
    ),
    verdict.rows.refused > 0 &&
      el(
        'p',
        {},
        'Une ligne refusée laisse en vigueur la dernière déclaration correcte. Corrigez, puis redéposez.',
      ),
    groupsOf(verdict.issues, TODO_ORDER).map(section),
    filled(verdict),
    el('p', { class: 'totals' }, totals(verdict)),
  );
}

/** @param {Group} group */
function section({ todo, isError, tasks }) {
  return el(
    'section',
    { class: isError ? 'error' : 'warning' },
    el('h3', {}, sentence(TODOS[todo])),
    tasks.map(({ remedy, findings }) =>
      el(
        'div',
        { class: 'task' },
        el('h4', {}, sentence(remedy)),
        table(
          count(findings.length, 'endroit'),
          [
            { heading: 'Où' },
            { heading: 'Gravité' },
            { heading: 'Constat' },
            { heading: 'Lu' },
            { heading: 'Attendu' },
          ],
          findings.map(({ severity, place, what, seen, expected, example }) => [
            sentence(place || 'Le fichier'),
            badge(SEVERITIES[severity]),
            sentence(what),
            seen === '' ? '(vide)' : el('samp', {}, seen),
            [sentence(expected), example !== '' && [', par exemple ', el('samp', {}, example)]],
          ]),
        ),
      ),
    ),
  );
}

/**
 * @param {VerdictBody} verdict
 * @returns {Child}
 */
function filled({ sections }) {
  if (sections.length === 0) return null;
  const names = sections.map((section) => nameOf(SECTIONS, section)).join(', ');
  return el('p', {}, sentence(`Rubriques remplies par ce fichier : ${names}.`));
}

/**
 * @param {VerdictBody} verdict
 * @returns {Child}
 */
function totals({ rows, total, issues }) {
  const read = `${count(rows.read, 'ligne lue', 'lignes lues')}, ${count(rows.accepted, 'retenue')}, ${count(rows.refused, 'refusée')} ; ${count(total, 'anomalie')} en tout.`;
  if (total === issues.length) return read;
  const cut = issues.length < MOST_ISSUES ? '' : ' Seules les mille premières sont montrées.';
  return `${read} Les anomalies semblables sont regroupées.${cut}`;
}
