import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';

export interface AlarmSpec extends Partial<Omit<AlarmProps, 'metric' | 'threshold' | 'alarmName'>> {
  readonly name: string;
  readonly metric: IMetric;
  /** It rings above it, unless another operator is given. */
  readonly threshold: number;
  /** What it means, and what to do first: read at night by whom it wakes. */
  readonly alarmDescription: string;
}

/** An alarm that tells the topic, and says nothing where there is nothing to measure. */
export function raise(
  scope: Construct,
  config: StageConfig,
  action: IAlarmAction,
  { name, ...given }: AlarmSpec,
): Alarm {
  const alarm = new Alarm(scope, name, {
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    ...given,
    alarmName: nameIn(config, name),
  });
  alarm.addAlarmAction(action);
  return alarm;
}

export const FIVE_MINUTES = Duration.minutes(5);
