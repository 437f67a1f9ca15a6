import { FUNCTIONS, type FunctionName, QUEUES, SWEEPS } from '../../shared/contracts/functions.ts';
import { CAMPAIGN, CLOUD } from './assumptions.ts';
import { ceil, durationUs, stretched } from './invocation.ts';
import type { CaseName, KeptName, Measured } from './measured.ts';

/** Something that grows with the campaign, and the bound that it will meet. */
export interface Limit {
  readonly what: string;
  readonly unit: string;
  /** With the declarants of the campaign that is priced. */
  readonly now: bigint;
  readonly bound: bigint;
  readonly why: string;
  readonly remedy: string;
}

/** Declarants at which it is met, were nothing changed. */
export function breaksAt({ now, bound }: Limit): bigint {
  return now === 0n ? 0n : (CAMPAIGN.declarants.value * bound) / now;
}

const SECOND = 1_000_000n;
/** Of one partition, per second: AWS, « Best practices for designing partition keys ». */
const PARTITION = { reads: 3_000n, writes: 1_000n } as const;
/** Keys in one answer of S3. */
const LISTED = 1_000n;

/** Where the design stops being linear, nearest bound first. */
export function limitsOf(measured: Measured): readonly Limit[] {
  const limits = [...timeLimits(measured), ...memoryLimits(measured), ...partitionLimits(measured)];
  const order = (a: Limit, b: Limit) => (breaksAt(a) < breaksAt(b) ? -1 : breaksAt(a) > breaksAt(b) ? 1 : 0);
  return limits.filter(({ now }) => now > 0n).toSorted(order);
}

function timeLimits(measured: Measured): readonly Limit[] {
  const { largestTerritory, declarants, territories } = measured.population;
  const within = (
    name: CaseName,
    seconds: number,
    rest: { readonly what: string; readonly why: string; readonly remedy: string; readonly now?: bigint },
  ): Limit => ({
    unit: 'ms',
    now: ceil(durationUs(measured.cases[name], 1n), 1_000n),
    bound: BigInt(seconds) * 1_000n,
    ...rest,
  });
  const timeout = (name: FunctionName) => FUNCTIONS[name].timeout;
  // Measured on every region in turn: the largest takes that much more than the mean.
  const largest = (name: CaseName) =>
    ceil(durationUs(measured.cases[name], 1n) * largestTerritory * territories, declarants * 1_000n);
  const reference = CLOUD.runtimeStartUs.value + stretched('show-establishment', measured.referenceUs);
  return [
    within('sweep-editions', SWEEPS.editions, {
      what: 'one sweep for workbooks',
      why: 'the next one starts after a minute',
      remedy: 'sweeps overlap: nothing is lost, each return is read twice a minute',
    }),
    within('sweep-returns', timeout('sweep'), {
      what: 'one sweep for verdicts and returns',
      why: 'timeout of the function',
      remedy: 'sweep one territory per call',
    }),
    within('build-national', timeout('build-national'), {
      what: 'one national edition',
      why: 'timeout of the function',
      remedy: 'aggregate by region first',
    }),
    within('build-workbook', timeout('build-workbook'), {
      what: 'one edition of the largest region',
      why: 'timeout of the function',
      remedy: 'one workbook per département, or a streaming writer',
      now: largest('build-workbook'),
    }),
    within('rebuild-campaign', timeout('rebuild-campaign'), {
      what: 'asking for every deposit to be read again',
      why: 'API Gateway waits no longer',
      remedy: 'send one message that a queue function unfolds; the sweep already does as much, later',
    }),
    within('show-region', timeout('show-region'), {
      what: 'the dashboard of the largest region',
      why: 'timeout of the function',
      remedy: 'serve it from a snapshot of the region, as the nation is',
      now: largest('show-region'),
    }),
    {
      what: 'the reference set read back by a function that starts',
      unit: 'ms',
      now: ceil(reference, 1_000n),
      bound: BigInt(timeout('show-establishment')) * 1_000n,
      why: 'timeout of the first call',
      remedy: 'keep it by territory',
    },
  ];
}

/** Functions that hold all of a region or of the nation at once; the others hold the reference set and little else. */
const HOLD_ALL = ['build-workbook', 'build-national', 'sweep', 'show-region', 'rebuild-campaign'] as const;

