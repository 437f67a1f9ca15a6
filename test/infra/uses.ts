import { ACCESS, type Access, PARTITIONS } from '../../infra/config/access.ts';
import type { FunctionName } from '../../shared/contracts/functions.ts';
import type { Question } from './policies.ts';

const VERBS: Readonly<Record<string, string>> = {
  'dynamodb:GetItem': 'reads',
  'dynamodb:BatchGetItem': 'reads',
  'dynamodb:Query': 'reads',
  'dynamodb:PutItem': 'puts',
  'dynamodb:BatchWriteItem': 'batches',
  's3:GetObject': 'reads',
  's3:GetObjectVersion': 'readsVersions',
  's3:GetObjectTagging': 'readsVersions',
  's3:PutObject': 'puts',
  's3:ListBucket': 'lists',
  'sqs:SendMessage': 'sends',
};

/** What the line of a function in the table of accesses gives, in words: `reads journal`, `puts facts/`. */
export function grantsTo(name: FunctionName): readonly string[] {
  const { table, raw = {}, documents = {}, sends = [] }: Access = ACCESS[name];
  return [
    ...[table, raw, documents].flatMap((store) =>
      Object.entries(store as Readonly<Record<string, readonly string[]>>).flatMap(([verb, places]) =>
        places.map((place) => `${verb} ${place}`),
      ),
    ),
    ...sends.map((queue) => `sends ${queue}`),
  ];
}

/** What a function uses by asking this, in the same words. */
export function usesOf({ action, resource, context = {} }: Question): readonly string[] {
  const verb = VERBS[action] ?? action;
  const partitions = (context['dynamodb:LeadingKeys'] ?? []).map(partitionOf);
  const prefixes = context['s3:prefix'] ?? [resource.split('>/')[1] ?? ''];
  const places = action.startsWith('dynamodb:') ? partitions : prefixes.map((key) => `${key.split('/')[0]}/`);
  return places.map((place) => `${verb} ${place}`);
}

function partitionOf(key: string): string {
  const found = Object.entries(PARTITIONS).find(([, pattern]) =>
    pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern,
  );
  return found?.[0] ?? key;
}
