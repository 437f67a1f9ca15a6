import type { DigitalAccount, Nomenclature } from '../../accounts/digital-account.ts';
import type { Day } from '../../calendar/day.ts';
import type { CampaignYear } from '../../campaign/campaign.ts';
import type { Declarant } from '../../declarant/reference-set.ts';
import type { Finess } from '../../finess/finess.ts';
import type { Measure } from '../../maturity/measure.ts';
import type { Values } from '../columns.ts';

/** What a template is made of: the campaign, and the body for which it is made, if any. */
export interface TemplateRequest {
  readonly campaign: CampaignYear;
  /** Announced for the campaign. */
  readonly deadline: Day;
  /** Null: the template that anyone can fill, with every sheet and nothing prefilled. */
  readonly body: TemplateBody | null;
  /** The questionnaire; blank where the reference set has none. */
  readonly measures: readonly Measure[];
}

export interface TemplateBody {
  readonly finess: Finess;
  readonly name: string;
  /** Null for an external carrier: it files its closure and its pool alone. */
  readonly declarant: Declarant | null;
  /** Labels of the groups, with what the body is in each. */
  readonly groups: readonly { readonly label: string; readonly role: 'porteur' | 'membre' }[];
  readonly carries: boolean;
  /** Its chart of accounts, by its legal status: our rule. */
  readonly nomenclature: Nomenclature;
  /** Digital accounts of that chart, in force for the financial year. */
  readonly accounts: readonly DigitalAccount[];
  /** What it declared, or had, a year before; blank where nothing is known. */
  readonly previous: Partial<Values>;
  /** Cents: totals of a year before, where they are known; null elsewhere. */
  readonly previousTotals: { readonly expenses: bigint | null; readonly digital: bigint | null };
  /** Cents: amounts of its digital accounts a year before, by account. */
  readonly previousAccounts: ReadonlyMap<string, bigint>;
}
