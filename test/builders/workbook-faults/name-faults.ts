import { type Parts, treeOf } from '../workbook-package.ts';
import { within } from '../xml-tree.ts';
import type { RawSheet } from './read-cells.ts';

const TITLES = /^'((?:[^']|'')+)'!\$(?:[A-Z]+:\$[A-Z]+|\d+:\$\d+)$/;

/** The names of a workbook, in lower case. */
export function definedNames(parts: Parts): readonly string[] {
  return within(treeOf(parts, 'xl/workbook.xml'), 'definedName').map(
    ({ attributes }) => attributes['name']?.toLowerCase() ?? '',
  );
}

/** Names that lead to no sheet; rows and columns repeated on paper that are those of another sheet. */
export function nameFaults(parts: Parts, sheets: readonly RawSheet[]): readonly string[] {
  return within(treeOf(parts, 'xl/workbook.xml'), 'definedName').flatMap(({ attributes, text }) => {
    const { name = '', localSheetId } = attributes;
    const own = localSheetId === undefined ? null : sheets[Number(localSheetId)];
    if (own === undefined) return [`${name} belongs to no sheet`];
    const named = [...text.matchAll(/'((?:[^']|'')+)'!/g)].map(([, one = '']) => one.replaceAll("''", "'"));
    const unknown = named.filter((one) => !sheets.some((sheet) => sheet.name === one));
    if (unknown.length > 0) return [`${name} leads to no sheet ${unknown.join(', ')}`];
    if (name !== '_xlnm.Print_Titles') return [];
    const areas = text.split(/,(?=')/);
    const isOwn = areas.every((area) => TITLES.exec(area)?.[1]?.replaceAll("''", "'") === own?.name);
    return isOwn ? [] : [`${own?.name} does not repeat its own titles: ${text}`];
  });
}
