import { Aws, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnQueuePolicy, type Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { RAW } from '../../shared/contracts/object-keys.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { MalwareScan } from './malware-scan.ts';

export interface DepositArrivalsProps {
  readonly config: StageConfig;
  readonly bucket: Bucket;
  /** As the bucket is named: a reference to it would go round in a circle. */
  readonly bucketName: string;
  readonly key: IKey;
  readonly queue: Queue;
}

/**
 * How bytes that arrive come to be read: S3 announces them to the queue; where uploads are scanned, GuardDuty's
 * verdict does. Written on the bucket itself: the CDK's own way is a function of its own, with rights on every bucket.
 */
export class DepositArrivals extends Construct {
  constructor(scope: Construct, id: string, props: DepositArrivalsProps) {
    super(scope, id);
    if (props.config.malwareScan) this.announceScans(props);
    else this.announceUploads(props);
  }

  private announceUploads({ bucket, bucketName, queue }: DepositArrivalsProps): void {
    queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        conditions: {
          ArnEquals: { 'aws:SourceArn': Stack.of(this).formatArn({ ...S3_ARN, resource: bucketName }) },
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        },
      }),
    );
    const cfn = cfnBucketOf(bucket);
    cfn.notificationConfiguration = {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          queue: queue.queueArn,
          filter: { s3Key: { rules: [{ name: 'prefix', value: RAW.bytes }] } },
        },
      ],
    };
    // S3 tries the queue at once, and needs the policy by then.
    const policy = queue.node.findChild('Policy').node.defaultChild;
    if (CfnQueuePolicy.isCfnQueuePolicy(policy)) cfn.addResourceDependency(policy);
  }

  private announceScans({ config, bucket, key, queue }: DepositArrivalsProps): void {
    cfnBucketOf(bucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    new MalwareScan(this, 'Scan', { config, bucket, key, prefix: RAW.bytes });
    new Rule(this, 'Scanned', {
      ruleName: nameIn(config, 'scanned'),
      description:
        'A deposit was scanned: it is to be read, whatever the verdict, which the reader asks for again',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [bucket.bucketName], objectKey: [{ prefix: RAW.bytes }] } },
      },
      targets: [new SqsQueue(queue)],
    });
  }
}

const S3_ARN = { service: 's3', region: '', account: '' } as const;

function cfnBucketOf(bucket: Bucket): CfnBucket {
  const cfn = bucket.node.defaultChild;
  if (!(cfn instanceof CfnBucket)) throw new Error(`${bucket.node.path} is no bucket of ours`);
  return cfn;
}
