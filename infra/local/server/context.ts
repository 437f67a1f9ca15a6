import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { FUNCTIONS, type FunctionName } from '../../../shared/contracts/functions.ts';

/** What Lambda tells a function of its call. */
export function contextOf(name: FunctionName): Context {
  const { memory, timeout } = FUNCTIONS[name];
  const deadline = performance.now() + timeout * 1000;
  const unused = () => undefined;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: 'local',
    invokedFunctionArn: `arn:aws:lambda:eu-west-3:000000000000:function:${name}`,
    memoryLimitInMB: String(memory),
    awsRequestId: randomUUID(),
    logGroupName: `/local/${name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
    done: unused,
    fail: unused,
    succeed: unused,
  };
}
