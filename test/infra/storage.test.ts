import { PARTITIONS } from '../../infra/config/access.ts';
import {
  changeKey,
  editionsPartition,
  generationKey,
  journalPartition,
  openingKey,
  publishedKey,
  returnsPartition,
  rightKey,
  shelfPartition,
  verdictsPartition,
} from '../../shared/adapters/dynamodb/keys.ts';
import type { GenerationId } from '../../shared/application/ports.ts';
import { ENVIRONMENT } from '../../shared/contracts/environment.ts';
import { DOCUMENTS } from '../../shared/contracts/object-keys.ts';
import type { FactId } from '../../shared/domain/return/entry.ts';
import { year } from '../builders/entry.ts';
import { cyclesIn } from './cycles.ts';
import { asText } from './intrinsics.ts';
import { PARTITION_KEYS } from './stores.ts';
import {
  type Resource,
  resourceOf,
  resourcesOf,
  STACKS,
  type Synthesised,
  synthesise,
} from './synthesise.ts';

const STAGES = { dev: synthesise('dev'), staging: synthesise('staging'), prod: synthesise('prod') };

function bucket(stage: Synthesised, prefix: string): Resource & { readonly id: string } {
  return resourceOf(stage, 'AWS::S3::Bucket', ({ id }) => id.startsWith(prefix));
}

/** The statements of the policy of a bucket, as text. */
function bucketPolicy(stage: Synthesised, prefix: string) {
  const { id } = bucket(stage, prefix);
  const policy = resourceOf(
    stage,
    'AWS::S3::BucketPolicy',
    ({ Properties }) => (Properties['Bucket'] as { Ref: string }).Ref === id,
  );
  const { Statement } = policy.Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] };
  return Statement.map(({ Resource: resources, ...statement }) => ({
    ...statement,
    resources: [resources]
      .flat()
      .map((resource) => asText(stage, 'storage', resource).replace(/^<[^>]*>/, '')),
  }));
}

