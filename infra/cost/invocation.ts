import { FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';
import { CLOUD } from './assumptions.ts';
import type { CaseName, Measured, MeasuredCase } from './measured.ts';
import type { Usage } from './usage.ts';

/** Work whose every call reads, or makes, all that a region or the nation has. */
const READS_ALL: ReadonlySet<CaseName> = new Set([
  'build-workbook',
  'build-national',
  'sweep-editions',
  'sweep-returns',
  'show-region',
  'list-declarants',
  'national-read',
  'rebuild-campaign',
]);

/** How many times heavier one call is when there are that many times more declarants. */
function growthOf(name: CaseName, scale: bigint): bigint {
  return READS_ALL.has(name) ? scale : 1n;
}

/** Whole quotient, rounded up: no usage is lost to a mean. */
export function ceil(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

/**
 * Microseconds that a call of a function is billed for: its processor time, stretched where its memory gives it less
 * than a processor, and its calls one after the other, which is the most that it waits; those to queues by eight.
 */
export function durationUs(measured: MeasuredCase, growth: bigint): bigint {
  const { invocations, queueCalls } = measured;
  const calls =
    measured.tableCalls * CLOUD.tableCallUs.value +
    (measured.objectReads + measured.objectWrites + measured.objectLists) * CLOUD.objectCallUs.value;
  const rounds = ceil(queueCalls * growth, invocations * CLOUD.queueCallsAtOnce.value);
  const rest = ceil((stretched(measured.function, measured.cpuUs) + calls) * growth, invocations);
  return rest + rounds * CLOUD.queueCallUs.value;
}

/** Processor time where a function's memory gives it less than a processor. */
export function stretched(name: FunctionName, cpuUs: bigint): bigint {
  const memory = BigInt(FUNCTIONS[name].memory);
  const full = CLOUD.fullCpuMb.value;
  return memory >= full ? cpuUs : ceil(cpuUs * full, memory);
}

/** What `count` calls of a kind of work use, when there are `scale` times more declarants than measured. */
export function usageOf(name: CaseName, count: bigint, scale: bigint, measured: Measured): Usage {
  const work = measured.cases[name];
  const { memory } = FUNCTIONS[work.function];
  const growth = growthOf(name, scale);
  const of = (total: bigint) => ceil(total * count * growth, work.invocations);
  const cold = ceil(count * CLOUD.coldCalls.value, 100n);
  const importUs = measured.coldImportUs[work.function] + measured.referenceUs;
  const startUs = CLOUD.runtimeStartUs.value + stretched(work.function, importUs);
  const logged = ceil(work.logBytes * count, work.invocations) + CLOUD.platformLogBytes.value * count;
  return {
    lambdaCalls: count,
    lambdaMbMs: ceil(BigInt(memory) * (durationUs(work, growth) * count + startUs * cold), 1_000n),
    readUnits: of(work.readUnits),
    writeUnits: of(work.writeUnits),
    objectReads: of(work.objectReads),
    objectWrites: of(work.objectWrites + work.objectLists),
    queueRequests: of(work.queueCalls),
    logBytes: logged,
    logByteMonths: logged * CLOUD.logMonths.value,
    ...(FUNCTIONS[work.function].trigger === 'api' && {
      apiRequests: count,
      sentBytes: ceil(work.answerBytes * count, work.invocations),
    }),
  };
}
