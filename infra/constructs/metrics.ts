import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import { METRICS } from '../../shared/contracts/metrics.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { FIVE_MINUTES } from './alarms.ts';

/** An alarm takes no label: graphs give theirs. */
type Given = Pick<MetricOptions, 'statistic' | 'period' | 'label'>;

/** What Lambda counts of a function; a sum over five minutes unless told otherwise. */
export function functionMetric(
  config: StageConfig,
  name: FunctionName,
  metricName: 'Errors' | 'Throttles' | 'Invocations' | 'Duration' | 'ConcurrentExecutions',
  given: Given = {},
): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: nameIn(config, name) },
    statistic: 'Sum',
    period: FIVE_MINUTES,
    ...given,
  });
}

/** What SQS counts of a queue, by its name in the stage; the highest of five minutes. */
export function queueMetric(
  config: StageConfig,
  queue: string,
  metricName: 'ApproximateNumberOfMessagesVisible' | 'ApproximateAgeOfOldestMessage',
  given: Given = {},
): Metric {
  return new Metric({
    namespace: 'AWS/SQS',
    metricName,
    dimensionsMap: { QueueName: nameIn(config, queue) },
    statistic: 'Maximum',
    period: FIVE_MINUTES,
    ...given,
  });
}

/** Milliseconds from the arrival of a deposit to its verdict, as read-deposit measures them. */
export function verdictLatency(statistic: string, given: Given = {}): Metric {
  return new Metric({
    namespace: METRICS.namespace,
    metricName: METRICS.verdictLatency,
    dimensionsMap: { service: 'read-deposit' },
    statistic,
    period: FIVE_MINUTES,
    ...given,
  });
}
