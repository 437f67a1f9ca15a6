import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Generation } from '../../application/generation.ts';
import type { QueueName } from '../../contracts/functions.ts';
import { functionLogger } from '../observability.ts';
import { type QueueFunction, type QueuePorts, type ReadTasks, scopesOfTask } from './batch.ts';

export interface MessageTreatment<T> {
  readonly read: ReadTasks<T>;
  readonly treat: (generation: Generation, of: T) => Promise<unknown>;
}

/** Messages one by one, for a use case that makes one thing at a time: what throws is delivered again, alone. */
export function messageHandler<T>(
  name: QueueName,
  ports: QueuePorts & { readonly logger?: Logger },
  { read, treat }: MessageTreatment<T>,
): QueueFunction {
  const logger = ports.logger ?? functionLogger(name);
  const treatRecord = async ({ messageId, body }: SQSRecord): Promise<void> => {
    try {
      for (const task of read(JSON.parse(body))) {
        const scopes = await scopesOfTask(ports.generations, task);
        if (scopes.length === 0)
          logger.info('superseded', { message: messageId, generation: task.generation });
        for (const scope of scopes) await treat(await ports.loadGeneration(scope), task.of);
      }
    } catch (error) {
      logger.error('message failed', { messageId, error });
      throw error;
    }
  };
  return middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(logger, { logEvent: false }))
    .handler((event: SQSEvent) =>
      // One processor for each batch: on one machine several may be under way, and it keeps its records in itself.
      processPartialResponse(event, treatRecord, new BatchProcessor(EventType.SQS), {
        throwOnFullBatchFailure: false,
      }),
    );
}
