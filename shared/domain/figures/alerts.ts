import type { Finess } from '../finess/finess.ts';
import type { AlertCode } from './alert-codes.ts';

/** A doubt on a computed figure, for a person to look at. Never blocks. */
export interface Alert {
  readonly code: AlertCode;
  readonly finess: Finess;
  /** What was found and the limit, ready to be shown: amounts and ratios as text. */
  readonly facts: Readonly<Record<string, string>>;
}
