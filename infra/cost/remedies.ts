import { SWEEPS } from '../../shared/contracts/functions.ts';
import { ratio } from '../../shared/domain/numbers/ratio.ts';
import { usagesOf } from './activities.ts';
import { type Amount, formatAmount, plus, times } from './amount.ts';
import { usageOf } from './invocation.ts';
import type { Measured } from './measured.ts';
import { tableOf } from './table.ts';
import { costOfUsage } from './usage.ts';

/** What the sweeps of a year cost, in dollars. */
interface Sweeps {
  readonly editions: Amount;
  readonly returns: Amount;
  /** Of reading every return each minute of the year, as if nothing told when they change. */
  readonly unmarked: Amount;
}

/** Campaigns that a table comes to hold, each swept as long as it is published. */
const CAMPAIGNS = 5n;
const HALF = ratio(1n, 2n);
const QUARTER = ratio(1n, 4n);
const EIGHTH = ratio(1n, 8n);

interface Choice {
  readonly what: string;
  readonly cost: (sweeps: Sweeps) => Amount;
  readonly price: string;
}

const both = ({ editions, returns }: Sweeps) => plus(editions, returns);

const CHOICES: readonly Choice[] = [
  { what: '**as it is**', cost: both, price: '' },
  {
    what: `as it is, once ${CAMPAIGNS} campaigns are published`,
    cost: ({ editions, returns }) => plus(editions, times(returns, ratio(CAMPAIGNS, 1n))),
    price: 'it comes by itself: every campaign ever published is swept, though only one still changes',
  },
  {
    what: 'sweep everything of a campaign in its six open months only',
    cost: ({ editions, returns }) => plus(editions, times(returns, HALF)),
    price: 'the calendar is known; a publication or an erasure out of season must ask for a sweep',
  },
  {
    what: 'sweep everything each hour',
    cost: ({ editions, returns }) => plus(editions, times(returns, QUARTER)),
    price: 'one number; what a crash loses is found within the hour',
  },
  {
    what: 'both',
    cost: ({ editions, returns }) => plus(editions, times(returns, EIGHTH)),
    price: '',
  },
  {
    what: 'without the mark that tells when returns change',
    cost: ({ unmarked, returns }) => plus(unmarked, returns),
    price: 'what was turned down: every return read each minute',
  },
];

/** What the sweeps cost, what would make them cheaper, and what it would cost otherwise. */
export function remediesSection(measured: Measured): string {
  const minutes = (365n * 24n * 3_600n) / BigInt(SWEEPS.editions);
  const sweeps = [1n, 10n, 100n].map((scale): Sweeps => {
    const { sweepEditions, sweepReturns } = usagesOf(measured, scale);
    return {
      editions: costOfUsage(sweepEditions),
      returns: costOfUsage(sweepReturns),
      unmarked: costOfUsage(usageOf('sweep-editions', minutes, scale, measured)),
    };
  });
  const rows = CHOICES.map(({ what, cost, price }) => [
    what,
    ...sweeps.map((one) => formatAmount(cost(one))),
    price,
  ]);
  return `## What the sweeps cost, and might

The sweeps run all year, whatever is deposited. Each minute one looks at a mark, and reads every return when there is a new one; each quarter of an hour one reads every return, journal and verdict, which makes good what a crash lost. DynamoDB bills an item whole, even where two of its attributes are asked for. Dollars a year.

${tableOf(['', 'as priced\t', '× 10\t', '× 100\t', 'its price'], rows)}`;
}
