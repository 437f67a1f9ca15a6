import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { SWEEPS, type SweepKind } from '../../shared/contracts/functions.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { consume } from '../constructs/consume.ts';
import { Lake } from '../constructs/lake.ts';
import { NodeFunction } from '../constructs/node-function.ts';
import { QueueWithDlq } from '../constructs/queue-with-dlq.ts';
import type { Resources } from '../constructs/resources.ts';

export interface ReportingStackProps extends StackProps {
  readonly config: StageConfig;
  readonly resources: Resources;
}

/** Workbooks, the nation's snapshot, the tables that analysts query, and the sweep that asks for them and for whatever was lost. */
export class ReportingStack extends Stack {
  constructor(scope: Construct, id: string, { config, resources: given, ...props }: ReportingStackProps) {
    super(scope, id, props);
    const workbook = new QueueWithDlq(this, 'BuildWorkbookQueue', { config, queue: 'build-workbook' });
    const national = new QueueWithDlq(this, 'BuildNationalQueue', { config, queue: 'build-national' });
    const queues = { ...given.queues, 'build-workbook': workbook, 'build-national': national };
    const resources = { ...given, queues };

    const buildWorkbook = new NodeFunction(this, 'BuildWorkbook', {
      config,
      function: 'build-workbook',
      resources,
    });
    consume(buildWorkbook, 'build-workbook', workbook);
    const buildNational = new NodeFunction(this, 'BuildNational', {
      config,
      function: 'build-national',
      resources,
    });
    consume(buildNational, 'build-national', national);
    new Lake(this, 'Lake', { config, resources });
    this.schedule(
      config,
      // Lambda's own retries would only meet the next sweep.
      new NodeFunction(this, 'Sweep', { config, function: 'sweep', resources, retryAttempts: 0 }),
    );
  }

  private schedule(config: StageConfig, sweep: IFunction): void {
    const scheduleGroup = new ScheduleGroup(this, 'Schedules', {
      scheduleGroupName: nameIn(config, 'schedules'),
    });
    for (const [gap, seconds] of Object.entries(SWEEPS) as [SweepKind, number][])
      new Schedule(this, `Sweep-${gap}`, {
        scheduleName: nameIn(config, `sweep-${gap}`),
        description: `Looks for ${gap} that are not what they should be`,
        scheduleGroup,
        schedule: ScheduleExpression.rate(Duration.seconds(seconds)),
        target: new LambdaInvoke(sweep, {
          input: ScheduleTargetInput.fromObject({ gap }),
          // A sweep that was missed is made up for by the next.
          retryAttempts: 0,
          maxEventAge: Duration.minutes(1),
        }),
      });
  }
}
