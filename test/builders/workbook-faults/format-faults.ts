import { type Parts, treeOf } from '../workbook-package.ts';
import { within, type XmlNode } from '../xml-tree.ts';
import { doubled } from './doubled.ts';
import { cornersOf, type RawSheet } from './read-cells.ts';

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const GUID = /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/;

/** In-cell visuals and other conditional formats that Excel would take away. */
export function formatFaults(parts: Parts, sheets: readonly RawSheet[]): readonly string[] {
  const dxfs = treeOf(parts, 'xl/styles.xml').children.find(({ local }) => local === 'dxfs');
  const known = dxfs?.children.length ?? 0;
  return sheets.flatMap(({ name, tree }) => {
    const formats = within(tree, 'conditionalFormatting');
    const rules = within(tree, 'cfRule').filter(({ uri }) => uri !== X14);
    const extended = within(tree, 'cfRule').filter(({ uri }) => uri === X14);
    const here = extended.map(({ attributes }) => attributes['id'] ?? '');
    const named = rules.flatMap((rule) => within(rule, 'id').map(({ text }) => text));
    return [
      ...formats.flatMap((format) => rangeFaults(name, format)),
      ...rules.flatMap((rule) => ruleFaults(name, rule, known)),
      ...doubled(here).map((id) => `${name}: rule ${id} twice`),
      ...here.filter((id) => !GUID.test(id)).map((id) => `${name}: ${id} is no identifier`),
      ...here.filter((id) => !named.includes(id)).map((id) => `${name}: no rule goes on in ${id}`),
      ...named
        .filter((id) => !here.includes(id))
        .map((id) => `${name}: a rule goes on in ${id}, which is nowhere`),
    ];
  });
}

function rangeFaults(sheet: string, { attributes, children }: XmlNode): readonly string[] {
  const ranges = attributes['sqref'] ?? children.find(({ local }) => local === 'sqref')?.text ?? '';
  return ranges.split(' ').flatMap((range) => {
    const { first, last } = cornersOf(range);
    const isRange = first.row > 0 && last.row >= first.row && last.column >= first.column;
    return isRange ? [] : [`${sheet}: a format over ${range}`];
  });
}

function ruleFaults(sheet: string, rule: XmlNode, dxfs: number): readonly string[] {
  const { type, dxfId } = rule.attributes;
  const icons = rule.children.find(({ local }) => local === 'iconSet');
  const bar = rule.children.find(({ local }) => local === 'dataBar');
  const limits = (node: XmlNode | undefined) =>
    node?.children.filter(({ local }) => local === 'cfvo').length ?? 0;
  const wanted = Number(icons?.attributes['iconSet']?.[0] ?? 0);
  return [
    ...(dxfId === undefined || Number(dxfId) < dxfs ? [] : [`${sheet}: no style ${dxfId} for a rule`]),
    ...(type !== 'iconSet' || (icons && limits(icons) === wanted)
      ? []
      : [`${sheet}: an icon without its limit`]),
    ...(type !== 'dataBar' || limits(bar) === 2 ? [] : [`${sheet}: a bar without its two limits`]),
  ];
}
