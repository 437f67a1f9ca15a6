import type { CampaignYear } from '../../shared/domain/campaign/campaign.ts';
import { ratio } from '../../shared/domain/numbers/ratio.ts';
import type { ComparedOutcome } from '../../shared/domain/report/changes-since.ts';
import type { RegionalReport } from '../../shared/domain/report/regional-report.ts';
import type { TrendPoint } from '../../shared/domain/report/trend.ts';

const published = (digitalShare: bigint, retainedSsiFte: bigint): ComparedOutcome => ({
  state: 'calcule',
  reasons: [],
  digitalShare: ratio(digitalShare, 1_000_000n),
  retainedDigital: digitalShare,
  totalExpenses: 1_000_000n,
  retainedSsiFte,
});

/** The same report with three campaigns before, a break in each way, and a reference edition to compare with. */
export function withComparisons(report: RegionalReport): RegionalReport {
  const [first, second, third] = report.rows;
  const inHand = report.trend.at(-1);
  if (!first || !second || !third || !inHand) throw new Error('a report of three declarants at least');
  const past = (campaign: number, n: number, retained: bigint, breaks: TrendPoint['breaks']): TrendPoint => ({
    campaign: campaign as CampaignYear,
    n,
    expected: null,
    retainedDigital: retained,
    totalExpenses: 10_000_000_00n,
    digitalShare: ratio(retained, 10_000_000_00n),
    retainedSsiFte: 1_250n,
    ruleSet: null,
    breaks,
  });
  return {
    ...report,
    rows: report.rows.map((row) =>
      row.declarant.finess === first.declarant.finess ? { ...row, breaks: ['fusion', 'regles'] } : row,
    ),
    trend: [
      past(report.campaign - 3, 5, 110_000_00n, []),
      past(report.campaign - 2, 8, 120_000_01n, ['succession']),
      past(report.campaign - 1, 9, 133_333_33n, []),
      { ...inHand, breaks: ['fusion', 'regles'] },
    ],
    changes: {
      compared: 20,
      changes: [
        {
          finess: first.declarant.finess,
          name: first.declarant.name,
          kind: 'modifie',
          before: published(8_123n, 100n),
          after: published(9_457n, 67n),
          columns: ['part_numerique', 'etp_ssi_retenus'],
        },
        {
          finess: second.declarant.finess,
          name: null,
          kind: 'parti',
          before: published(1n, 0n),
          after: null,
          columns: [],
        },
        {
          finess: third.declarant.finess,
          name: third.declarant.name,
          kind: 'arrive',
          before: null,
          after: { ...published(0n, 0n), state: 'non_repondant', digitalShare: null, retainedSsiFte: null },
          columns: [],
        },
      ],
    },
  };
}
