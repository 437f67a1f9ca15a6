/** @import { VerdictBody } from '../shared/contracts/api/deposit.ts' */
/** @import { Child } from './dom.js' */
/** @import { Finding, Group } from './issues.js' */
import { badge } from './badge.js';
import { el } from './dom.js';
import { count, sentence } from './format.js';
import { groupsOf } from './issues.js';
import { DEPOSIT_STATUSES, SECTIONS, SEVERITIES, TODO_ORDER, TODOS } from './labels.js';
import { table } from './table.js';

/** A verdict holds no more (contracts.md, « Verdict »). */
const MOST_ISSUES = 1_000;

/** Places shown of one task before the others are folded: all that there is to do is seen first. */
const SHOWN = 10;

/**
 * A verdict: one sentence, the file handed back where there is one, then its issues by what to do about them, then what
 * it leaves as it was and the totals.
 *
 * @param {VerdictBody} verdict
 * @param {Child} [handedBack]
 */
export function verdictBlock(verdict, handedBack) {
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
    handedBack,
    groupsOf(verdict.issues, TODO_ORDER).map(section),
    untouched(verdict),
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
        places(
          findings.length > SHOWN
            ? `Les ${SHOWN} premiers endroits sur ${findings.length}`
            : count(findings.length, 'endroit'),
          findings.slice(0, SHOWN),
        ),
        findings.length > SHOWN && others(findings.slice(SHOWN)),
      ),
    ),
  );
}

/** @param {readonly Finding[]} findings */
function others(findings) {
  const words = count(findings.length, 'autre endroit', 'autres endroits');
  return el('details', {}, el('summary', {}, `Voir ${words}`), places(words, findings));
}

/**
 * @param {string} caption
 * @param {readonly Finding[]} findings
 */
function places(caption, findings) {
  return table(
    caption,
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
      read(seen, place),
      [sentence(expected), example !== '' && [', par exemple ', el('samp', {}, example)]],
    ]),
  );
}

/**
 * @param {string} seen
 * @param {string} place blank where it is the whole file that is spoken of
 * @returns {Child}
 */
function read(seen, place) {
  if (seen !== '') return el('samp', {}, seen);
  return place === '' ? '–' : '(vide)';
}

/**
 * What the file fills stands in the sentence; what it leaves as it was, here.
 *
 * @param {VerdictBody} verdict
 * @returns {Child}
 */
function untouched({ sections }) {
  const left = Object.entries(SECTIONS).filter(([name]) => !sections.some((section) => section === name));
  if (sections.length === 0 || left.length === 0) return null;
  return el(
    'p',
    {},
    sentence(`Ce fichier laisse comme avant : ${left.map(([, words]) => words).join(', ')}.`),
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
