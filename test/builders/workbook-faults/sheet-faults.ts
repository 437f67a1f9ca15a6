import { within } from '../xml-tree.ts';
import { cornersOf, type RawSheet } from './read-cells.ts';

/** Excel repairs a sheet whose messages are longer. */
const LONGEST = { promptTitle: 32, errorTitle: 32, prompt: 255, error: 255 } as const;
const LONGEST_FORMULA = 255;
const HIGHEST_ROW = 409;

/** Columns and rows of sizes that cannot be, a range in use that leaves cells out, checks of inputs that Excel refuses. */
export function sheetFaults(sheets: readonly RawSheet[]): readonly string[] {
  return sheets.flatMap((sheet) => [
    ...columnFaults(sheet),
    ...rangeFaults(sheet),
    ...within(sheet.tree, 'row')
      .filter(({ attributes }) => Number(attributes['ht'] ?? 1) > HIGHEST_ROW)
      .map(({ attributes }) => `${sheet.name}: row ${attributes['r']} is too high`),
    ...validationFaults(sheet),
  ]);
}

function columnFaults({ name, tree }: RawSheet): readonly string[] {
  let last = 0;
  return within(tree, 'col').flatMap(({ attributes }) => {
    const [min, max] = [Number(attributes['min']), Number(attributes['max'])];
    const follows = min > last && max >= min;
    last = max;
    return follows ? [] : [`${name}: columns ${min} to ${max} out of order`];
  });
}

function rangeFaults({ name, tree, order }: RawSheet): readonly string[] {
  const used = tree.children.find(({ local }) => local === 'dimension')?.attributes['ref'];
  if (used === undefined) return [];
  const { first, last } = cornersOf(used);
  const isOut = ({ row, column }: (typeof order)[number]) =>
    row < first.row || row > last.row || column < first.column || column > last.column;
  return order
    .filter(isOut)
    .slice(0, 1)
    .map(({ ref }) => `${name}: ${ref} lies out of ${used}`);
}

function validationFaults({ name, tree }: RawSheet): readonly string[] {
  const list = tree.children.find(({ local }) => local === 'dataValidations');
  if (!list) return [];
  const said = Number(list.attributes['count']);
  return [
    ...(said === list.children.length ? [] : [`${name} announces ${said} checks`]),
    ...list.children.flatMap((check) => [
      ...Object.entries(LONGEST)
        .filter(([word, longest]) => (check.attributes[word] ?? '').length > longest)
        .map(([word]) => `${name}: a check of ${check.attributes['sqref']} whose ${word} is too long`),
      ...check.children
        .filter(({ text }) => text.length > LONGEST_FORMULA)
        .map(() => `${name}: a check of ${check.attributes['sqref']} whose formula is too long`),
    ]),
  ];
}
