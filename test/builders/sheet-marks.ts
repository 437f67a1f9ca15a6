import { writeReference } from '../../shared/domain/deposit/cell-reference.ts';
import { type Parts, relationsOf, sheetsOf, textOf, treeOf } from './workbook-package.ts';
import { within } from './xml-tree.ts';

export interface SheetMarks {
  /** Ranges coloured by our rules, with the place of their differential format. */
  readonly coloured: readonly { readonly ranges: readonly string[]; readonly format: string }[];
  /** Ranges under the rules of others. */
  readonly otherRules: readonly string[];
  readonly comments: Readonly<Record<string, string>>;
  /** Cells whose comment has a box. */
  readonly boxes: readonly string[];
  readonly links: Readonly<Record<string, string>>;
}

/** What marks a sheet as a reader of its XML sees it. */
export function marksOf(parts: Parts, sheet: string): SheetMarks {
  const part = sheetsOf(parts).find(({ name }) => name === sheet)?.part;
  if (part === undefined) throw new Error(`no sheet ${sheet}`);
  const tree = treeOf(parts, part);
  const relations = relationsOf(parts, part);
  const target = (type: string) => relations.find((one) => one.type === type)?.target ?? null;
  const rules = within(tree, 'conditionalFormatting').flatMap((element) =>
    within(element, 'cfRule').map((rule) => ({
      ranges: (element.attributes['sqref'] ?? '').split(' '),
      format: rule.attributes['dxfId'] ?? '',
      isOurs: rule.text.replace(/\s/g, '') === '"anomalie"<>""',
    })),
  );
  const comments = target('comments');
  const drawing = target('vmlDrawing');
  return {
    coloured: rules.filter(({ isOurs }) => isOurs).map(({ ranges, format }) => ({ ranges, format })),
    otherRules: rules.filter(({ isOurs }) => !isOurs).map(({ ranges }) => ranges.join(' ')),
    comments: comments
      ? Object.fromEntries(
          within(treeOf(parts, comments), 'comment').map((one) => [one.attributes['ref'], one.text]),
        )
      : {},
    boxes: drawing ? boxesIn(textOf(parts, drawing)) : [],
    links: Object.fromEntries(
      within(tree, 'hyperlink').map(({ attributes }) => [attributes['ref'], attributes['location'] ?? '']),
    ),
  };
}

/** Drawings of this kind need not be well-formed. */
function boxesIn(vml: string): readonly string[] {
  const notes = [...vml.matchAll(/<x:ClientData ObjectType="Note">.*?<\/x:ClientData>/gs)].map(
    ([note]) => note,
  );
  return notes.map((note) => {
    const number = (name: string) => Number(new RegExp(`<x:${name}>(\\d+)</x:${name}>`).exec(note)?.[1]);
    return writeReference({ column: number('Column'), row: number('Row') + 1 });
  });
}
