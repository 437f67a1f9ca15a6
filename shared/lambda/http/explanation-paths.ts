import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { SliceAsked } from '../../domain/explain/slice-sums.ts';
import type { FigureColumn } from '../../domain/report/figure-texts.ts';

/** Where a figure of a declarant is explained: a path of the API. */
export function figurePath(campaign: CampaignYear, finess: string, figure: FigureColumn): string {
  return `/campagnes/${campaign}/explications/chiffres/${finess}/${figure}`;
}

/** Where what each declarant brings to an aggregate is listed. */
export function contributionsPath(campaign: CampaignYear, { axis, slice, indicator }: SliceAsked): string {
  const query = new URLSearchParams({ axe: axis, tranche: slice, indicateur: indicator });
  return `/campagnes/${campaign}/contributions?${query}`;
}
