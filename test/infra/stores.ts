import { asText } from './intrinsics.ts';
import type { Question } from './policies.ts';
import { resourceOf, type Synthesised } from './synthesise.ts';

/** A partition of each kind, as keys.ts writes them. */
export const PARTITION_KEYS = {
  journal: 'J#g1#2026#84',
  returns: 'R#g1#2026#84',
  verdicts: 'V#g1#2026',
  editions: 'E#g1#2026',
  changes: 'C#g1#2026',
  inForce: 'G',
  published: 'N',
  rights: 'A',
  openings: 'O#2026',
  shelves: 'S#2026#84',
} as const;

export const RAW_KEYS = ['facts/2026/x', 'openings/2026/x.json', 'tombstones/2026/x.json'] as const;
export const DOCUMENT_KEYS = [
  'verdicts/x',
  'bodies/x',
  'editions/x',
  'reference/x',
  'annotated/x',
  'templates/x',
  'lake/x',
] as const;

export const TABLE_READS = ['GetItem', 'BatchGetItem', 'Query'].map((verb) => `dynamodb:${verb}`);

/** Asks about the stores of a stage, found in its templates. */
export function storesOf(stage: Synthesised) {
  const arn = (type: string, prefix: string) => {
    const only = resourceOf(stage, type, ({ id }) => id.startsWith(prefix));
    return asText(stage, only.stack, { 'Fn::GetAtt': [only.id, 'Arn'] });
  };
  const table = arn('AWS::DynamoDB::Table', 'Table');
  const raw = arn('AWS::S3::Bucket', 'Raw');
  const documents = arn('AWS::S3::Bucket', 'Documents');
  return {
    table: (action: string, partition: string): Question => ({
      action,
      resource: table,
      context: { 'dynamodb:LeadingKeys': [partition] },
    }),
    raw: (action: string, key: string): Question => ({ action, resource: `${raw}/${key}` }),
    documents: (action: string, key: string): Question => ({ action, resource: `${documents}/${key}` }),
    list: (bucket: 'raw' | 'documents', prefix?: string): Question => ({
      action: 's3:ListBucket',
      resource: bucket === 'raw' ? raw : documents,
      ...(prefix !== undefined && { context: { 's3:prefix': [prefix] } }),
    }),
    send: (queue: string): Question => ({
      action: 'sqs:SendMessage',
      resource: queueArn(stage, queue),
    }),
    key: (action: string, service: string | null): Question => ({
      action,
      resource: arn('AWS::KMS::Key', 'Key'),
      ...(service !== null && { context: { 'kms:ViaService': [service] } }),
    }),
  };
}

function queueArn(stage: Synthesised, queue: string): string {
  const found = resourceOf(
    stage,
    'AWS::SQS::Queue',
    ({ Properties }) => Properties['QueueName'] === `collecte-${stage.config.name}-${queue}`,
  );
  return asText(stage, found.stack, { 'Fn::GetAtt': [found.id, 'Arn'] });
}
