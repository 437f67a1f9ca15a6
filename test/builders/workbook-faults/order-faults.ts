import { type Parts, treeOf } from '../workbook-package.ts';
import type { XmlNode } from '../xml-tree.ts';
import { ANY_ORDER, SCHEMA_ORDERS } from './schema-orders.ts';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Children that their schema does not know there, or wants elsewhere. */
export function orderFaults(parts: Parts): readonly string[] {
  return [...parts.keys()]
    .filter((name) => name.endsWith('.xml') && !name.startsWith('xl/theme/'))
    .flatMap((name) => nodeFaults(name, treeOf(parts, name), ''));
}

function nodeFaults(part: string, node: XmlNode, parent: string): readonly string[] {
  const local = node.uri === X14 ? `x14:${node.local}` : node.local;
  const key = `${parent}/${local}` in SCHEMA_ORDERS ? `${parent}/${local}` : local;
  const order = SCHEMA_ORDERS[key]?.split(' ');
  const own = order ? childFaults(`${part}: ${local}`, node, order, ANY_ORDER.has(key)) : [];
  return [...own, ...node.children.flatMap((child) => nodeFaults(part, child, node.local))];
}

function childFaults(
  where: string,
  { children }: XmlNode,
  order: readonly string[],
  isAnyOrder: boolean,
): readonly string[] {
  const names = children.filter(({ uri }) => uri !== COMPATIBILITY).map(({ local }) => local);
  const ranks = names.map((name) => order.indexOf(name));
  return names.flatMap((name, at) => {
    const rank = ranks[at] ?? -1;
    if (rank < 0) return [`${where} knows no ${name}`];
    const isLate = !isAnyOrder && rank < Math.max(...ranks.slice(Math.max(0, at - 1), at), 0);
    return isLate ? [`${where}: ${name} out of order`] : [];
  });
}
