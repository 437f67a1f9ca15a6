import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { QUEUES, type QueueName, visibilitySeconds } from '../../shared/contracts/functions.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';

export interface QueueWithDlqProps extends Omit<QueueProps, 'queueName' | 'deadLetterQueue'> {
  readonly config: StageConfig;
  /** Of the function that it wakes. */
  readonly queue: QueueName;
}

/** How the queue of dead letters of a queue is called. */
export function dlqName(queue: QueueName): string {
  return `${queue}-dlq`;
}

/**
 * A queue whose messages end among dead letters instead of holding the others. Encrypted with SQS's own key: a message
 * holds ids, never what was deposited, and S3 and EventBridge need no right on a key of ours to announce a fact.
 */
export class QueueWithDlq extends Queue {
  constructor(scope: Construct, id: string, { config, queue, ...given }: QueueWithDlqProps) {
    const defaults = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    };
    super(scope, id, {
      ...defaults,
      visibilityTimeout: Duration.seconds(visibilitySeconds(queue)),
      ...given,
      queueName: nameIn(config, queue),
      deadLetterQueue: {
        queue: new Queue(scope, `${id}Dlq`, { ...defaults, queueName: nameIn(config, dlqName(queue)) }),
        maxReceiveCount: QUEUES[queue].maxReceives,
      },
    });
  }
}
