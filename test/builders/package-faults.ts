import { bytesOf, type Parts, relationsOf, sheetsOf, treeOf } from './workbook-package.ts';
import { within } from './xml-tree.ts';

/** The children of a worksheet in the order of its schema. */
const ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

/** What makes Excel repair a workbook, or refuse it; blank for one that it opens. */
export function packageFaults(parts: Parts): readonly string[] {
  return [
    ...doubled([...parts.keys()].map((name) => name.toLowerCase())).map((name) => `part twice: ${name}`),
    ...typeFaults(parts),
    ...[...parts.keys()].flatMap((name) => partFaults(parts, name)),
    ...sheetsOf(parts).flatMap(({ name, part }) => sheetFaults(parts, name, part)),
    ...styleFaults(parts),
    ...nameFaults(parts),
  ];
}

function typeFaults(parts: Parts): readonly string[] {
  const types = treeOf(parts, '[Content_Types].xml').children;
  const overrides = types.flatMap(({ attributes }) => attributes['PartName'] ?? []);
  const extensions = types.flatMap(({ attributes }) => attributes['Extension']?.toLowerCase() ?? []);
  const named = new Set(overrides.map((name) => name.toLowerCase()));
  return [
    ...doubled([...overrides, ...extensions]).map((name) => `type twice: ${name}`),
    ...[...parts.keys()]
      .filter((name) => name.toLowerCase() !== '[content_types].xml')
      .filter(
        (name) =>
          !named.has(`/${name}`.toLowerCase()) &&
          !extensions.includes(name.split('.').at(-1)?.toLowerCase() ?? ''),
      )
      .map((name) => `no type: ${name}`),
    ...overrides.filter((name) => !has(parts, name.slice(1))).map((name) => `type of no part: ${name}`),
  ];
}

function partFaults(parts: Parts, name: string): readonly string[] {
  if (name.endsWith('.rels')) {
    const source = name.replace('_rels/', '').replace(/\.rels$/, '');
    const relations = relationsOf(parts, source === '' ? '' : source);
    return [
      ...doubled(relations.map(({ id }) => id)).map((id) => `id twice: ${id} in ${name}`),
      ...relations
        .filter(({ target }) => target !== null && !has(parts, target))
        .map(({ target }) => `${name} leads nowhere: ${target}`),
    ];
  }
  if (!name.endsWith('.xml')) return [];
  try {
    treeOf(parts, name);
    return [];
  } catch (error) {
    return [`${name} is not well-formed: ${error}`];
  }
}

function sheetFaults(parts: Parts, sheet: string, part: string): readonly string[] {
  const tree = treeOf(parts, part);
  const ranks = tree.children.map(({ local }) => ORDER.indexOf(local)).filter((rank) => rank !== -1);
  const once = tree.children.map(({ local }) => local).filter((local) => local !== 'conditionalFormatting');
  const ids = new Set(relationsOf(parts, part).map(({ id }) => id));
  const used = [tree, ...tree.children, ...within(tree, 'hyperlink')].flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) => (/^\w+:id$/.test(name) ? [value] : [])),
  );
  const priorities = within(tree, 'cfRule').flatMap(({ attributes }) => attributes['priority'] ?? []);
  return [
    ...ranks.flatMap((rank, at) =>
      rank < (ranks[at - 1] ?? 0) ? [`${sheet}: ${ORDER[rank]} out of order`] : [],
    ),
    ...doubled(once.filter((local) => local !== 'AlternateContent')).map(
      (local) => `${sheet}: ${local} twice`,
    ),
    ...used.filter((id) => !ids.has(id)).map((id) => `${sheet}: no relationship ${id}`),
    ...doubled(priorities).map((priority) => `${sheet}: priority ${priority} twice`),
    ...doubled(within(tree, 'hyperlink').map(({ attributes }) => attributes['ref'] ?? '')).map(
      (ref) => `${sheet}: two links on ${ref}`,
    ),
    ...commentFaults(parts, sheet, part),
  ];
}

function commentFaults(parts: Parts, sheet: string, part: string): readonly string[] {
  const comments = relationsOf(parts, part).filter(({ type }) => type === 'comments');
  return comments.flatMap(({ target }) => {
    const tree = treeOf(parts, target ?? '');
    const authors = within(tree, 'author').length;
    const list = within(tree, 'comment');
    return [
      ...doubled(list.map(({ attributes }) => attributes['ref'] ?? '')).map(
        (ref) => `${sheet}: two comments on ${ref}`,
      ),
      ...list
        .filter(({ attributes }) => !(Number(attributes['authorId']) < authors))
        .map(({ attributes }) => `${sheet}: comment of nobody on ${attributes['ref']}`),
    ];
  });
}

function styleFaults(parts: Parts): readonly string[] {
  const part = [...parts.keys()].find((name) => /(^|\/)styles\d*\.xml$/.test(name));
  if (part === undefined) return [];
  const tree = treeOf(parts, part);
  return tree.children.flatMap(({ local, attributes, children }) =>
    attributes['count'] !== undefined && Number(attributes['count']) !== children.length
      ? [`${local} announces ${attributes['count']} and holds ${children.length}`]
      : [],
  );
}

function nameFaults(parts: Parts): readonly string[] {
  const workbook = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? '';
  const tree = treeOf(parts, workbook);
  const names = within(tree, 'definedName').map(
    ({ attributes }) => `${attributes['name']?.toLowerCase()}@${attributes['localSheetId'] ?? ''}`,
  );
  const tabs = within(tree, 'sheet');
  return [
    ...doubled(names).map((name) => `name twice: ${name}`),
    ...doubled(tabs.map(({ attributes }) => attributes['sheetId'] ?? '')).map((id) => `sheetId twice: ${id}`),
    ...doubled(tabs.map(({ attributes }) => (attributes['name'] ?? '').toLowerCase())).map(
      (name) => `tab twice: ${name}`,
    ),
  ];
}

function has(parts: Parts, name: string): boolean {
  return bytesOf(parts, name) !== undefined;
}

function doubled(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
