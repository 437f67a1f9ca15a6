import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import type { Asked, CallReport, Weight } from './function-in-child.ts';

/** A function in a process of its own. */
export interface FunctionProcess {
  /** @throws Error with what it answered when it did not succeed */
  call(event: unknown): Promise<CallReport>;
  weigh(): Promise<Weight>;
  /** Bytes that it wrote to its log until now. */
  logged(): number;
  stop(): Promise<void>;
}

export async function startFunction(
  name: FunctionName,
  bundle: string,
  environment: Readonly<Record<string, string>>,
): Promise<FunctionProcess> {
  const child = fork(new URL('function-in-child.ts', import.meta.url), [bundle, name], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let logged = 0;
  let said = '';
  const hear = (chunk: Buffer) => {
    logged += chunk.length;
    said = (said + chunk.toString()).slice(-2_000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const died = once(child, 'exit').then(() => {
    throw new Error(`${name} died: ${said}`);
  });
  died.catch(() => undefined);
  const heard = async () => (await Promise.race([once(child, 'message'), died])) as unknown[];
  const ask = async <T>(asked: Asked): Promise<T> => {
    const answer = heard();
    child.send(asked);
    return (await answer)[0] as T;
  };
  await heard();
  return {
    call: async (event) => {
      const report = await ask<CallReport>({ kind: 'call', event });
      if (report.failure !== null) throw new Error(`${name} answered ${report.failure} ${said}`);
      return report;
    },
    weigh: () => ask<Weight>({ kind: 'weigh' }),
    logged: () => logged,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}
