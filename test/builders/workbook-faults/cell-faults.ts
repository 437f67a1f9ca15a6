import { type Parts, treeOf } from '../workbook-package.ts';
import { within } from '../xml-tree.ts';
import { type RawSheet, sharedTexts } from './read-cells.ts';

/** Cells out of order or twice, styles and shared strings that are not there, counts that are wrong. */
export function cellFaults(parts: Parts, sheets: readonly RawSheet[]): readonly string[] {
  const texts = sharedTexts(parts);
  const styles = treeOf(parts, 'xl/styles.xml').children.find(({ local }) => local === 'cellXfs');
  const known = styles?.children.length ?? 0;
  return [
    ...sheets.flatMap(({ name, order, tree }) => [
      ...order.flatMap(({ ref, row, column, style, shared, value }, at) => {
        const before = order[at - 1];
        const follows = !before || row > before.row || (row === before.row && column > before.column);
        return [
          ...(follows && row > 0 ? [] : [`${name}: ${ref} out of order`]),
          ...(style < known ? [] : [`${name}: ${ref} wears a style that is not there`]),
          ...(shared === null || value !== null ? [] : [`${name}: ${ref} shows a text that is not there`]),
        ];
      }),
      ...rowFaults(name, tree),
    ]),
    ...countFaults(parts, sheets, texts),
  ];
}

function rowFaults(sheet: string, tree: RawSheet['tree']): readonly string[] {
  return within(tree, 'row').flatMap(({ attributes, children }) =>
    children
      .filter((cell) => cell.attributes['r']?.replace(/^[A-Z]+/, '') !== attributes['r'])
      .map((cell) => `${sheet}: ${cell.attributes['r']} in row ${attributes['r']}`),
  );
}

function countFaults(parts: Parts, sheets: readonly RawSheet[], texts: readonly string[]): readonly string[] {
  if (!parts.has('xl/sharedStrings.xml')) return [];
  const { attributes } = treeOf(parts, 'xl/sharedStrings.xml');
  const used = sheets.flatMap(({ order }) => order.filter(({ shared }) => shared !== null)).length;
  const said = { count: Number(attributes['count']), unique: Number(attributes['uniqueCount']) };
  return [
    ...(said.count === used ? [] : [`shared strings announce ${said.count} uses and have ${used}`]),
    ...(said.unique === texts.length
      ? []
      : [`shared strings announce ${said.unique} texts and hold ${texts.length}`]),
  ];
}
