import { COLUMN_NAMES, COLUMNS, type ColumnName, SECTIONS, type SectionName } from '../deposit/columns.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import { DETAIL_SECTIONS, type Details } from '../return/details.ts';
import type { Return } from '../return/fold.ts';

/** What a difference is about: its words are those of messages/differences.ts. */
export type Subject =
  | { readonly kind: 'column'; readonly column: ColumnName }
  | { readonly kind: 'account'; readonly account: string; readonly label: string }
  | { readonly kind: 'measure'; readonly measure: string }
  | { readonly kind: 'action'; readonly item: Details['actions'][number]['item'] }
  | { readonly kind: 'directory'; readonly directory: string };

type DifferenceUnit = 'amount' | 'fte' | 'text' | 'level';

/** One value that is not what it was; null is blank. Numbers in cents, hundredths of an FTE, or levels. */
export interface Difference {
  readonly section: SectionName;
  readonly subject: Subject;
  readonly unit: DifferenceUnit;
  readonly before: bigint | string | null;
  readonly after: bigint | string | null;
  /** Of the value before; null where one of them is blank, no number, or zero before. */
  readonly change: Ratio | null;
}

type Stand = Pick<Return, 'values' | 'details'>;

/**
 * What a deposit changed in a return: columns, digital accounts, measures, actions and directories, by section; within
 * one the columns first, in their order, then the rest by name. Blank where nothing changed.
 */
export function differencesBetween(before: Stand, after: Stand): readonly Difference[] {
  const all = [...columnDifferences(before, after), ...detailDifferences(before.details, after.details)];
  return SECTIONS.flatMap((section) => all.filter((difference) => difference.section === section));
}

function columnDifferences(before: Stand, after: Stand): readonly Difference[] {
  return COLUMN_NAMES.flatMap((column) => {
    const { section, type } = COLUMNS[column];
    const unit = type === 'amount' || type === 'fte' ? type : 'text';
    return difference(section, { kind: 'column', column }, unit, before.values[column], after.values[column]);
  });
}

type Listed = readonly (readonly [key: string, subject: Subject, value: bigint | string])[];

function detailDifferences(before: Details, after: Details): readonly Difference[] {
  return [
    ...listDifferences(DETAIL_SECTIONS.accounts, 'amount', accountsOf(before), accountsOf(after)),
    ...listDifferences(DETAIL_SECTIONS.measures, 'level', measuresOf(before), measuresOf(after)),
    ...listDifferences(DETAIL_SECTIONS.actions, 'text', actionsOf(before), actionsOf(after)),
    ...listDifferences(DETAIL_SECTIONS.directories, 'level', directoriesOf(before), directoriesOf(after)),
  ];
}

function accountsOf({ accounts }: Details): Listed {
  return accounts.map(({ nomenclature, account, label, digital }) => [
    `${nomenclature} ${account}`,
    { kind: 'account', account, label },
    digital,
  ]);
}

function measuresOf({ measures }: Details): Listed {
  return measures.map(({ measure, level }) => [
    measure,
    { kind: 'measure', measure },
    level === null ? 'non applicable' : BigInt(level),
  ]);
}

function actionsOf({ actions }: Details): Listed {
  return actions.map(({ item, value }) => [item, { kind: 'action', item }, value]);
}

function directoriesOf({ directories }: Details): Listed {
  return directories.map(({ directory, score }) => [
    directory,
    { kind: 'directory', directory },
    BigInt(score),
  ]);
}

function listDifferences(
  section: SectionName,
  unit: DifferenceUnit,
  before: Listed,
  after: Listed,
): readonly Difference[] {
  const [then, now] = [before, after].map(
    (list) => new Map(list.map(([key, subject, value]) => [key, { subject, value }])),
  );
  const keys = [...new Set([...(then?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [then?.get(key), now?.get(key)];
    const subject = (is ?? was)?.subject;
    return subject ? difference(section, subject, unit, was?.value ?? null, is?.value ?? null) : [];
  });
}

function difference(
  section: SectionName,
  subject: Subject,
  unit: DifferenceUnit,
  before: bigint | string | null,
  after: bigint | string | null,
): readonly Difference[] {
  return before === after ? [] : [{ section, subject, unit, before, after, change: changeOf(before, after) }];
}

function changeOf(before: Difference['before'], after: Difference['after']): Ratio | null {
  if (typeof before !== 'bigint' || typeof after !== 'bigint' || before <= 0n) return null;
  return ratio(after - before, before);
}
