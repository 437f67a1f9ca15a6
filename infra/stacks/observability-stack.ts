import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import {
  FUNCTIONS,
  type FunctionName,
  QUEUES,
  type QueueName,
  SWEEPS,
} from '../../shared/contracts/functions.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { alarmTopic } from '../constructs/alarm-topic.ts';
import { type AlarmSpec, raise } from '../constructs/alarms.ts';
import { dashboard } from '../constructs/dashboard.ts';
import { functionMetric, queueMetric, verdictLatency } from '../constructs/metrics.ts';
import { dlqName } from '../constructs/queue-with-dlq.ts';

export interface ObservabilityStackProps extends StackProps {
  readonly config: StageConfig;
}

/** Seconds that a message may have waited. A deposit's reader is being watched by a person; a workbook by nobody yet. */
const OLDEST: Readonly<Record<QueueName, number>> = {
  'read-deposit': 300,
  'compute-figures': 600,
  'build-workbook': 1800,
  'build-national': 1800,
};

/** Milliseconds from the arrival of a deposit to its verdict, at the 95th percentile: « in seconds » (mission). */
const SLOWEST_VERDICT = 10_000;

/** What rings, what is shown, and what it may cost. Everything is named, nothing referred to: it holds no other stack. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, { config, ...props }: ObservabilityStackProps) {
    super(scope, id, props);
    const action = new SnsAction(alarmTopic(this, config));
    for (const spec of [
      ...namesOf(QUEUES).flatMap((queue) => queueAlarms(config, queue)),
      ...namesOf(FUNCTIONS).flatMap((name) => functionAlarms(config, name)),
      ...otherAlarms(config),
    ])
      raise(this, config, action, spec);
    dashboard(this, config);
    budget(this, config);
  }
}

function namesOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record) as K[];
}

function queueAlarms(config: StageConfig, queue: QueueName): readonly AlarmSpec[] {
  return [
    {
      name: `${queue}-dead-letters`,
      metric: queueMetric(config, dlqName(queue), 'ApproximateNumberOfMessagesVisible'),
      threshold: 0,
      alarmDescription: `A message of ${queue} failed for good. Read it and the function's log, mend, then redrive (docs/deploy.md).`,
    },
    {
      name: `${queue}-age`,
      metric: queueMetric(config, queue, 'ApproximateAgeOfOldestMessage'),
      threshold: OLDEST[queue],
      alarmDescription: `A message of ${queue} has waited over ${OLDEST[queue]} seconds: the function fails, is throttled, or there is a rush.`,
    },
  ];
}

function functionAlarms(config: StageConfig, name: FunctionName): readonly AlarmSpec[] {
  return [
    {
      name: `${name}-errors`,
      metric: functionMetric(config, name, 'Errors'),
      threshold: 0,
      alarmDescription: `${name} ended in an error that it does not know: its log says which.`,
    },
    {
      name: `${name}-throttles`,
      metric: functionMetric(config, name, 'Throttles'),
      threshold: 0,
      evaluationPeriods: 3,
      alarmDescription: `${name} was refused a place for a quarter of an hour: the account's or its own concurrency is used up.`,
    },
  ];
}

function otherAlarms(config: StageConfig): readonly AlarmSpec[] {
  return [
    {
      name: 'verdict-latency',
      metric: verdictLatency('p95'),
      threshold: SLOWEST_VERDICT,
      evaluationPeriods: 3,
      alarmDescription: 'One deposit in twenty waits over ten seconds for its verdict.',
    },
    {
      name: 'sweep-silent',
      metric: functionMetric(config, 'sweep', 'Invocations', {
        period: Duration.seconds(SWEEPS.returns),
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: 'The sweep does not run: lost work stays lost, and no workbook is built.',
    },
  ];
}

/** Of the whole account: a stage has one of its own (docs/deploy.md). */
function budget(scope: Construct, config: StageConfig): CfnBudget {
  const told = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
    notification: {
      notificationType,
      comparisonOperator: 'GREATER_THAN',
      threshold,
      thresholdType: 'PERCENTAGE',
    },
    subscribers: [{ subscriptionType: 'EMAIL', address: config.alarmEmail }],
  });
  return new CfnBudget(scope, 'Budget', {
    budget: {
      budgetName: nameIn(config, 'monthly'),
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: config.monthlyBudget, unit: 'USD' },
    },
    notificationsWithSubscribers: [told('ACTUAL', 80), told('FORECASTED', 100)],
  });
}
