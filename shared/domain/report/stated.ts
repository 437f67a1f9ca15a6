import type { ColumnName, SectionName } from '../deposit/columns.ts';
import type { Details, StaffType } from '../return/details.ts';

/** What a value is about: its words are those of messages/differences.ts. */
export type Subject =
  | { readonly kind: 'column'; readonly column: ColumnName }
  /** The four titles together, as another system holds them. */
  | { readonly kind: 'known-budget' }
  | { readonly kind: 'account'; readonly account: string; readonly label: string }
  | { readonly kind: 'staff'; readonly function: string; readonly type: StaffType }
  /** Its label is blank where mesures.csv does not have it. */
  | { readonly kind: 'measure'; readonly measure: string; readonly label: string }
  | { readonly kind: 'action'; readonly item: Details['actions'][number]['item'] }
  | { readonly kind: 'directory'; readonly directory: string };

/** Cents, hundredths of an FTE, words or days as text, or a level of a scale. */
export type StatedUnit = 'amount' | 'fte' | 'text' | 'level';

/** One value of a return, under a key that names it in any other return. */
export interface Stated {
  readonly key: string;
  readonly section: SectionName;
  readonly subject: Subject;
  readonly unit: StatedUnit;
  /** Null is blank. */
  readonly value: bigint | string | null;
}
