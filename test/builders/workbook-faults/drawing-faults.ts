import { type Parts, relationsOf, treeOf } from '../workbook-package.ts';
import { within, type XmlNode } from '../xml-tree.ts';
import { chartFaults } from './chart-faults.ts';
import { doubled } from './doubled.ts';
import type { RawSheet } from './read-cells.ts';

/** Drawings whose charts are not there, that nobody can name or hear, or that lie upside down. */
export function drawingFaults(parts: Parts, sheets: readonly RawSheet[]): readonly string[] {
  return sheets.flatMap((sheet) =>
    relationsOf(parts, sheet.part)
      .filter(({ type }) => type === 'drawing')
      .flatMap(({ target }) => oneDrawing(parts, target ?? '', sheets)),
  );
}

function oneDrawing(parts: Parts, part: string, sheets: readonly RawSheet[]): readonly string[] {
  const tree = treeOf(parts, part);
  const relations = relationsOf(parts, part);
  const properties = within(tree, 'cNvPr').map(({ attributes }) => attributes);
  const charts = within(tree, 'chart').map(
    ({ attributes }) => relations.find(({ id }) => id === attributes['r:id'])?.target ?? null,
  );
  return [
    ...doubled(properties.map(({ id = '' }) => id)).map((id) => `${part}: id ${id} twice`),
    ...properties
      .filter(({ descr = '' }) => descr.trim() === '')
      .map(({ name }) => `${part}: ${name} says nothing`),
    ...within(tree, 'twoCellAnchor').flatMap((anchor) =>
      liesRight(anchor) ? [] : [`${part}: an anchor upside down`],
    ),
    ...(charts.includes(null) ? [`${part}: a chart that is not there`] : []),
    ...doubled(charts.map(String)).map((chart) => `${part} shows ${chart} twice`),
    ...charts.flatMap((chart) => (chart === null ? [] : chartFaults(parts, chart, sheets))),
  ];
}

function liesRight(anchor: XmlNode): boolean {
  const at = (corner: string, axis: string) => {
    const place = anchor.children.find(({ local }) => local === corner);
    return Number(place?.children.find(({ local }) => local === axis)?.text);
  };
  return at('from', 'col') < at('to', 'col') && at('from', 'row') < at('to', 'row');
}