describe.each(Object.entries(STAGES))('what is kept in %s', (name, stage) => {
  const kept = resourcesOf(stage, 'AWS::DynamoDB::Table');
  const buckets = resourcesOf(stage, 'AWS::S3::Bucket');

  it('is one table of text keys, paid by the call, encrypted under our key, restored to any second', () => {
    expect(kept).toHaveLength(1);
    expect(kept[0]?.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    });
  });

  it('is in private, versioned buckets, whose calls are written down', () => {
    expect(buckets).toHaveLength(4);
    for (const { id, Properties } of buckets) {
      expect([id, Properties]).toMatchObject([
        id,
        {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
          VersioningConfiguration: { Status: 'Enabled' },
        },
      ]);
      if (!id.startsWith('AccessLogs'))
        expect([id, Properties]).toMatchObject([
          id,
          {
            BucketEncryption: {
              ServerSideEncryptionConfiguration: [
                { BucketKeyEnabled: true, ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } },
              ],
            },
            LoggingConfiguration: { LogFilePrefix: expect.any(String) },
          },
        ]);
    }
  });

  it.each(['Raw', 'Documents', 'Answers', 'AccessLogs'])(
    'is reached over TLS 1.2 or later alone: %s',
    (prefix) => {
      const statements = bucketPolicy(stage, prefix);
      for (const Condition of [
        { Bool: { 'aws:SecureTransport': 'false' } },
        { NumericLessThan: { 's3:TlsVersion': 1.2 } },
      ])
        expect(statements).toContainEqual({
          Action: 's3:*',
          Effect: 'Deny',
          Principal: { AWS: '*' },
          Condition,
          resources: ['', '/*'],
        });
    },
  );

  it('is written once: records, tombstones and documents are never replaced', () => {
    const once = {
      Action: 's3:PutObject',
      Effect: 'Deny',
      Condition: { Null: { 's3:if-none-match': 'true' } },
    };
    expect(bucketPolicy(stage, 'Raw')).toContainEqual(
      expect.objectContaining({ ...once, resources: ['/openings/*', '/tombstones/*'] }),
    );
    expect(bucketPolicy(stage, 'Documents')).toContainEqual(
      expect.objectContaining({
        ...once,
        resources: Object.values(DOCUMENTS)
          .filter((prefix) => prefix !== DOCUMENTS.lake)
          .map((prefix) => `/${prefix}*`)
          .sort(),
      }),
    );
  });

  it('is replaced in the lake alone, by a writer that says what it replaces', () => {
    expect(bucketPolicy(stage, 'Documents')).toContainEqual(
      expect.objectContaining({
        Action: 's3:PutObject',
        Effect: 'Deny',
        Condition: { Null: { 's3:if-none-match': 'true', 's3:if-match': 'true' } },
        resources: ['/lake/*'],
      }),
    );
  });

  it('takes files from the pages of one origin', () => {
    expect(bucket(stage, 'Raw').Properties['CorsConfiguration']).toMatchObject({
      CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: [stage.config.origin] }],
    });
    expect(bucket(stage, 'Documents').Properties['CorsConfiguration']).toBeUndefined();
  });

  it('does not pay for uploads that were broken off', () => {
    for (const prefix of ['Raw', 'Documents'])
      expect(bucket(stage, prefix).Properties['LifecycleConfiguration']).toMatchObject({
        Rules: expect.arrayContaining([
          expect.objectContaining({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } }),
        ]),
      });
  });

  it('is under keys that turn', () => {
    const keys = resourcesOf(stage, 'AWS::KMS::Key');
    expect(keys.length).toBeGreaterThan(0);
    for (const { Properties } of keys) expect(Properties['EnableKeyRotation']).toBe(true);
  });

  it(
    name === 'dev' ? 'goes with its stack' : 'outlives its stack, which cannot be deleted by mistake',
    () => {
      const policy = name === 'dev' ? 'Delete' : 'Retain';
      const lasting = [...kept, ...buckets, ...resourcesOf(stage, 'AWS::KMS::Key')];
      expect(lasting.map(({ id, DeletionPolicy }) => [id, DeletionPolicy])).toEqual(
        lasting.map(({ id }) => [id, policy]),
      );
      expect(kept[0]?.Properties['DeletionProtectionEnabled']).toBe(name !== 'dev');
      for (const stack of STACKS) expect(stage.terminationProtection[stack]).toBe(name !== 'dev');
    },
  );

  it('says how the operator’s commands find it', () => {
    const described = Object.values(stage.templates.storage.Outputs ?? {}).map(
      ({ Description }) => Description,
    );
    expect(described.filter((one) => one?.startsWith('COLLECTE_')).sort()).toEqual(
      [
        ENVIRONMENT.table,
        ENVIRONMENT.rawBucket,
        ENVIRONMENT.documentsBucket,
        ENVIRONMENT.readDepositQueue,
      ].sort(),
    );
  });

  it('depends on itself nowhere: CloudFormation can make it', () => {
    for (const stack of STACKS) expect(cyclesIn(stage.templates[stack])).toEqual([]);
  });
});

describe('the lock of raw facts', () => {
  it.each([
    ['staging', 7],
    ['prod', 1826],
  ] as const)('is GOVERNANCE in %s, for %d days', (name, Days) => {
    expect(bucket(STAGES[name], 'Raw').Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days } } },
    });
  });

  it('is none in dev, nor on what can be made again', () => {
    for (const { Properties } of [
      bucket(STAGES.dev, 'Raw'),
      bucket(STAGES.dev, 'Documents'),
      bucket(STAGES.prod, 'Documents'),
    ])
      expect(Properties).not.toHaveProperty('ObjectLockEnabled');
  });
});

