import { type Parts, treeOf } from '../workbook-package.ts';
import { within, type XmlNode } from '../xml-tree.ts';
import { doubled } from './doubled.ts';
import { cornersOf, type RawSheet } from './read-cells.ts';

/** Axes that do not cross, references to no cell, and cached values that are not those of the cells. */
export function chartFaults(parts: Parts, part: string, sheets: readonly RawSheet[]): readonly string[] {
  const tree = treeOf(parts, part);
  const numbers = (local: string) => within(tree, 'ser').map((series) => valOf(series, local));
  return [
    ...axisFaults(part, tree),
    ...doubled(numbers('idx')).map((idx) => `${part}: series ${idx} twice`),
    ...doubled(numbers('order')).map((order) => `${part}: order ${order} twice`),
    ...[...within(tree, 'numRef'), ...within(tree, 'strRef')].flatMap((ref) =>
      cacheFaults(part, ref, sheets),
    ),
  ];
}

function axisFaults(part: string, tree: XmlNode): readonly string[] {
  const axes = [...within(tree, 'catAx'), ...within(tree, 'valAx')];
  const ids = axes.map((axis) => valOf(axis, 'axId'));
  const charts = [...within(tree, 'barChart'), ...within(tree, 'lineChart')];
  const used = charts.flatMap((chart) =>
    chart.children.filter(({ local }) => local === 'axId').map(({ attributes }) => attributes['val'] ?? ''),
  );
  return [
    ...doubled(ids).map((id) => `${part}: axis ${id} twice`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `${part}: no axis ${id}`),
    ...axes
      .map((axis) => valOf(axis, 'crossAx'))
      .filter((id) => !ids.includes(id))
      .map((id) => `${part}: crosses no axis ${id}`),
    ...(used.length === 2 * charts.length ? [] : [`${part}: a chart of ${used.length} axes`]),
  ];
}

function cacheFaults(part: string, ref: XmlNode, sheets: readonly RawSheet[]): readonly string[] {
  const formula = ref.children.find(({ local }) => local === 'f')?.text ?? '';
  const [, name = '', range = ''] =
    /^'((?:[^']|'')+)'!(\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)$/.exec(formula) ?? [];
  const sheet = sheets.find((one) => one.name === name.replaceAll("''", "'"));
  if (!sheet) return [`${part} names no cell: ${formula}`];
  const cells = cellsOf(range, sheet);
  const cache = ref.children.find(({ local }) => /Cache$/.test(local));
  const points = new Map(
    (cache?.children ?? [])
      .filter(({ local }) => local === 'pt')
      .map(({ attributes, text }) => [Number(attributes['idx']), text] as const),
  );
  const kept = cells.map((_, at) => points.get(at) ?? null);
  return [
    ...(Number(valOf(cache, 'ptCount')) === cells.length ? [] : [`${part}: points of ${formula} miscounted`]),
    ...(JSON.stringify(kept) === JSON.stringify(cells)
      ? []
      : [`${part}: ${formula} does not hold what is kept of it`]),
  ];
}

function cellsOf(range: string, { cells }: RawSheet): readonly (string | null)[] {
  const { first, last } = cornersOf(range);
  const found: (string | null)[] = [];
  const values = new Map([...cells.values()].map(({ row, column, value }) => [`${row} ${column}`, value]));
  for (let row = first.row; row <= last.row; row++)
    for (let column = first.column; column <= last.column; column++)
      found.push(values.get(`${row} ${column}`) ?? null);
  return found;
}

function valOf(node: XmlNode | undefined, local: string): string {
  return node?.children.find((child) => child.local === local)?.attributes['val'] ?? '';
}
