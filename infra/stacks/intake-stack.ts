import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config/stage-config.ts';
import { consume } from '../constructs/consume.ts';
import { NodeFunction } from '../constructs/node-function.ts';
import { QueueWithDlq } from '../constructs/queue-with-dlq.ts';
import { queueOf, type Resources } from '../constructs/resources.ts';

export interface IntakeStackProps extends StackProps {
  readonly config: StageConfig;
  readonly resources: Resources;
}

/** From a raw fact to the figures of the bodies that it names. */
export class IntakeStack extends Stack {
  /** Those given, and the queue of figures. */
  readonly resources: Resources;

  constructor(scope: Construct, id: string, { config, resources: given, ...props }: IntakeStackProps) {
    super(scope, id, props);
    const figures = new QueueWithDlq(this, 'ComputeFiguresQueue', { config, queue: 'compute-figures' });
    const resources = { ...given, queues: { ...given.queues, 'compute-figures': figures } };
    this.resources = resources;

    const readDeposit = new NodeFunction(this, 'ReadDeposit', {
      config,
      function: 'read-deposit',
      resources,
    });
    consume(readDeposit, 'read-deposit', queueOf(resources, 'read-deposit'));
    const computeFigures = new NodeFunction(this, 'ComputeFigures', {
      config,
      function: 'compute-figures',
      resources,
    });
    consume(computeFigures, 'compute-figures', figures);
  }
}
