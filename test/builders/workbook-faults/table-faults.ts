import { type Parts, relationsOf, treeOf } from '../workbook-package.ts';
import { within, type XmlNode } from '../xml-tree.ts';
import { doubled } from './doubled.ts';
import { cornersOf, type RawSheet } from './read-cells.ts';

export interface RawTable {
  readonly name: string;
  readonly sheet: RawSheet;
  readonly ref: string;
  readonly columns: readonly string[];
  readonly tree: XmlNode;
}

/** The tables of every sheet. */
export function rawTables(parts: Parts, sheets: readonly RawSheet[]): readonly RawTable[] {
  return sheets.flatMap((sheet) =>
    relationsOf(parts, sheet.part)
      .filter(({ type }) => type === 'table')
      .map(({ target }) => {
        const tree = treeOf(parts, target ?? '');
        const columns = within(tree, 'tableColumn').map(({ attributes }) => attributes['name'] ?? '');
        const { displayName = '', ref = '' } = tree.attributes;
        return { name: displayName, sheet, ref, columns, tree };
      }),
  );
}

/** What makes Excel take a table away: names twice, a range or headings that the cells do not bear, overlaps. */
export function tableFaults(
  tables: readonly RawTable[],
  sheets: readonly RawSheet[],
  definedNames: readonly string[],
): readonly string[] {
  const lower = tables.map(({ name }) => name.toLowerCase());
  return [
    ...doubled(lower).map((name) => `table twice: ${name}`),
    ...doubled(tables.map(({ tree }) => tree.attributes['id'] ?? '')).map((id) => `table id twice: ${id}`),
    ...lower
      .filter((name) => definedNames.includes(name))
      .map((name) => `${name} is a table and a defined name`),
    ...sheets.flatMap(({ name, tree, part }) => {
      const said = within(tree, 'tablePart').length;
      const found = tables.filter(({ sheet }) => sheet.part === part).length;
      return said === found ? [] : [`${name} lists ${said} tables and has ${found}`];
    }),
    ...tables.flatMap((table) => [...ownFaults(table), ...overlaps(table, tables)]),
  ];
}

function ownFaults({ name, ref, columns, tree, sheet }: RawTable): readonly string[] {
  const { first, last } = cornersOf(ref);
  const filter = tree.children.find(({ local }) => local === 'autoFilter')?.attributes['ref'];
  const count = within(tree, 'tableColumns')[0]?.attributes['count'];
  const headings = [...sheet.cells.values()]
    .filter(({ row, column }) => row === first.row && column >= first.column && column <= last.column)
    .map(({ value, isText }) => (isText ? value : null));
  const ids = within(tree, 'tableColumn').map(({ attributes }) => attributes['id'] ?? '');
  return [
    ...(tree.attributes['name'] === name ? [] : [`table ${name} has two names`]),
    ...(last.row > first.row ? [] : [`table ${name} has no row`]),
    ...(filter === ref ? [] : [`table ${name} filters ${filter}`]),
    ...(Number(count) === columns.length ? [] : [`table ${name} announces ${count} columns`]),
    ...(last.column - first.column + 1 === columns.length
      ? []
      : [`table ${name} is not as wide as its columns`]),
    ...(JSON.stringify(headings) === JSON.stringify(columns)
      ? []
      : [`table ${name}: its headings are not those of its cells`]),
    ...doubled(columns.map((heading) => heading.toLowerCase())).map(
      (heading) => `table ${name}: ${heading} twice`,
    ),
    ...doubled(ids).map((id) => `table ${name}: column id ${id} twice`),
  ];
}

function overlaps(table: RawTable, tables: readonly RawTable[]): readonly string[] {
  const own = cornersOf(table.ref);
  return tables
    .filter((other) => other.sheet.part === table.sheet.part && other.name < table.name)
    .filter((other) => {
      const { first, last } = cornersOf(other.ref);
      return (
        first.row <= own.last.row &&
        own.first.row <= last.row &&
        first.column <= own.last.column &&
        own.first.column <= last.column
      );
    })
    .map((other) => `tables ${other.name} and ${table.name} overlap`);
}
