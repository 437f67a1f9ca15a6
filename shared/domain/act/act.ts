import type { Role } from '../access/role.ts';
import type { Day } from '../calendar/day.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import type { AlertCode } from '../figures/alert-codes.ts';
import type { Finess } from '../finess/finess.ts';

/**
 * Facts that are no file: an establishment justifies a warning or certifies its return; its ARS gives its visa, sends
 * it back for correction, reopens it after the close, or waives it. The words are those of the API.
 */
export const ACT_KINDS = [
  'justification',
  'certification',
  'visa',
  'retour',
  'reouverture',
  'dispense',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What an act says; its canonical JSON is the fact's bytes. */
export interface Act {
  readonly kind: ActKind;
  readonly campaign: CampaignYear;
  readonly finess: Finess;
  /** Why, in the author's words; blank where none is asked for. */
  readonly text: string;
  /** Of a justification: the warning that it answers. */
  readonly alert: AlertCode | null;
  /** Of a reopening: the last day on which deposits are taken. */
  readonly until: Day | null;
}

/** An act as an entry of a journal keeps it: who said it, beside what it says. */
export interface SaidAct extends Omit<Act, 'campaign' | 'finess'> {
  readonly by: Role;
}
