import { Dashboard, GraphWidget, type IMetric, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { FUNCTIONS, type FunctionName, QUEUES, type QueueName } from '../../shared/contracts/functions.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { functionMetric, queueMetric, verdictLatency } from './metrics.ts';
import { dlqName } from './queue-with-dlq.ts';

const HALF = 12;

/** One page for who is called: is anything lost, is anything late, does anything fail. */
export function dashboard(scope: Construct, config: StageConfig): Dashboard {
  const functions = Object.keys(FUNCTIONS) as FunctionName[];
  const queues = Object.keys(QUEUES) as QueueName[];
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: HALF });
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: nameIn(config, 'overview'),
    widgets: [
      [
        new TextWidget({
          markdown: `# Collecte numérique santé · ${config.name}\nDead letters and errors are at zero; verdicts come within ten seconds.`,
          width: 2 * HALF,
          height: 2,
        }),
      ],
      [
        graph(
          'Dead letters',
          queues.map((queue) =>
            queueMetric(config, dlqName(queue), 'ApproximateNumberOfMessagesVisible', { label: queue }),
          ),
        ),
        graph(
          'Upload to verdict, ms',
          ['p50', 'p95'].map((label) => verdictLatency(label, { label })),
        ),
      ],
      [
        graph(
          'Messages waiting',
          queues.map((queue) =>
            queueMetric(config, queue, 'ApproximateNumberOfMessagesVisible', { label: queue }),
          ),
        ),
        graph(
          'Oldest message, s',
          queues.map((queue) =>
            queueMetric(config, queue, 'ApproximateAgeOfOldestMessage', { label: queue }),
          ),
        ),
      ],
      [
        graph(
          'Errors',
          functions.map((name) => functionMetric(config, name, 'Errors', { label: name })),
        ),
        graph(
          'Throttles',
          functions.map((name) => functionMetric(config, name, 'Throttles', { label: name })),
        ),
      ],
      [
        graph(
          'Duration p95, ms',
          functions.map((name) =>
            functionMetric(config, name, 'Duration', { statistic: 'p95', label: name }),
          ),
        ),
        graph(
          'Calls',
          functions.map((name) => functionMetric(config, name, 'Invocations', { label: name })),
        ),
      ],
    ],
  });
}
