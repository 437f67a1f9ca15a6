import * as fc from 'fast-check';
import { writeCsv } from '../../../shared/adapters/tables/write-csv.ts';
import { aggregate } from '../../../shared/domain/aggregates/aggregate.ts';
import type { CampaignYear } from '../../../shared/domain/campaign/campaign.ts';
import { directoryOf } from '../../../shared/domain/declarant/directory.ts';
import type { Declarant } from '../../../shared/domain/declarant/reference-set.ts';
import type { Figures, Outcome } from '../../../shared/domain/figures/figures.ts';
import { withKey } from '../../../shared/domain/finess/finess.ts';
import { ratio } from '../../../shared/domain/numbers/ratio.ts';
import { aggregatesTable } from '../../../shared/domain/report/aggregates-table.ts';
import type { ReportContext } from '../../../shared/domain/report/build-regional-report.ts';
import { outcomeOf, type Standing } from '../../../shared/domain/report/standing.ts';
import { foldEntries } from '../../../shared/domain/return/fold.ts';
import { LATEST_RULE_SET } from '../../../shared/domain/rules/rule-sets.ts';
import { referenceSet } from '../../builders/directory.ts';
import { fictionalCampaign } from '../../builders/fictional-campaign.ts';
import { onLake, partitionsOf } from '../../builders/lake-folder.ts';

const TEXT = new TextDecoder();

/** aggregates.csv as the application writes it, and as the view gives it. */
async function bothWays(standing: Standing, context: ReportContext) {
  const { campaign, directory } = context;
  const observations = directory.reference.declarants.map((declarant) => ({
    declarant,
    outcome: outcomeOf(standing, declarant.finess),
  }));
  const written = writeCsv(aggregatesTable(campaign, aggregate(observations)));
  const asked = await onLake(partitionsOf(standing, context), (database) =>
    database.query('SELECT * FROM agregats'),
  );
  const rows = [
    asked.columns.map(({ name }) => name),
    ...asked.rows.map((row) => row.map((cell) => cell ?? '')),
  ];
  return { written: TEXT.decode(written), asked: TEXT.decode(writeCsv(rows)) };
}

describe('the view agregats', () => {
  it.each([3, 20, 57, 500])('equals aggregates.csv byte for byte on %d declarants', async (declarants) => {
    const { standing, context } = fictionalCampaign(declarants);
    const { written, asked } = await bothWays(standing, context);
    expect(written.split('\n').length).toBeGreaterThan(20);
    expect(asked).toBe(written);
  });

  it('equals it whatever the figures, up to the largest that a declaration can hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyOutcomes, async (outcomes) => {
        const { standing, context } = campaignOf(outcomes);
        const { written, asked } = await bothWays(standing, context);
        expect(asked).toBe(written);
      }),
      { numRuns: 15 },
    );
  });

  it('tells apart values that differ at the nineteenth decimal alone', async () => {
    const third = part(1n, 3_000_000n);
    const close = part(4_400_000n, 1_500_000n * 4_400_000n + 1n);
    const closer = part(1n, 1_500_000n);
    // The first quartile is half of a millionth with the closer one, and just under it with the other.
    for (const values of [
      [third, close, closer],
      [third, closer, close],
    ]) {
      const { standing, context } = campaignOf(values);
      const { written, asked } = await bothWays(standing, context);
      expect(written).toMatch(/nation;FR;part_numerique;3;3;.*;0\.000001;0\.000000;0\.000001\n/);
      expect(asked).toBe(written);
    }
  });
});

/** Below the 10^13 euros of a cell, in cents; small ones and ties among them, so that quartiles fall between equals. */
const cents = (max: bigint) => fc.oneof(fc.bigInt(0n, 3n), fc.bigInt(0n, 10_000n), fc.bigInt(0n, max));
const LARGEST = 10n ** 15n - 1n;

function part(retained: bigint, total: bigint): Outcome {
  return { state: 'calcule', figures: figuresOf({ total, retained, fte: 0n, investment: null }) };
}

interface Drawn {
  readonly total: bigint;
  readonly retained: bigint;
  readonly fte: bigint;
  readonly investment: readonly [bigint, bigint] | null;
}

const anyFigures: fc.Arbitrary<Figures> = fc
  .record({
    total: cents(4n * LARGEST).map((total) => total + 1n),
    retained: cents(8n * LARGEST),
    fte: cents(LARGEST),
    investment: fc.option(fc.tuple(cents(LARGEST), cents(LARGEST - 1n))),
  })
  .map(figuresOf);

function figuresOf({ total, retained, fte, investment }: Drawn): Figures {
  return {
    totalExpenses: total,
    ownDigital: retained,
    carriedDigital: 0n,
    contributions: 0n,
    allocatedDigital: 0n,
    retainedDigital: retained,
    digitalShare: ratio(retained, total),
    investmentShare: investment && ratio(investment[0], investment[1] + 1n),
    ownSsiFte: fte,
    carriedSsiFte: 0n,
    allocatedSsiFte: 0n,
    retainedSsiFte: fte,
    externalSsiFte: null,
    shares: [],
  };
}

const anyOutcomes: fc.Arbitrary<readonly Outcome[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: anyFigures.map((figures): Outcome => ({ state: 'calcule', figures })) },
    { weight: 1, arbitrary: fc.constant<Outcome>({ state: 'non_repondant' }) },
    {
      weight: 1,
      arbitrary: fc.constant<Outcome>({ state: 'non_calcule', reasons: ['comptes-non-clos', 'budget-nul'] }),
    },
  ),
  { minLength: 1, maxLength: 12 },
);

const REGIONS = ['01', '84', '975'] as const;
const STATUSES = ['public', 'prive_lucratif'] as const;

function campaignOf(outcomes: readonly Outcome[]): { standing: Standing; context: ReportContext } {
  const declarants = outcomes
    .map(
      (_, rank): Declarant => ({
        finess: withKey(`69${String(rank).padStart(6, '0')}`),
        name: `Établissement ${rank}`,
        status: STATUSES[rank % 2] ?? 'public',
        category: rank % 3 === 0 ? '355' : '101',
        region: REGIONS[rank % 3] ?? '84',
        department: '69',
        legalEntity: withKey('69000000'),
      }),
    )
    .sort((a, b) => (a.finess < b.finess ? -1 : 1));
  const silent = foldEntries([], LATEST_RULE_SET);
  const standing = new Map(
    declarants.map(({ finess }, index) => [finess, { state: silent, outcome: outcomes[index] ?? null }]),
  );
  const directory = directoryOf(referenceSet({ declarants, groups: [] }));
  const context = {
    campaign: 2026 as CampaignYear,
    generation: 'f00d',
    directory,
    rules: LATEST_RULE_SET,
  };
  return { standing, context };
}
