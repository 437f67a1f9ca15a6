import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Failure } from '../../application/failure.ts';
import type { Generation } from '../../application/generation.ts';
import type { Scope } from '../../application/ports.ts';
import type { QueueName } from '../../contracts/functions.ts';
import { functionLogger } from '../observability.ts';
import { type QueueFunction, type QueuePorts, type ReadTasks, scopesOfTask, type Task } from './batch.ts';

export interface GroupTreatment<T, K> {
  readonly read: ReadTasks<T>;
  /** What failures are told by; tasks of one key fail together. */
  readonly keyOf: (of: T) => K;
  /** One call for all the tasks of a generation; those that are not among the failures are done. */
  readonly treat: (generation: Generation, tasks: readonly T[]) => Promise<readonly Failure<K>[]>;
}

/**
 * A batch for a use case that takes many at once, so that work on one declarant is done once while a queue drains.
 *
 * Powertools Batch hands records over one by one, each in a call of its own: it cannot group them. The rules are the
 * same: a message that cannot be read fails alone, a generation that cannot be loaded fails its own messages, what
 * failed is delivered again and ends among the dead letters.
 */
export function groupHandler<T, K>(
  name: QueueName,
  ports: QueuePorts & { readonly logger?: Logger },
  treatment: GroupTreatment<T, K>,
): QueueFunction {
  const logger = ports.logger ?? functionLogger(name);
  return middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(logger, { logEvent: false }))
    .handler(async ({ Records }: SQSEvent) => {
      const failed = new Map<string, unknown>();
      const asked = Records.flatMap((record) => attemptRead(record, treatment.read, failed));
      for (const sameGeneration of Map.groupBy(asked, groupName).values())
        await treatGroup(ports, treatment, sameGeneration, failed, logger);
      for (const [message, error] of failed) logger.error('message failed', { messageId: message, error });
      return { batchItemFailures: [...failed.keys()].map((itemIdentifier) => ({ itemIdentifier })) };
    });
}

interface Asked<T> {
  readonly message: string;
  readonly task: Task<T>;
}

function attemptRead<T>(
  { messageId, body }: SQSRecord,
  read: ReadTasks<T>,
  failed: Map<string, unknown>,
): readonly Asked<T>[] {
  try {
    return read(JSON.parse(body)).map((task) => ({ message: messageId, task }));
  } catch (error) {
    failed.set(messageId, error);
    return [];
  }
}

function groupName({ task }: Asked<unknown>): string {
  return `${task.campaign}#${task.generation}`;
}

async function treatGroup<T, K>(
  ports: QueuePorts,
  treatment: GroupTreatment<T, K>,
  group: readonly Asked<T>[],
  failed: Map<string, unknown>,
  logger: Logger,
): Promise<void> {
  const [first] = group;
  if (!first) return;
  const fail = (which: readonly Asked<T>[], error: unknown) => {
    for (const { message } of which) failed.set(message, error);
  };
  try {
    const scopes = await scopesOfTask(ports.generations, first.task);
    if (scopes.length === 0) logger.info('superseded', { group: groupName(first), messages: group.length });
    for (const scope of scopes) await treatScope(ports, treatment, scope, group, fail);
  } catch (error) {
    fail(group, error);
  }
}

async function treatScope<T, K>(
  { loadGeneration }: QueuePorts,
  { keyOf, treat }: GroupTreatment<T, K>,
  scope: Scope,
  group: readonly Asked<T>[],
  fail: (which: readonly Asked<T>[], error: unknown) => void,
): Promise<void> {
  const failures = await treat(
    await loadGeneration(scope),
    group.map(({ task }) => task.of),
  );
  for (const { of, error } of failures)
    fail(
      group.filter(({ task }) => keyOf(task.of) === of),
      error,
    );
}
