import { ACTIVITIES, type Activity, usagesOf } from '../../../infra/cost/activities.ts';
import { formatAmount } from '../../../infra/cost/amount.ts';
import { durationUs, usageOf } from '../../../infra/cost/invocation.ts';
import { breaksAt, limitsOf, rebuildSeconds } from '../../../infra/cost/limits.ts';
import { costOfUsage, repeated, together, type Usage } from '../../../infra/cost/usage.ts';
import { measuredSample } from './sample.ts';

const measured = measuredSample();
const MINUTES_A_YEAR = 525_600n;

describe('one call of a function', () => {
  it('is billed its processor time at the share of its memory, and its calls one after the other', () => {
    // 512 MB of the 1,769 of a processor: 10 ms take 34.55; 2 calls to the table, 2 to objects, 1 to the queue.
    expect(durationUs(measured.cases['show-deposit'], 1n)).toBe(34_551n + 10_000n + 60_000n + 10_000n);
    // 2,048 MB: no faster than one processor.
    expect(durationUs(measured.cases['read-deposit'], 1n)).toBe(10_000n + 10_000n + 60_000n + 10_000n);
  });

  it('grows with the campaign only where it reads all of a region or of the nation', () => {
    const units = (name: 'sweep-editions' | 'show-deposit', scale: bigint) =>
      usageOf(name, 7n, scale, measured).readUnits;
    expect(units('sweep-editions', 10n)).toBe(280n);
    expect(units('show-deposit', 10n)).toBe(28n);
  });

  it('pays the gateway and its answer only where it answers somebody', () => {
    expect(usageOf('show-deposit', 3n, 1n, measured)).toMatchObject({ apiRequests: 3n, sentBytes: 3_000n });
    expect(usageOf('read-deposit', 3n, 1n, measured)).not.toHaveProperty('apiRequests');
  });
});

describe('a year of one campaign', () => {
  const one = usagesOf(measured, 1n);
  const ten = usagesOf(measured, 10n);

  it('glances each minute, reads every return after a change, and all of it each quarter of an hour', () => {
    // 17,000 deposits and acts, two looks each; with a hundred times as many, each minute of the six months.
    const looks = (scale: bigint) =>
      (usagesOf(measured, scale).sweepEditions.lambdaCalls ?? 0n) - MINUTES_A_YEAR;
    expect(looks(1n)).toBe(34_000n);
    expect(looks(100n)).toBe(262_800n);
    expect(one.sweepEditions.readUnits).toBe(4n * (MINUTES_A_YEAR + 34_000n));
    expect(one.sweepReturns.lambdaCalls).toBe(MINUTES_A_YEAR / 15n);
  });

  it('with ten times the declarants: ten times for what each does and keeps, the same for what is there anyway', () => {
    const dollars = (usage: Usage) => formatAmount(costOfUsage(usage));
    for (const activity of ['deposits', 'exchange', 'figures', 'establishments'] as const)
      expect(dollars(ten[activity])).toBe(dollars(repeated(one[activity], 10n)));
    expect(dollars(ten.standing)).toBe(dollars(one.standing));
    expect(ten.sweepReturns.readUnits).toBe(10n * (one.sweepReturns.readUnits ?? 0n));
    expect(ten.sweepReturns.lambdaCalls).toBe(one.sweepReturns.lambdaCalls);
  });

  it('keeps what it was given for twelve months', () => {
    // 17,000 deposits and acts, each an entry, a verdict and openings; 3,400 returns; 2 KB each, and 100 bytes an item.
    const [things, items] = [3n * 17_000n + 3_400n, 6n * 17_000n + 3_400n];
    expect(one.storage.tableByteMonths).toBe(12n * (2_048n * things + 100n * items));
  });

  it('checks each file twice before it is deposited, and hands it back once; makes each template once', () => {
    const { lambdaCalls, sentBytes, objectReads, writeUnits } = one.exchange;
    const [checks, annotated, templates] = [20_400n, 10_200n, 3_400n];
    expect(lambdaCalls).toBe(checks + annotated + templates);
    // An answer of 1,000 bytes to each call, then 2 KB from S3 for each link.
    expect(sentBytes).toBe(1_000n * (checks + annotated + templates) + 2_048n * (annotated + templates));
    expect(objectReads).toBe(checks + annotated + templates + (annotated + templates));
    expect(writeUnits).toBe(checks + annotated + templates);
    const kept = usagesOf(
      { ...measured, kept: { ...measured.kept, template: { count: 1n, bytes: 0n } } },
      1n,
    );
    const less = (one.storage.objectByteMonths ?? 0n) - (kept.storage.objectByteMonths ?? 0n);
    expect(less).toBe(12n * 2_048n * templates);
  });

  it('adds up: all activities together are the whole, to the last unit', () => {
    const names = Object.keys(ACTIVITIES) as readonly Activity[];
    const whole = together(names.map((name) => one[name]));
    const calls = names.reduce((sum, name) => sum + (one[name].lambdaCalls ?? 0n), 0n);
    expect(whole.lambdaCalls).toBe(calls);
  });
});

describe('where it stops being linear', () => {
  it('is told nearest first, in declarants', () => {
    const met = limitsOf(measured).map(breaksAt);
    expect(met).toEqual(met.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    const sweep = limitsOf(measured).find(({ what }) => what === 'one sweep for workbooks');
    // 10 ms of processor, 10 of table, 60 of objects, 10 of queue: 90 of 60,000 ms.
    expect(sweep).toMatchObject({ now: 90n, bound: 60_000n });
    expect(sweep && breaksAt(sweep)).toBe((3_400n * 60_000n) / 90n);
  });

  it('counts memory from what a function weighs before it works', () => {
    const memory = limitsOf(measured).find(({ what }) => what.includes('build-national'));
    expect(memory).toMatchObject({ now: 200n, bound: 2_908n });
  });

  it('and a rebuild takes as long as its queues drain', () => {
    // 17,000 by fives, 20 at once, 90 ms each.
    expect(rebuildSeconds(measured, 1n).read).toBe(16n);
    expect(rebuildSeconds(measured, 10n).build).toBe(4n);
  });
});