describe('what arrives', () => {
  const notification = (name: keyof typeof STAGES) =>
    bucket(STAGES[name], 'Raw').Properties['NotificationConfiguration'];

  it('is announced by S3 to the readers’ queue where nothing is scanned, under facts/ alone', () => {
    expect(notification('dev')).toEqual({
      QueueConfigurations: [
        {
          Event: 's3:ObjectCreated:*',
          Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'facts/' }] } },
          Queue: { 'Fn::GetAtt': [expect.stringMatching(/^ReadDepositQueue/), 'Arn'] },
        },
      ],
    });
    expect(bucket(STAGES.dev, 'Raw').DependsOn).toContainEqual(
      expect.stringMatching(/^ReadDepositQueuePolicy/),
    );
    expect(resourcesOf(STAGES.dev, 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
  });

  it('may be announced by that bucket and no other', () => {
    const policy = resourceOf(STAGES.dev, 'AWS::SQS::QueuePolicy', ({ id }) =>
      id.startsWith('ReadDepositQueuePolicy'),
    );
    const { Statement } = policy.Properties['PolicyDocument'] as { Statement: Record<string, unknown>[] };
    const [allowed = {}, ...others] = Statement.filter(({ Effect }) => Effect === 'Allow');
    expect(others).toEqual([]);
    expect(allowed).toMatchObject({ Principal: { Service: 's3.amazonaws.com' }, Action: 'sqs:SendMessage' });
    const { ArnEquals } = allowed['Condition'] as { ArnEquals: Record<string, unknown> };
    const name = asText(STAGES.dev, 'storage', bucket(STAGES.dev, 'Raw').Properties['BucketName']);
    expect(asText(STAGES.dev, 'storage', ArnEquals['aws:SourceArn'])).toBe(`arn:aws:s3:::${name}`);
  });

  it.each(['staging', 'prod'] as const)('is announced once scanned in %s, and by nothing else', (name) => {
    expect(notification(name)).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
    const plan = resourceOf(STAGES[name], 'AWS::GuardDuty::MalwareProtectionPlan');
    expect(plan.Properties).toMatchObject({
      Actions: { Tagging: { Status: 'ENABLED' } },
      ProtectedResource: { S3Bucket: { ObjectPrefixes: ['facts/'] } },
    });
    const rule = resourceOf(STAGES[name], 'AWS::Events::Rule');
    expect(rule.Properties).toMatchObject({
      EventPattern: {
        source: ['aws.guardduty'],
        'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { objectKey: [{ prefix: 'facts/' }] } },
      },
      Targets: [{ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^ReadDepositQueue/), 'Arn'] } }],
    });
  });

  it('is read by nobody before a clean verdict, which only the scanner gives', () => {
    const statements = bucketPolicy(STAGES.prod, 'Raw');
    const notTheScanner = {
      ArnNotEquals: { 'aws:PrincipalArn': { 'Fn::GetAtt': [expect.stringContaining('ScanRole'), 'Arn'] } },
    };
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: ['s3:GetObject', 's3:GetObjectVersion'],
        Condition: {
          ...notTheScanner,
          StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' },
        },
        resources: ['/facts/*'],
      }),
    );
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'],
        Condition: notTheScanner,
        resources: ['/facts/*'],
      }),
    );
  });
});

describe('the partitions of the policies', () => {
  const scope = { generation: 'g1' as GenerationId, campaign: year('2026') };
  const written: Readonly<Record<keyof typeof PARTITIONS, string>> = {
    journal: journalPartition(scope, '84'),
    returns: returnsPartition(scope, '84'),
    verdicts: verdictsPartition(scope),
    editions: editionsPartition(scope),
    changes: changeKey(scope, 'last').pk,
    inForce: generationKey(scope.campaign).pk,
    published: publishedKey(scope.campaign).pk,
    rights: rightKey({ issuer: 'i', subject: 's' }).pk,
    openings: openingKey(scope.campaign, 'F' as FactId).pk,
    shelves: shelfPartition(scope.campaign, { kind: 'region', region: '84' }),
  };

  it('are those that the adapters write', () => {
    expect(PARTITION_KEYS).toEqual(written);
    for (const [name, key] of Object.entries(written)) {
      const pattern = PARTITIONS[name as keyof typeof PARTITIONS];
      expect(pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern).toBe(true);
    }
  });

  it('are told apart by their beginnings', () => {
    const prefixes = Object.values(PARTITIONS).map((pattern) => pattern.replace('*', ''));
    for (const one of prefixes)
      expect(prefixes.filter((other) => other !== one && other.startsWith(one))).toEqual([]);
  });
});

describe('a circle of resources', () => {
  it('is seen', () => {
    const resource = (to: string) => ({ Type: 'T', Properties: { Of: { 'Fn::GetAtt': [to, 'Arn'] } } });
    expect(cyclesIn({ Resources: { A: resource('B'), B: resource('C'), C: resource('A') } })).toEqual([
      'A → B → C → A',
    ]);
    expect(cyclesIn({ Resources: { A: resource('B'), B: resource('C'), C: resource('D') } })).toEqual([]);
  });
});
