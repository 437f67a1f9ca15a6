/** The issues of a verdict, arranged for somebody who must mend a file: by what to do, then by place. */
/** @import { VerdictBody } from '../shared/contracts/api/deposit.ts' */

/** @typedef {VerdictBody['issues'][number]} Issue */
/** @typedef {{ place: string, what: string, seen: string, expected: string }} Finding */
/** @typedef {{ todo: string, findings: readonly Finding[] }} Task */

/**
 * Issues of one severity, grouped by what to do, in the order in which each task first appears.
 *
 * @param {readonly Issue[]} issues
 * @param {Issue['severity']} severity
 * @returns {readonly Task[]}
 */
export function tasksOf(issues, severity) {
  /** @type {Map<string, Finding[]>} */
  const tasks = new Map();
  for (const issue of issues.filter((each) => each.severity === severity)) {
    const { what, todo } = sayings(issue);
    const findings = tasks.get(todo) ?? [];
    findings.push({ place: placeInWords(issue.at), what, seen: issue.seen, expected: issue.expected });
    tasks.set(todo, findings);
  }
  return [...tasks].map(([todo, findings]) => ({ todo, findings }));
}

const SENTENCE_END = /\. (?=\p{Lu})/u;

/**
 * A message says where, what is wrong, then what to do: the last begins after the first sentence, which may show what
 * was read, sentences included.
 *
 * @param {Issue} issue
 */
function sayings({ at, seen, message }) {
  const place = placeInWords(at);
  const said = place && message.startsWith(`${place} : `) ? message.slice(place.length + 3) : message;
  const read = seen.trim();
  const behind = SENTENCE_END.test(read) && said.includes(read) ? said.indexOf(read) + read.length : 0;
  const found = said.slice(behind).search(SENTENCE_END);
  const end = found < 0 ? -1 : behind + found;
  const what = end < 0 ? said : said.slice(0, end + 1);
  return { what: capital(what), todo: end < 0 ? capital(said) : said.slice(end + 2) };
}

/**
 * A place as Excel or an editor shows it: `Feuille « X », cellule B4`, `Lignes 3 à 7, colonne « Y »`.
 *
 * @param {Issue['at']} at
 */
export function placeInWords(at) {
  return capital(
    [
      at.sheet === undefined ? '' : `feuille « ${at.sheet} »`,
      at.cell === undefined ? '' : `${at.cell.includes(':') ? 'cellules' : 'cellule'} ${at.cell}`,
      lines(at),
      at.column === undefined ? '' : `colonne « ${at.column} »`,
    ]
      .filter((words) => words !== '')
      .join(', '),
  );
}

/** @param {Issue['at']} at */
function lines({ line, lastLine, cell }) {
  if (line === undefined || cell !== undefined) return '';
  return lastLine === undefined ? `ligne ${line}` : `lignes ${line} à ${lastLine}`;
}

/** @param {string} text */
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
