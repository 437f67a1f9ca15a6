import type { AmountColumn, ColumnName, NumberColumn } from '../deposit/columns.ts';
import type { AlertCode } from '../figures/alert-codes.ts';
import type { IssueCode, Severity } from '../issues/codes.ts';
import type { Relaxation } from './relaxation.ts';

/** A part may not exceed its whole; tested only where both are given. */
interface PartRule {
  readonly part: NumberColumn;
  readonly whole: NumberColumn;
  /** @default PART_OVER_WHOLE */
  readonly code?: 'POOLED_FTE_OVER_INTERNAL';
}

/** A figure above or below which a person should look: never blocks. */
interface AlertThreshold {
  readonly code: AlertCode;
  /** Ratio in millionths, amount in cents, or percent, as the code says. */
  readonly limit: bigint;
  readonly source: string;
}

/** A size of budget, by total operating expenses. */
interface BudgetClass {
  /** The slice of axis `taille_budget`: in code-point order from the smallest to the largest. */
  readonly code: string;
  /** Cents, excluded: a budget of exactly that much is of the next class. Null of the largest. */
  readonly below: bigint | null;
  readonly source: string;
}

/** The rules of the figures, by version and date: data, so that a wrong rule is changed and not the code. */
export interface RuleSet {
  readonly id: string;
  readonly inForceFrom: string;
  readonly severities: Readonly<Record<IssueCode, Severity>>;
  readonly parts: readonly PartRule[];
  /** Their sum is the total of operating expenses. */
  readonly expenseTitles: readonly AmountColumn[];
  /** Their sum is the body's own digital expenses. */
  readonly digitalLines: readonly AmountColumn[];
  /** Without one of these nothing is computed. */
  readonly required: readonly ColumnName[];
  /** For a carrier also these. */
  readonly requiredOfCarrier: readonly ('mutualise_charges' | 'mutualise_etp_ssi')[];
  /** Rules turned down since, from regles.csv, by day then in the order of the file. */
  readonly relaxations: readonly Relaxation[];
  readonly alerts: { readonly [C in AlertCode]: AlertThreshold & { readonly code: C } };
  /** From the smallest to the largest; the last has no bound. */
  readonly budgetClasses: readonly BudgetClass[];
  /** Millionths, ascending: where each class of digital shares but the first begins, to show how they are spread. */
  readonly shareClasses: readonly bigint[];
  /** To an establishment, a slice is shown only from that many computed declarants. */
  readonly smallestShownSlice: number;
}
