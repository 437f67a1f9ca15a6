/** The issues of a verdict, arranged for somebody who must mend a file: by what to do, then by place. */
/** @import { VerdictBody } from '../shared/contracts/api/deposit.ts' */

/** @typedef {VerdictBody['issues'][number]} Issue */
/** @typedef {Issue['todo']} Todo */
/** @typedef {{ severity: Issue['severity'], place: string, what: string, seen: string, expected: string, example: string }} Finding */
/** @typedef {{ remedy: string, findings: readonly Finding[] }} Task */
/** @typedef {{ todo: Todo, isError: boolean, tasks: readonly Task[] }} Group */

/**
 * Issues by what there is to do, in the order of the pages' list, then by remedy, in the order in which each first appears.
 *
 * @param {readonly Issue[]} issues
 * @param {readonly Todo[]} order
 * @returns {readonly Group[]}
 */
export function groupsOf(issues, order) {
  return order.flatMap((todo) => {
    const all = issues.filter((issue) => issue.todo === todo);
    if (all.length === 0) return [];
    return [{ todo, isError: all.some(({ severity }) => severity === 'error'), tasks: tasksOf(all) }];
  });
}

/**
 * @param {readonly Issue[]} issues
 * @returns {readonly Task[]}
 */
function tasksOf(issues) {
  /** @type {Map<string, Finding[]>} */
  const tasks = new Map();
  for (const issue of issues) {
    const { what, remedy } = sayings(issue);
    const { severity, at, seen, expected, example } = issue;
    const findings = tasks.get(remedy) ?? [];
    findings.push({ severity, place: placeInWords(at), what, seen, expected, example });
    tasks.set(remedy, findings);
  }
  return [...tasks].map(([remedy, findings]) => ({ remedy, findings }));
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
  return { what: capital(what), remedy: end < 0 ? capital(said) : said.slice(end + 2) };
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
