import { MOST_ISSUES } from '../domain/issues/cut.ts';
import { TODOS, type Todo } from '../domain/issues/todo.ts';
import type { Verdict, VerdictIssue } from '../domain/verdict/verdict.ts';
import { counted } from './count.ts';
import { enumerated } from './enumeration.ts';
import { grouped } from './french-number.ts';
import { placeInWords, placesInWords } from './place.ts';
import { SECTION_WORDS } from './sections.ts';
import { TODO_TITLES } from './todos.ts';

/** Sentences of one code under one heading; how many others there are is said. */
const MOST_OF_A_CODE = 10;

/** Issues of which all but the places is the same. */
interface Finding {
  readonly issue: VerdictIssue;
  /** What is said, without its place. */
  readonly says: string;
  readonly all: readonly VerdictIssue[];
}

/** A verdict as a person reads it on a screen: its sentence, then issues by what to do about them, then what was filled. */
export function verdictInWords(verdict: Verdict): string {
  const { summary, issues, total, sections } = verdict;
  const groups = TODOS.flatMap((todo) => groupInWords(todo, issues));
  const filled = enumerated(sections.map((section) => SECTION_WORDS[section]));
  return [
    summary,
    ...groups,
    ...(total > issues.length ? ['', totalInWords(verdict)] : []),
    ...(filled === '' ? [] : ['', `Renseigné par ce fichier : ${filled}.`]),
  ].join('\n');
}

function totalInWords({ total, issues }: Verdict): string {
  const cut = issues.length < MOST_ISSUES ? '' : `, ${grouped(String(MOST_ISSUES))} au plus sont donnés`;
  return `En tout : ${counted(total, 'constat')} ; les semblables sont regroupés${cut}.`;
}

/** A heading, then errors before warnings, in the order of the file. */
function groupInWords(todo: Todo, issues: readonly VerdictIssue[]): readonly string[] {
  const here = issues.filter((issue) => issue.todo === todo);
  const inOrder = ['error', 'warning'].flatMap((severity) => here.filter((one) => one.severity === severity));
  if (inOrder.length === 0) return [];
  const byCode = [...Map.groupBy(findingsOf(inOrder), ({ issue }) => issue.code).values()];
  return ['', TODO_TITLES[todo], ...byCode.flatMap(codeInWords)];
}

function findingsOf(issues: readonly VerdictIssue[]): readonly Finding[] {
  const said = issues.map((issue) => ({ issue, says: withoutPlace(issue) }));
  const alike = Map.groupBy(said, ({ issue, says }) =>
    JSON.stringify([issue.code, issue.seen, issue.expected, says]),
  );
  return [...alike.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ ...first, all: group.map(({ issue }) => issue) })),
  );
}

function withoutPlace({ at, message }: VerdictIssue): string {
  const place = placeInWords(at);
  return place === '' ? message : message.slice(place.length + ' : '.length);
}

function codeInWords(findings: readonly Finding[]): readonly string[] {
  const hidden = findings.slice(MOST_OF_A_CODE).reduce((sum, { all }) => sum + all.length, 0);
  const shown = findings.slice(0, MOST_OF_A_CODE).flatMap(findingInWords);
  return hidden === 0
    ? shown
    : [...shown, `  … et ${counted(hidden, 'autre anomalie', 'autres anomalies')} de même nature.`];
}

function findingInWords({ issue, says, all }: Finding): readonly string[] {
  const place = placesInWords(all.map(({ at }) => at));
  const mark = issue.severity === 'warning' ? 'Avertissement. ' : '';
  return [`  - ${mark}${place === '' ? says : `${place} : ${says}`}`, `    ${readAndExpected(issue)}`];
}

function readAndExpected({ seen, expected, example }: VerdictIssue): string {
  return [
    ...(seen.trim() === '' ? [] : [`lu : ${seen}`]),
    `attendu : ${expected}`,
    ...(example === '' || example === expected ? [] : [`exemple : ${example}`]),
  ].join(' | ');
}
