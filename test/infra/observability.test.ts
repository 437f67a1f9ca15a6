import { FUNCTIONS, QUEUES } from '../../shared/contracts/functions.ts';
import { METRICS } from '../../shared/contracts/metrics.ts';
import { resourceOf, resourcesOf, synthesise } from './synthesise.ts';

interface AlarmProperties {
  readonly AlarmName: string;
  readonly AlarmActions: readonly unknown[];
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Threshold: number;
  readonly ComparisonOperator: string;
  readonly TreatMissingData: string;
  readonly Statistic?: string;
  readonly ExtendedStatistic?: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
}

describe.each(['dev', 'prod'] as const)('what rings in %s', (name) => {
  const stage = synthesise(name);
  const { config } = stage;
  const alarms = resourcesOf(stage, 'AWS::CloudWatch::Alarm').map(
    ({ Properties }) => Properties as unknown as AlarmProperties,
  );
  const onDimension = (MetricName: string, Value: string) =>
    alarms.find((alarm) => alarm.MetricName === MetricName && alarm.Dimensions[0]?.Value === Value);
  const named = (type: string, property: string) =>
    resourcesOf(stage, type).map(({ Properties }) => Properties[property]);

  it.each(Object.keys(QUEUES))('is a dead letter of %s, and a message that grows old', (queue) => {
    expect(onDimension('ApproximateNumberOfMessagesVisible', `collecte-${name}-${queue}-dlq`)).toMatchObject({
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
    });
    expect(onDimension('ApproximateAgeOfOldestMessage', `collecte-${name}-${queue}`)).toMatchObject({
      Statistic: 'Maximum',
    });
  });

  it.each(Object.keys(FUNCTIONS))('is an error of %s, and a call refused for want of a place', (fn) => {
    for (const metric of ['Errors', 'Throttles'])
      expect(onDimension(metric, `collecte-${name}-${fn}`)).toMatchObject({ Statistic: 'Sum', Threshold: 0 });
  });

  it('is a slow verdict: the metric that read-deposit writes', () => {
    expect(alarms.find(({ MetricName }) => MetricName === METRICS.verdictLatency)).toMatchObject({
      Namespace: METRICS.namespace,
      ExtendedStatistic: 'p95',
      Threshold: 10_000,
      Dimensions: [{ Name: 'service', Value: 'read-deposit' }],
    });
  });

  it('is a sweep that no longer runs', () => {
    expect(onDimension('Invocations', `collecte-${name}-sweep`)).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      TreatMissingData: 'breaching',
    });
  });

  it('names only functions and queues that are there', () => {
    const there = [
      ...named('AWS::Lambda::Function', 'FunctionName'),
      ...named('AWS::SQS::Queue', 'QueueName'),
    ];
    const watched = alarms.flatMap(({ Dimensions }) =>
      Dimensions.filter(({ Name }) => Name === 'FunctionName' || Name === 'QueueName').map(
        ({ Value }) => Value,
      ),
    );
    expect(watched.filter((one) => !there.includes(one))).toEqual([]);
    for (const one of there) expect(watched).toContain(one);
  });

  it('tells somebody, by an encrypted topic over TLS', () => {
    const topic = resourceOf(stage, 'AWS::SNS::Topic');
    expect(topic.Properties['KmsMasterKeyId']).toBeDefined();
    for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([{ Ref: topic.id }]);
    expect(resourcesOf(stage, 'AWS::SNS::Subscription').map(({ Properties }) => Properties)).toMatchObject([
      { Protocol: 'email', Endpoint: config.alarmEmail },
    ]);
    const policy = resourceOf(stage, 'AWS::SNS::TopicPolicy');
    expect(policy.Properties['PolicyDocument']).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ]),
    });
  });

  it('is the month’s budget, spent to 80 % or forecast to be exceeded', () => {
    const budget = resourceOf(stage, 'AWS::Budgets::Budget');
    const told = (NotificationType: string, Threshold: number) => ({
      Notification: { NotificationType, Threshold, ThresholdType: 'PERCENTAGE' },
      Subscribers: [{ SubscriptionType: 'EMAIL', Address: config.alarmEmail }],
    });
    expect(budget.Properties).toMatchObject({
      Budget: {
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: config.monthlyBudget, Unit: 'USD' },
      },
      NotificationsWithSubscribers: [told('ACTUAL', 80), told('FORECASTED', 100)],
    });
  });

  it('is shown on one dashboard', () => {
    expect(resourcesOf(stage, 'AWS::CloudWatch::Dashboard')).toHaveLength(1);
  });
});
