import { FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';
import { formatRatio, ratio } from '../../shared/domain/numbers/ratio.ts';
import { ceil, durationUs } from './invocation.ts';
import { CASES, KEPT, type Measured } from './measured.ts';
import { grouped, tableOf, weight } from './table.ts';

/** The figures of infra/cost/measured.json, per call. */
export function measuredSection(measured: Measured): string {
  const { declarants, territories, deposits } = measured.population;
  return `## What was measured

\`npm run bench -- --only functions\` runs the functions as they are deployed, over HTTP, against a DynamoDB and an S3 of the machine that hold a fictional campaign: ${grouped(declarants)} declarants in ${territories} territories, ${grouped(deposits)} deposits. Each in a process of its own; what it asks for is counted on the way. The duration billed is worked out: processor time, at the share that the function's memory gives it, and its calls one after the other (those to queues by eight).

${cases(measured)}

${kept(measured)}

${memory(measured)}`;
}

function cases(measured: Measured): string {
  const rows = CASES.map((name) => {
    const work = measured.cases[name];
    const mean = (total: bigint) => formatRatio(ratio(total, work.invocations), 1);
    const ms = (us: bigint) => formatRatio(ratio(us, work.invocations * 1_000n), 1);
    return [
      name,
      work.function,
      ms(work.cpuUs),
      formatRatio(ratio(durationUs(work, 1n), 1_000n), 1),
      mean(work.readUnits),
      mean(work.writeUnits),
      mean(work.objectReads),
      mean(work.objectWrites + work.objectLists),
      mean(work.queueCalls),
    ];
  });
  const heading = [
    'per call',
    'function',
    'processor, ms\t',
    'billed, ms\t',
    'read units\t',
    'write units\t',
    'GET\t',
    'PUT, LIST\t',
    'SQS\t',
  ];
  return tableOf(heading, rows);
}

function kept(measured: Measured): string {
  const rows = KEPT.map((name) => {
    const { count, bytes } = measured.kept[name];
    return [name, grouped(count), weight(ceil(bytes, count))];
  });
  return tableOf(['kept', 'number\t', 'mean\t'], rows);
}

function memory({ memory: peaks, coldImportUs }: Measured): string {
  const rows = (Object.keys(FUNCTIONS) as FunctionName[]).map((name) => {
    const peak = peaks[name];
    return [
      name,
      grouped(coldImportUs[name] / 1_000n),
      peak ? `${peak.startMb}` : '',
      peak ? `${peak.peakMb}` : '',
      grouped(BigInt(FUNCTIONS[name].memory)),
    ];
  });
  const heading = ['function', 'cold import, ms\t', 'memory at start, MB\t', 'at most\t', 'given\t'];
  return `A bare function, which imports nothing, is imported in ${grouped(ceil(coldImportUs.bare, 1_000n))} ms. Memory is the most that the process held, on a machine that had more to give: Node collects later than it could.

${tableOf(heading, rows)}`;
}
