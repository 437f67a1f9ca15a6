import { Aws, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ENVIRONMENT } from '../../shared/contracts/environment.ts';
import { DOCUMENTS, RAW } from '../../shared/contracts/object-keys.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import { DepositArrivals } from '../constructs/deposit-arrivals.ts';
import { LockedBucket, removalPolicyOf } from '../constructs/locked-bucket.ts';
import { QueueWithDlq } from '../constructs/queue-with-dlq.ts';
import type { Resources } from '../constructs/resources.ts';

export interface StorageStackProps extends StackProps {
  readonly config: StageConfig;
}

/**
 * What must outlive everything else: raw facts, the table, the documents, their key; and the queue into which S3
 * announces what arrives, which cannot be apart from its bucket.
 */
export class StorageStack extends Stack {
  readonly resources: Resources;

  constructor(scope: Construct, id: string, props: StorageStackProps) {
    super(scope, id, props);
    const { config } = props;
    const key = new Key(this, 'Key', {
      alias: nameIn(config, 'data'),
      description: 'Deposits, table and documents of the collection',
      enableKeyRotation: true,
      removalPolicy: removalPolicyOf(config),
    });
    const accessLogs = this.accessLogs(config);
    const bucketName = nameIn(config, `raw-${Aws.ACCOUNT_ID}-${config.region}`);
    const raw = new LockedBucket(this, 'Raw', {
      config,
      bucketName,
      encryptionKey: key,
      accessLogs,
      lockDays: config.objectLockDays,
      cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: [config.origin], allowedHeaders: ['*'] }],
      lifecycleRules: [
        {
          id: 'past-campaigns',
          prefix: RAW.bytes,
          transitions: [
            { storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: Duration.days(400) },
          ],
        },
        // The bytes of an erased deposit, once the operator has put a delete marker and the lock has run out.
        { id: 'replaced', noncurrentVersionExpiration: Duration.days(90) },
      ],
    });
    const documents = new LockedBucket(this, 'Documents', {
      config,
      encryptionKey: key,
      accessLogs,
      lifecycleRules: [{ id: 'replaced', noncurrentVersionExpiration: Duration.days(90) }],
    });
    // Made of the rest at any time; here for the sake of the log of its calls, which names its buckets.
    const answers = new LockedBucket(this, 'Answers', {
      config,
      encryptionKey: key,
      accessLogs,
      lifecycleRules: [
        { id: 'forgotten', expiration: Duration.days(30), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    writeOnce(raw, [`${RAW.records}*`, `${RAW.tombstones}*`]);
    const { lake, ...once } = DOCUMENTS;
    writeOnce(
      documents,
      Object.values(once).map((prefix) => `${prefix}*`),
    );
    replaceKnowingly(documents, `${lake}*`);

    const queue = new QueueWithDlq(this, 'ReadDepositQueue', { config, queue: 'read-deposit' });
    new DepositArrivals(this, 'Arrivals', { config, bucket: raw, bucketName, key, queue });
    this.resources = {
      table: this.table(config, key),
      raw,
      documents,
      answers,
      key,
      queues: { 'read-deposit': queue },
    };
    this.output(this.resources, queue);
  }

  /** What the operator's commands (`publish`, `grant`) are given as environment: docs/deploy.md. */
  private output({ table, raw, documents }: Resources, queue: QueueWithDlq): void {
    for (const [id, variable, value] of [
      ['TableName', ENVIRONMENT.table, table.tableName],
      ['RawBucketName', ENVIRONMENT.rawBucket, raw.bucketName],
      ['DocumentsBucketName', ENVIRONMENT.documentsBucket, documents.bucketName],
      ['ReadDepositQueueUrl', ENVIRONMENT.readDepositQueue, queue.queueUrl],
    ] as const)
      new CfnOutput(this, id, { value, description: variable });
  }

  private table(config: StageConfig, encryptionKey: Key): Table {
    return new Table(this, 'Table', {
      tableName: nameIn(config, 'table'),
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: config.removal === 'retain',
      removalPolicy: removalPolicyOf(config),
    });
  }

  /** S3 writes there itself, under its own key: it takes no other. */
  private accessLogs(config: StageConfig): Bucket {
    return new Bucket(this, 'AccessLogs', {
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      removalPolicy: removalPolicyOf(config),
      lifecycleRules: [
        {
          expiration: Duration.days(365),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
  }
}

/**
 * Nothing there is replaced by a writer that does not say what it replaces (`If-Match`), or that it replaces nothing: one
 * that is late undoes nothing (shared/application/publish-lake.ts).
 */
function replaceKnowingly(bucket: Bucket, pattern: string): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(pattern)],
      conditions: { Null: { 's3:if-none-match': 'true', 's3:if-match': 'true' } },
    }),
  );
}

/**
 * Whatever is kept there is never written again under the same key, by anybody: the bucket refuses a put that does not
 * say so (`If-None-Match`). Not under `facts/`: a browser's form cannot say it, and its key holds the hash of its bytes.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html
 */
function writeOnce(bucket: Bucket, keys: readonly string[]): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: keys.map((pattern) => bucket.arnForObjects(pattern)),
      conditions: { Null: { 's3:if-none-match': 'true' } },
    }),
  );
}
