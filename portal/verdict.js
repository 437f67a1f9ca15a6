/** @import { VerdictBody } from '../shared/contracts/api/deposit.ts' */
/** @import { Child } from './dom.js' */
import { el } from './dom.js';
import { count, sentence } from './format.js';
import { tasksOf } from './issues.js';
import { DEPOSIT_STATUSES } from './labels.js';
import { table } from './table.js';

/** A verdict holds no more (contracts.md, « Verdict »). */
const MOST_ISSUES = 1_000;

/**
 * The one sentence that says it all.
 *
 * @param {VerdictBody} verdict
 */
export function verdictSentence({ status, rows: { read, accepted, refused } }) {
  if (status === 'rejected')
    return read === 0
      ? 'Votre fichier est refusé : il n’a pas pu être lu comme une déclaration.'
      : `Votre fichier est refusé : aucune ligne n’est retenue sur ${count(read, 'ligne lue', 'lignes lues')}.`;
  const taken = count(accepted, 'ligne retenue', 'lignes retenues');
  if (status === 'accepted') return `Votre fichier est accepté : ${taken}, rien à corriger.`;
  return refused === 0
    ? `Votre fichier est accepté, avec des points à vérifier : ${taken}.`
    : `Votre fichier est accepté en partie : ${taken}, ${count(refused, 'ligne refusée', 'lignes refusées')}.`;
}

/**
 * A verdict: one sentence, then what to mend and what to check by what to do, then totals.
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
      verdictSentence(verdict),
    ),
    verdict.rows.refused > 0 &&
      el(
        'p',
        {},
        'Une ligne refusée laisse en vigueur la dernière déclaration correcte. Corrigez, puis redéposez.',
      ),
    section('À corriger', verdict, 'error'),
    section('À vérifier', verdict, 'warning'),
    el('p', { class: 'totals' }, totals(verdict)),
  );
}

/**
 * @param {string} title
 * @param {VerdictBody} verdict
 * @param {'error' | 'warning'} severity
 */
function section(title, { issues }, severity) {
  const tasks = tasksOf(issues, severity);
  if (tasks.length === 0) return null;
  return el(
    'section',
    { class: severity },
    el('h3', {}, title),
    tasks.map(({ todo, findings }) =>
      el(
        'div',
        { class: 'task' },
        el('h4', {}, sentence(todo)),
        table(
          count(findings.length, 'endroit'),
          [{ heading: 'Où' }, { heading: 'Constat' }, { heading: 'Lu' }, { heading: 'Attendu' }],
          findings.map(({ place, what, seen, expected }) => [
            sentence(place || 'Le fichier'),
            sentence(what),
            seen === '' ? '(vide)' : el('samp', {}, seen),
            sentence(expected),
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
function totals({ rows, total, issues }) {
  const read = `${count(rows.read, 'ligne lue', 'lignes lues')}, ${count(rows.accepted, 'retenue')}, ${count(rows.refused, 'refusée')} ; ${count(total, 'anomalie')} en tout.`;
  if (total === issues.length) return read;
  const cut = issues.length < MOST_ISSUES ? '' : ' Seules les mille premières sont montrées.';
  return `${read} Les anomalies semblables sont regroupées.${cut}`;
}
