import type { Indicator } from '../aggregates/aggregate.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import { readHundredths } from '../numbers/read-hundredths.ts';
import { type SlicePlace, slicePlaceOf } from './slice-place.ts';
import type { TableLine } from './table-lines.ts';

/** One line of aggregates.csv, as an edition of the nation published it: what a region is compared with. */
export interface PublishedAggregate extends SlicePlace {
  readonly n: number;
  readonly expected: number;
  /** Cents, or hundredths of an FTE; null when n is zero. */
  readonly numerator: bigint | null;
  /** Cents; null for FTE, and when n is zero. */
  readonly denominator: bigint | null;
  /** As rounded when it was published: six decimals for the parts, two for FTE. */
  readonly median: Ratio | null;
  readonly q1: Ratio | null;
  readonly q3: Ratio | null;
}

/** @throws Error for a line that aggregatesTable did not write. */
export function publishedAggregate(line: TableLine): PublishedAggregate {
  const decimals = DECIMALS[slicePlaceOf(line).indicator];
  return {
    ...slicePlaceOf(line),
    n: Number(line['n']),
    expected: Number(line['attendus']),
    numerator: hundredths(line, 'numerateur'),
    denominator: hundredths(line, 'denominateur'),
    median: decimal(line, 'mediane', decimals),
    q1: decimal(line, 'q1', decimals),
    q3: decimal(line, 'q3', decimals),
  };
}

const DECIMALS: Readonly<Record<Indicator, number>> = {
  part_numerique: 6,
  part_investissement: 6,
  etp_ssi_retenus: 2,
};

function hundredths(line: TableLine, column: string): bigint | null {
  const text = line[column] ?? '';
  if (text === '') return null;
  const reading = readHundredths(text);
  if (!reading.ok) throw new Error(`${column} of an aggregate is « ${text} »`);
  return reading.value;
}

/** `0.012345` as 12345 over a million. */
function decimal(line: TableLine, column: string, decimals: number): Ratio | null {
  const text = line[column] ?? '';
  return text === '' ? null : ratio(BigInt(text.replace('.', '')), 10n ** BigInt(decimals));
}
