import type { Aggregate } from '../aggregates/aggregate.ts';
import type { CampaignYear } from '../campaign/campaign.ts';
import { formatHundredths } from '../numbers/format-hundredths.ts';
import { formatRatio, type Ratio } from '../numbers/ratio.ts';

/** Columns of aggregates.csv, in order (contracts.md, « Main job »). */
export const AGGREGATES_HEADER = [
  'campagne',
  'axe',
  'tranche',
  'indicateur',
  'n',
  'attendus',
  'numerateur',
  'denominateur',
  'valeur',
  'mediane',
  'q1',
  'q3',
] as const;

/** One line per slice and indicator, header first. Parts are written with six decimals, FTE with two. */
export function aggregatesTable(
  campaign: CampaignYear,
  aggregates: readonly Aggregate[],
): readonly (readonly string[])[] {
  return [
    AGGREGATES_HEADER,
    ...aggregates.map(
      ({ axis, slice, indicator, n, expected, numerator, denominator, value, median, q1, q3 }) => {
        const decimals = indicator === 'etp_ssi_retenus' ? 2 : 6;
        const write = (figure: Ratio | null) => (figure ? formatRatio(figure, decimals) : '');
        return [
          String(campaign),
          axis,
          slice,
          indicator,
          String(n),
          String(expected),
          numerator === null ? '' : formatHundredths(numerator),
          denominator === null ? '' : formatHundredths(denominator),
          write(value),
          write(median),
          write(q1),
          write(q3),
        ];
      },
    ),
  ];
}
