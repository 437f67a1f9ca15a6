import { digitalAccountsOf } from '../../accounts/digital-accounts.ts';
import { nomenclatureOf } from '../../accounts/nomenclature.ts';
import { type CampaignYear, defaultCampaign, financialYear } from '../../campaign/campaign.ts';
import type { Directory } from '../../declarant/directory.ts';
import type { PastFigures } from '../../declarant/reference-set.ts';
import type { Finess } from '../../finess/finess.ts';
import type { AccountLine } from '../../return/details.ts';
import type { ColumnName, Values } from '../columns.ts';
import type { TemplateBody, TemplateRequest } from './template-request.ts';

/** The template that anyone can fill, where no reference set is at hand. */
export function requestOfAnyone(campaign: CampaignYear): TemplateRequest {
  const { deadline } = defaultCampaign(campaign, '');
  return { campaign, deadline, body: null, measures: [] };
}

/**
 * What the template of a body is made of; of anyone, where no body is named. Null where the reference set knows no such
 * declarant or external carrier.
 *
 * @param previousReturn what it declared a year before; null where that is not known: then its published figures of that
 * year are recalled, if the reference set has them
 * @param previousAccounts its digital accounts in that return
 */
export function templateRequest(
  finess: Finess | null,
  directory: Directory,
  campaign: CampaignYear,
  previousReturn: Values | null,
  previousAccounts: readonly AccountLine[] = [],
): TemplateRequest | null {
  const { measures, accounts, campaigns } = directory.reference;
  const announced = campaigns.find(({ year }) => year === campaign);
  const anyone = {
    ...requestOfAnyone(campaign),
    ...(announced ? { deadline: announced.deadline } : {}),
    measures,
  };
  if (finess === null) return anyone;
  if (!directory.isKnown(finess)) return null;
  const declarant = directory.declarant(finess);
  const carried = directory.carried(finess);
  const nomenclature = nomenclatureOf(declarant?.status ?? 'public');
  const body: TemplateBody = {
    finess,
    name: declarant?.name ?? carried?.label ?? finess,
    declarant,
    groups: groupsOf(finess, directory),
    carries: carried !== null,
    nomenclature,
    accounts: digitalAccountsOf(accounts, nomenclature, financialYear(campaign)),
    ...previousOf(previousReturn, directory.past(finess, campaign - 1)),
    previousAccounts: new Map(
      previousAccounts
        .filter((line) => line.nomenclature === nomenclature)
        .map(({ account, amount }) => [account, amount]),
    ),
  };
  return { ...anyone, body };
}

/** Those in which it takes a share, and the one that it carries from outside. */
function groupsOf(finess: Finess, directory: Directory): TemplateBody['groups'] {
  const carried = directory.carried(finess);
  const shared = directory.groupsOf(finess);
  const outside = carried && !shared.includes(carried) ? [carried] : [];
  return [...outside, ...shared].map((group) => ({
    label: group.label,
    role: group === carried ? 'porteur' : 'membre',
  }));
}

function previousOf(
  values: Values | null,
  past: PastFigures | null,
): Pick<TemplateBody, 'previous' | 'previousTotals'> {
  if (values) {
    const previousTotals = { expenses: sumOf(values, TITLES), digital: sumOf(values, DIGITAL_LINES) };
    return { previous: values, previousTotals };
  }
  const previous: Partial<Values> = {
    mutualise_charges: past?.carriedDigital ?? null,
    mutualise_etp_ssi: past?.carriedSsiFte ?? null,
    quote_part_versee: past?.contributions ?? null,
    etp_ssi_internes: past?.ownSsiFte ?? null,
    etp_ssi_externes: past?.externalSsiFte ?? null,
  };
  return {
    previous,
    previousTotals: { expenses: past?.totalExpenses ?? null, digital: past?.ownDigital ?? null },
  };
}

type Summed = Extract<ColumnName, `charges_titre${number}` | `num_${string}`>;
const TITLES: readonly Summed[] = ['charges_titre1', 'charges_titre2', 'charges_titre3', 'charges_titre4'];
const DIGITAL_LINES: readonly Summed[] = ['num_personnel', 'num_medical', 'num_general', 'num_amortissement'];

/** Null where one of them is not known. */
function sumOf(values: Values, columns: readonly Summed[]): bigint | null {
  let sum = 0n;
  for (const column of columns) {
    const value = values[column];
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
