import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import { ACCESS, type Access, type BucketAccess, PARTITIONS, type Partition } from '../config/access.ts';
import { queueOf, type Resources } from './resources.ts';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];

const READ_VERSION = ['s3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectVersionTagging'];

/**
 * What no function may do whatever else it is given, now or later: take away anything that was kept, or the ways back
 * to it. A refusal wins over any permission.
 */
const FORBIDDEN = [
  'dynamodb:DeleteItem',
  'dynamodb:DeleteTable',
  'dynamodb:PartiQLDelete',
  'dynamodb:Scan',
  'dynamodb:UpdateContinuousBackups',
  'dynamodb:UpdateTimeToLive',
  'kms:DisableKey',
  'kms:ScheduleKeyDeletion',
  's3:BypassGovernanceRetention',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutBucketPolicy',
  's3:PutBucketVersioning',
  's3:PutLifecycleConfiguration',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
];

/** Turns the line of a function in the table of accesses into the statements of its role. */
export function grantAccess(fn: IFunction, name: FunctionName, resources: Resources): void {
  const access: Access = ACCESS[name];
  const { table, raw, documents, sends = [] } = access;
  const statements = [
    ...onPartitions(resources.table, READ, table.reads),
    ...onPartitions(resources.table, ['dynamodb:PutItem'], table.puts),
    ...onPartitions(resources.table, ['dynamodb:BatchWriteItem'], table.batches),
    ...(raw ? onObjects(resources.raw, raw) : []),
    ...(documents ? onObjects(resources.documents, documents) : []),
    ...onKey(fn, resources.key, access),
    ...(sends.length > 0
      ? [
          allow(
            ['sqs:SendMessage'],
            sends.map((queue) => queueOf(resources, queue).queueArn),
          ),
        ]
      : []),
    new PolicyStatement({ effect: Effect.DENY, actions: FORBIDDEN, resources: ['*'] }),
  ];
  for (const statement of statements) fn.addToRolePolicy(statement);
}

function allow(actions: string[], resources: string[], conditions?: PolicyStatementProps['conditions']) {
  return new PolicyStatement({ effect: Effect.ALLOW, actions, resources, ...(conditions && { conditions }) });
}

/** `ForAllValues` is also true of a call that names no partition at all: `Null` refuses that one. */
function onPartitions(table: Table, actions: string[], partitions: readonly Partition[] = []) {
  if (partitions.length === 0) return [];
  const patterns = partitions.map((partition) => PARTITIONS[partition]);
  return [
    allow(actions, [table.tableArn], {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    }),
  ];
}

/**
 * Whoever reads must tell what is missing from what is forbidden: S3 says « missing » to those alone who may list. A
 * reading names no prefix, hence `IfExists`; a list is held to the prefixes that the function may read or list.
 */
function onObjects(bucket: Bucket, access: BucketAccess<string>) {
  const { reads = [], readsVersions = [], lists = [], puts = [] } = access;
  const under = (prefixes: readonly string[]) => prefixes.map((prefix) => bucket.arnForObjects(`${prefix}*`));
  const seen = [...new Set([...reads, ...lists])].map((prefix) => `${prefix}*`);
  return [
    ...(reads.length > 0 ? [allow(['s3:GetObject'], under(reads))] : []),
    ...(readsVersions.length > 0 ? [allow(READ_VERSION, under(readsVersions))] : []),
    ...(puts.length > 0 ? [allow(['s3:PutObject'], under(puts))] : []),
    ...(seen.length > 0
      ? [allow(['s3:ListBucket'], [bucket.bucketArn], { StringLikeIfExists: { 's3:prefix': seen } })]
      : []),
  ];
}

/** The key serves through the two stores alone, never by itself. */
function onKey(fn: IFunction, key: IKey, { table, raw, documents }: Access) {
  const { region } = Stack.of(fn);
  const puts = [raw?.puts, documents?.puts, table.puts, table.batches].some(
    (list) => (list ?? []).length > 0,
  );
  const actions = ['kms:Decrypt', 'kms:DescribeKey', ...(puts ? ['kms:Encrypt', 'kms:GenerateDataKey'] : [])];
  const services = [`dynamodb.${region}.amazonaws.com`, `s3.${region}.amazonaws.com`];
  return [allow(actions, [key.keyArn], { StringEquals: { 'kms:ViaService': services } })];
}
