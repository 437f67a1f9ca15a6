import type { Place } from '../domain/issues/issue.ts';

/** A place as a person finds it: « Feuille « X », cellule B4 », « Lignes 3 à 7, colonne « Y » »; blank when there is none. */
export function placeInWords(at: Place): string {
  const parts = [
    at.sheet === undefined ? '' : `feuille « ${at.sheet} »`,
    at.cell === undefined ? '' : `${at.cell.includes(':') ? 'cellules' : 'cellule'} ${at.cell}`,
    lines(at),
    at.column === undefined ? '' : `colonne « ${at.column} »`,
  ];
  const text = parts.filter((part) => part !== '').join(', ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function lines({ line, lastLine, cell }: Place): string {
  if (line === undefined || cell !== undefined) return '';
  return lastLine === undefined ? `ligne ${line}` : `lignes ${line} à ${lastLine}`;
}