function memoryLimits(measured: Measured): readonly Limit[] {
  const held = Object.entries(measured.memory).filter(([name]) => HOLD_ALL.some((one) => one === name));
  return held.map(([name, { startMb, peakMb }]) => {
    const { memory } = FUNCTIONS[name as FunctionName];
    return {
      what: `memory of ${name} beyond what it starts with`,
      unit: 'MB',
      now: peakMb - startMb,
      bound: BigInt(memory) - startMb,
      why: `${memory} MB, of which ${startMb} before any work`,
      remedy: 'more memory, up to 10 240 MB; then read by page',
    };
  });
}

function partitionLimits(measured: Measured): readonly Limit[] {
  const deposits = CAMPAIGN.declarants.value * (CAMPAIGN.depositsEach.value + CAMPAIGN.actsEach.value);
  const perHour = (deposits * CAMPAIGN.busiestHour.value) / 100n;
  const bytes = (name: KeptName) => ceil(measured.kept[name].bytes, measured.kept[name].count);
  /** Per hour, as many units as writing items of that kind at the rate of the busiest hour takes. */
  const writes = (name: KeptName, share = { of: 1n, in: 1n }) =>
    ceil(perHour * ceil(bytes(name), 1_024n) * share.of, share.in);
  const bound = PARTITION.writes * 3_600n;
  const { largestTerritory, declarants } = measured.population;
  const ofLargest = { of: largestTerritory * CAMPAIGN.computationsEach.value, in: declarants };
  const verdictReads = ceil(bytes('verdict-item') * deposits, 4_096n);
  const hot = { unit: 'write units per hour', bound, why: '1 000 a second in one partition' } as const;
  const ofRegion = (name: KeptName, count: bigint) =>
    ceil(bytes(name) * count * largestTerritory, declarants * 4_096n);
  const read = {
    unit: 'read units',
    bound: PARTITION.reads,
    why: '3 000 a second in one partition, and what it saved in five minutes',
    remedy: 'nothing at first: the SDK waits and asks again; then spread a region over several partitions',
  } as const;
  return [
    {
      ...hot,
      what: 'verdicts in the busiest hour, one partition per campaign',
      now: writes('verdict-item'),
      remedy: 'one partition per territory',
    },
    {
      ...hot,
      what: 'openings in the busiest hour, on the shelf of all',
      now: ceil(writes('opening'), 3n),
      remedy: 'one shelf per day',
    },
    {
      ...hot,
      what: 'returns of the largest region in the busiest hour',
      now: writes('return', ofLargest),
      remedy: 'spread a region over several partitions',
    },
    {
      ...read,
      what: 'the returns of the largest region, read in one go by a sweep',
      now: ofRegion('return', declarants),
    },
    {
      ...read,
      what: 'the journal of the largest region, read in one go by a sweep',
      now: ofRegion('entry', deposits),
    },
    {
      what: 'reading every verdict of a campaign, in each sweep for returns',
      unit: 'read units',
      now: verdictReads,
      bound: PARTITION.reads * BigInt(FUNCTIONS.sweep.timeout),
      why: `3 000 a second in one partition, ${FUNCTIONS.sweep.timeout} s`,
      remedy: 'one partition per territory',
    },
    {
      what: 'listing every fact of a campaign, in each sweep for returns',
      unit: 'ms',
      now: ceil(ceil(deposits, LISTED) * CLOUD.objectCallUs.value, 1_000n),
      bound: BigInt(FUNCTIONS.sweep.timeout) * 1_000n,
      why: `a thousand keys at a time, ${FUNCTIONS.sweep.timeout} s`,
      remedy: 'list since the last sweep: keys sort by time',
    },
  ];
}

/** How long reading a whole campaign again takes, seconds, were every queue as busy as it may be. */
export function rebuildSeconds(
  measured: Measured,
  scale: bigint,
): Readonly<Record<'read' | 'compute' | 'build', bigint>> {
  const declarants = CAMPAIGN.declarants.value * scale;
  const deposits = declarants * (CAMPAIGN.depositsEach.value + CAMPAIGN.actsEach.value);
  const drain = (name: CaseName, batches: bigint, atOnce: number, growth = 1n) =>
    ceil(durationUs(measured.cases[name], growth) * batches, BigInt(atOnce) * SECOND);
  const { 'read-deposit': reads, 'compute-figures': computes, 'build-workbook': builds } = QUEUES;
  return {
    read: drain('read-deposits', ceil(deposits, BigInt(reads.batchSize)), reads.maxConcurrency),
    compute: drain(
      'compute-many',
      ceil(deposits * CAMPAIGN.computationsEach.value, BigInt(computes.batchSize)),
      computes.maxConcurrency,
    ),
    build: drain('build-workbook', CAMPAIGN.territories.value, builds.maxConcurrency, scale),
  };
}
