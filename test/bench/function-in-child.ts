import { readFileSync } from 'node:fs';
import type { Context } from 'aws-lambda';
import { contextOf } from '../../infra/local/server/context.ts';
import type { FunctionName } from '../../shared/contracts/functions.ts';

/** What a call took: microseconds of processor and of the clock, bytes of the answer, and what went wrong. */
export interface CallReport {
  readonly cpuUs: number;
  readonly wallUs: number;
  readonly answerBytes: number;
  readonly failure: string | null;
}

/** MB that the process weighed before any call, and at its heaviest until now. */
export interface Weight {
  readonly startMb: number;
  readonly peakMb: number;
}

export type Asked = { readonly kind: 'call'; readonly event: unknown } | { readonly kind: 'weigh' };

const [bundle = '', name = ''] = process.argv.slice(2);
const { handler } = (await import(bundle)) as {
  handler: (event: unknown, context: Context) => Promise<unknown>;
};

const startMb = heaviestMb();

process.on('message', async (asked: Asked) => {
  process.send?.(asked.kind === 'weigh' ? { startMb, peakMb: heaviestMb() } : await call(asked.event));
});
process.send?.('ready');

async function call(event: unknown): Promise<CallReport> {
  const before = process.cpuUsage();
  const start = performance.now();
  const answer = await handler(event, contextOf(name as FunctionName)).catch((error: unknown) => ({
    error: String(error),
  }));
  const wallUs = Math.round((performance.now() - start) * 1_000);
  const { user, system } = process.cpuUsage(before);
  const { body } = (answer ?? {}) as { body?: string };
  return {
    cpuUs: user + system,
    wallUs,
    answerBytes: Buffer.byteLength(body ?? ''),
    failure: failureIn(answer),
  };
}

/** Null when all went well. */
function failureIn(answer: unknown): string | null {
  const {
    statusCode = 200,
    batchItemFailures = [],
    error,
  } = (answer ?? {}) as {
    statusCode?: number;
    batchItemFailures?: readonly unknown[];
    error?: string;
  };
  return error !== undefined || statusCode >= 400 || batchItemFailures.length > 0
    ? JSON.stringify(answer)
    : null;
}

/** Of this program alone: what the process reports of itself counts its parent's, from before it began. */
function heaviestMb(): number {
  const [, kilobytes = ''] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Math.ceil(Number(kilobytes) / 1024);
}
