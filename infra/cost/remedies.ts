import { FUNCTIONS, SWEEPS } from '../../shared/contracts/functions.ts';
import { ratio } from '../../shared/domain/numbers/ratio.ts';
import { usagesOf } from './activities.ts';
import { type Amount, formatAmount, plus, times } from './amount.ts';
import { CLOUD } from './assumptions.ts';
import type { Measured } from './measured.ts';
import { tableOf } from './table.ts';
import { costOfUsage, type Usage } from './usage.ts';

/** What the two sweeps of a year cost, in dollars. */
interface Sweeps {
  readonly editions: Amount;
  readonly returns: Amount;
}

/** Months in which a campaign takes deposits: outside of them nothing changes that a sweep could find. */
const OPEN_MONTHS = 6n;
/** Campaigns that a table comes to hold, each swept as long as it is published. */
const CAMPAIGNS = 5n;

interface Remedy {
  readonly what: string;
  readonly cost: (sweeps: Sweeps) => Amount;
  readonly price: string;
}

const part = (numerator: bigint, denominator: bigint) => ratio(numerator, denominator);
const both = ({ editions, returns }: Sweeps) => plus(editions, returns);
const minutely = ({ editions, returns }: Sweeps) =>
  plus(
    plus(times(editions, part(BigInt(SWEEPS.editions), BigInt(SWEEPS.returns))), costOfUsage(glances())),
    returns,
  );

const REMEDIES: readonly Remedy[] = [
  { what: 'as it is', cost: both, price: '' },
  {
    what: `as it is, once ${CAMPAIGNS} campaigns are published`,
    cost: (sweeps) => times(both(sweeps), part(CAMPAIGNS, 1n)),
    price: 'it comes by itself: every campaign ever published is swept',
  },
  {
    what: 'look for workbooks each five minutes',
    cost: ({ editions, returns }) => plus(times(editions, part(1n, 5n)), returns),
    price: 'one number; a workbook waits up to five minutes',
  },
  {
    what: 'read without strong consistency in the sweep for workbooks',
    cost: ({ editions, returns }) => plus(times(editions, part(1n, 2n)), returns),
    price: 'one option of one query; what is missed is seen a minute later',
  },
  {
    what: `sweep a campaign in its ${OPEN_MONTHS} open months only`,
    cost: (sweeps) => times(both(sweeps), part(OPEN_MONTHS, 12n)),
    price: 'the calendar is known; a publication or an erasure out of season asks for a sweep of its own',
  },
  {
    what: 'a mark per region, read each minute; everything each quarter of an hour',
    cost: minutely,
    price:
      'one item per region, written after its returns; a crash between the two delays a workbook by a quarter of an hour',
  },
  {
    what: 'marks, in the open months only',
    cost: (sweeps) => times(minutely(sweeps), part(OPEN_MONTHS, 12n)),
    price: 'both',
  },
];

/** A glance each minute of the year at the marks of all regions: two calls, two units. */
function glances(): Usage {
  const count = (365n * 24n * 3_600n) / BigInt(SWEEPS.editions);
  const us = 2n * CLOUD.tableCallUs.value + CLOUD.tableCallUs.value;
  return {
    scheduledCalls: count,
    lambdaCalls: count,
    lambdaMbMs: (count * us * BigInt(FUNCTIONS.sweep.memory)) / 1_000n,
    readUnits: 2n * count,
    logBytes: count * CLOUD.platformLogBytes.value,
    logByteMonths: count * CLOUD.platformLogBytes.value * CLOUD.logMonths.value,
  };
}

/** What would make the sweeps cheaper, and what it would cost otherwise. */
export function remediesSection(measured: Measured): string {
  const scales = [1n, 10n, 100n];
  const sweeps = scales.map((scale): Sweeps => {
    const { sweepEditions, sweepReturns } = usagesOf(measured, scale);
    return { editions: costOfUsage(sweepEditions), returns: costOfUsage(sweepReturns) };
  });
  const rows = REMEDIES.map(({ what, cost, price }) => [
    what,
    ...sweeps.map((one) => formatAmount(cost(one))),
    price,
  ]);
  return `## What the sweeps cost, and might

The sweeps run all year, whatever is deposited: they read every return each minute, and every journal each quarter of an hour. DynamoDB bills an item whole, even where two of its attributes are asked for. Dollars a year for both sweeps.

${tableOf(['', 'as priced\t', '× 10\t', '× 100\t', 'its price'], rows)}`;
}
