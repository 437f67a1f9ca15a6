import type { Place } from '../domain/issues/issue.ts';
import { counted } from './count.ts';
import { enumerated } from './enumeration.ts';

/** A place as a person finds it: « Feuille « X », cellule B4 », « Lignes 3 à 7, colonne « Y » »; blank when there is none. */
export function placeInWords(at: Place): string {
  const { cell } = at;
  const cells = cell === undefined ? '' : `${cell.includes(':') ? 'cellules' : 'cellule'} ${cell}`;
  return inWords(at, cells, lines(at));
}

/** Places named at once; how many others there are is said. */
const MOST_PLACES = 12;

/** Several places in one: « Lignes 3, 5 à 7 et 12, colonne « Y » »; those that share nothing are said one after the other. */
export function placesInWords(places: readonly Place[]): string {
  const [first] = places;
  if (first === undefined) return '';
  if (places.length === 1) return placeInWords(first);
  const { sheet, column } = first;
  const sameColumn = places.every((at) => at.sheet === sheet && at.column === column);
  if (sameColumn && places.every(({ cell }) => cell !== undefined))
    return inWords(first, `cellules ${some(places.map(({ cell = '' }) => cell))}`, '');
  if (sameColumn && places.every(({ line, cell }) => line !== undefined && cell === undefined))
    return inWords(first, '', `lignes ${some(places.map(range))}`);
  const named = places.map(placeInWords).filter((words) => words !== '');
  return some(
    named.map((words, index) => (index === 0 ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`)),
    ' ; ',
  );
}

function inWords({ sheet, column }: Place, cells: string, lines: string): string {
  const parts = [
    sheet === undefined ? '' : `feuille « ${sheet} »`,
    cells,
    lines,
    column === undefined ? '' : `colonne « ${column} »`,
  ];
  const text = parts.filter((part) => part !== '').join(', ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function some(words: readonly string[], separator?: string): string {
  const left = words.length - MOST_PLACES;
  const shown = left > 0 ? [...words.slice(0, MOST_PLACES), counted(left, 'autre')] : words;
  return separator === undefined ? enumerated(shown) : shown.join(separator);
}

function lines({ line, lastLine, cell }: Place): string {
  if (line === undefined || cell !== undefined) return '';
  return lastLine === undefined ? `ligne ${line}` : `lignes ${line} à ${lastLine}`;
}

function range({ line, lastLine }: Place): string {
  return lastLine === undefined ? `${line}` : `${line} à ${lastLine}`;
}
