import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../config/stage-config.ts';

export interface LockedBucketProps extends BucketProps {
  readonly config: StageConfig;
  readonly encryptionKey: IKey;
  /** Where the calls on it are written. */
  readonly accessLogs: Bucket;
  /** Days during which no version can be deleted without the bypass permission. @default none are locked */
  readonly lockDays?: number | null;
}

/** Private, encrypted under our key, over TLS, versioned, its calls written down; locked where asked. */
export class LockedBucket extends Bucket {
  constructor(scope: Construct, id: string, props: LockedBucketProps) {
    const { config, accessLogs, lockDays = null, lifecycleRules = [], ...given } = props;
    super(scope, id, {
      encryption: BucketEncryption.KMS,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      // The library's own types, read strictly, do not let a Bucket be an IBucket.
      serverAccessLogsBucket: accessLogs as IBucket,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      removalPolicy: removalPolicyOf(config),
      ...(lockDays === null
        ? {}
        : {
            objectLockEnabled: true,
            objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(lockDays)),
          }),
      ...given,
      lifecycleRules: [
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        ...lifecycleRules,
      ],
    });
  }
}

export function removalPolicyOf({ removal }: Pick<StageConfig, 'removal'>): RemovalPolicy {
  return removal === 'destroy' ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
}
