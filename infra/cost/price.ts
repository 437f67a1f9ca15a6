import { ratio } from '../../shared/domain/numbers/ratio.ts';
import { type Amount, amountOf, times } from './amount.ts';

/**
 * How far a price can be trusted. `list`: AWS's price list of eu-west-3, as a third party read and published it;
 * `everywhere`: AWS's own page, one price for every region; `elsewhere`: the price of us-east-1, the one found;
 * `extrapolated`: the price of us-east-1 times the ratio of what is known in both regions.
 */
type Certainty = 'list' | 'everywhere' | 'elsewhere' | 'extrapolated';

export interface Price {
  /** Dollars before tax, for `per` of what is counted. */
  readonly usd: string;
  readonly per: bigint;
  /** What is counted, and what the bill says. */
  readonly counted: string;
  readonly billed: string;
  readonly certainty: Certainty;
  /** Day on which the source read it. */
  readonly readOn: string;
  readonly source: string;
  /** Of an extrapolated one: `usd` is their product. */
  readonly from?: { readonly usd: string; readonly ratio: string };
}

/** What that much costs, exactly. */
export function costOf(quantity: bigint, { usd, per }: Price): Amount {
  return times(amountOf(usd), ratio(quantity, per));
}
