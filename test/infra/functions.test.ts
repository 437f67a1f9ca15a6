import { readFileSync } from 'node:fs';
import { entryOf } from '../../infra/constructs/bundling.ts';
import { ENVIRONMENT } from '../../shared/contracts/environment.ts';
import {
  FUNCTIONS,
  type FunctionName,
  QUEUES,
  type QueueName,
  SWEEPS,
  visibilitySeconds,
} from '../../shared/contracts/functions.ts';
import { asText } from './intrinsics.ts';
import { functionNamed } from './policies.ts';
import { resourceOf, resourcesOf, synthesise } from './synthesise.ts';

const NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];
const QUEUE_NAMES = Object.keys(QUEUES) as readonly QueueName[];

/** What the composition root of a function reads of its environment. */
function readBy(name: FunctionName): readonly string[] {
  const source = readFileSync(entryOf(name), 'utf8');
  const [, list = ''] = /readEnvironment\(\[([^\]]*)\]\)/.exec(source) ?? [];
  return [...list.matchAll(/'(\w+)'/g)].map(([, key = '']) => ENVIRONMENT[key as keyof typeof ENVIRONMENT]);
}

describe.each(['dev', 'staging', 'prod'] as const)('functions in %s', (name) => {
  const stage = synthesise(name);
  const { config } = stage;
  const queue = (called: string) =>
    resourceOf(
      stage,
      'AWS::SQS::Queue',
      ({ Properties }) => Properties['QueueName'] === `collecte-${name}-${called}`,
    );
  const arnOf = (called: string) => {
    const found = queue(called);
    return asText(stage, found.stack, { 'Fn::GetAtt': [found.id, 'Arn'] });
  };

  it('are those of the contract, on Node 24 and arm64, with its memory and time', () => {
    expect(resourcesOf(stage, 'AWS::Lambda::Function')).toHaveLength(NAMES.length);
    for (const fn of NAMES)
      expect(functionNamed(stage, fn).Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        MemorySize: FUNCTIONS[fn].memory,
        Timeout: FUNCTIONS[fn].timeout,
      });
  });

  it('write to a log of their own that is kept for a term', () => {
    for (const fn of NAMES) {
      const { stack, Properties } = functionNamed(stage, fn);
      const { LogGroup } = Properties['LoggingConfig'] as { LogGroup: { Ref: string } };
      expect(stage.templates[stack].Resources[LogGroup.Ref]?.Properties).toMatchObject({
        LogGroupName: `/collecte/${name}/${fn}`,
        RetentionInDays: config.logRetentionDays,
      });
    }
  });

  it.each(NAMES)('are given what they read of their environment: %s', (fn) => {
    const { Variables } = functionNamed(stage, fn).Properties['Environment'] as {
      Variables: Record<string, unknown>;
    };
    const given = Object.keys(Variables).filter((key) => key.startsWith('COLLECTE_'));
    const read = readBy(fn);
    expect(read.length).toBeGreaterThan(0);
    expect(read.filter((key) => !given.includes(key))).toEqual([]);
    expect(given.filter((key) => !read.includes(key) && key !== ENVIRONMENT.malwareScan)).toEqual([]);
    if (given.includes(ENVIRONMENT.malwareScan))
      expect(Variables[ENVIRONMENT.malwareScan]).toBe(config.malwareScan ? 'oui' : 'non');
  });

  it('keep the places that the stage keeps for them', () => {
    for (const fn of NAMES)
      expect([fn, functionNamed(stage, fn).Properties['ReservedConcurrentExecutions']]).toEqual([
        fn,
        config.reservedConcurrency[fn],
      ]);
  });

  it.each(QUEUE_NAMES)('are woken by queues that give them six times their time: %s', (called) => {
    expect(queue(called).Properties).toMatchObject({
      VisibilityTimeout: visibilitySeconds(called),
      SqsManagedSseEnabled: true,
    });
    expect(visibilitySeconds(called)).toBeGreaterThanOrEqual(6 * FUNCTIONS[called].timeout);
    const mappings = resourcesOf(stage, 'AWS::Lambda::EventSourceMapping').filter(
      ({ stack, Properties }) => asText(stage, stack, Properties['EventSourceArn']) === arnOf(called),
    );
    const { batchSize, batchingWindow, maxConcurrency } = QUEUES[called];
    expect(mappings.map(({ Properties }) => Properties)).toMatchObject([
      {
        FunctionName: { Ref: functionNamed(stage, called).id },
        BatchSize: batchSize,
        MaximumBatchingWindowInSeconds: batchingWindow,
        ScalingConfig: { MaximumConcurrency: maxConcurrency },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    ]);
  });

  it.each(QUEUE_NAMES)('leave dead letters behind instead of holding the others: %s', (called) => {
    const { deadLetterTargetArn, maxReceiveCount } = queue(called).Properties['RedrivePolicy'] as {
      deadLetterTargetArn: unknown;
      maxReceiveCount: number;
    };
    expect(maxReceiveCount).toBe(QUEUES[called].maxReceives);
    expect(asText(stage, queue(called).stack, deadLetterTargetArn)).toBe(arnOf(`${called}-dlq`));
    expect(queue(`${called}-dlq`).Properties).toMatchObject({
      MessageRetentionPeriod: 14 * 86_400,
      SqsManagedSseEnabled: true,
    });
  });

  it('have no queue but those, each over TLS alone', () => {
    const queues = resourcesOf(stage, 'AWS::SQS::Queue');
    expect(queues).toHaveLength(2 * QUEUE_NAMES.length);
    const policies = resourcesOf(stage, 'AWS::SQS::QueuePolicy');
    for (const { id, stack } of queues) {
      const policy = policies.find(
        ({ stack: other, Properties }) =>
          other === stack && (Properties['Queues'] as { Ref: string }[])[0]?.Ref === id,
      );
      expect(policy?.Properties['PolicyDocument']).toMatchObject({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Action: 'sqs:*',
            Effect: 'Deny',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      });
    }
  });

  it('sweep at the rates of the contract, each knowing which gap', () => {
    const schedules = resourcesOf(stage, 'AWS::Scheduler::Schedule');
    const said = schedules.map(({ Properties }) => ({
      every: Properties['ScheduleExpression'],
      input: (Properties['Target'] as { Input: string }).Input,
      target: asText(stage, 'reporting', (Properties['Target'] as { Arn: unknown }).Arn),
      state: Properties['State'],
    }));
    const sweep = functionNamed(stage, 'sweep');
    expect(said).toEqual(
      Object.entries(SWEEPS).map(([gap, seconds]) => ({
        every: `rate(${seconds / 60} minute${seconds === 60 ? '' : 's'})`,
        input: JSON.stringify({ gap }),
        target: `<reporting/${sweep.id}.Arn>`,
        state: 'ENABLED',
      })),
    );
    expect(resourcesOf(stage, 'AWS::Scheduler::ScheduleGroup')).toHaveLength(1);
  });
});
