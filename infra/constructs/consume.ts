import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { QUEUES, type QueueName } from '../../shared/contracts/functions.ts';

/** Has a queue wake its function; a message that fails comes back alone, without its batch. */
export function consume(fn: IFunction, name: QueueName, queue: IQueue): void {
  const { batchSize, batchingWindow, maxConcurrency } = QUEUES[name];
  fn.addEventSource(
    new SqsEventSource(queue, {
      batchSize,
      maxBatchingWindow: Duration.seconds(batchingWindow),
      maxConcurrency,
      reportBatchItemFailures: true,
    }),
  );
}
