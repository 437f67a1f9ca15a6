import type { Day } from '../calendar/day.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { type Ratio, ratio } from '../numbers/ratio.ts';
import type { Progress } from './progress.ts';

/** Where a region stands, in numbers of declarants. */
export interface Dashboard {
  readonly expected: number;
  /** At least one row was taken. */
  readonly received: number;
  /** Something was deposited, and every row refused. */
  readonly refused: number;
  readonly computed: number;
  /** To be chased, and the deadline has passed. */
  readonly late: number;
  /** Without figures and not waived, whatever the date. */
  readonly toChase: number;
  readonly waived: number;
  /** Computed over expected; null where nobody is expected. */
  readonly coverage: Ratio | null;
}

/** @param declarants how far each of the region's has come. The deadline is its whole day long: late is after it. */
export function dashboardOf(
  declarants: readonly Progress[],
  { deadline }: Pick<Campaign, 'deadline'>,
  today: Day,
): Dashboard {
  const count = (holds: (progress: Progress) => boolean) => declarants.filter(holds).length;
  const expected = declarants.length;
  const computed = count(({ situation }) => situation === 'calcule');
  const toChase = count((progress) => progress.toChase);
  return {
    expected,
    received: computed + count(({ situation }) => situation === 'non-calcule'),
    refused: count(({ situation }) => situation === 'refuse'),
    computed,
    late: today > deadline ? toChase : 0,
    toChase,
    waived: count(({ waived }) => waived),
    coverage: expected === 0 ? null : ratio(BigInt(computed), BigInt(expected)),
  };
}
