import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { NodeFunction } from '../../infra/constructs/node-function.ts';
import type { CollecteStage } from '../../infra/stages/collecte-stage.ts';
import { FUNCTIONS, type FunctionName, QUEUES } from '../../shared/contracts/functions.ts';
import { allows, functionPolicies, type Question, roleOf, rolesOf, type Statement } from './policies.ts';
import { DOCUMENT_KEYS, PARTITION_KEYS, RAW_KEYS, storesOf, TABLE_READS } from './stores.ts';
import { type Synthesised, synthesise } from './synthesise.ts';

const API = (Object.keys(FUNCTIONS) as FunctionName[]).filter((name) => FUNCTIONS[name].trigger === 'api');
const READERS_OF_RETURNS = [
  'open-deposit',
  'check-deposit',
  'make-template',
  'show-establishment',
  'show-region',
  'compute-figures',
  'build-workbook',
  'build-national',
  'sweep',
];

/** Who may, place by place: the other way round than infra/config/access.ts, and written apart from it. */
const WRITERS: Readonly<Record<string, readonly string[]>> = {
  'facts/2026/x': ['open-deposit', 'record-act'],
  'openings/2026/x.json': ['open-deposit', 'record-act'],
  'tombstones/2026/x.json': ['erase-deposit'],
  'verdicts/x': ['read-deposit'],
  'bodies/x': ['read-deposit', 'compute-figures'],
  'editions/x': ['build-workbook', 'build-national'],
  'reference/x': [],
  'annotated/x': ['annotate-deposit'],
  'templates/x': ['make-template'],
  'lake/x': ['build-national'],
  journal: ['read-deposit'],
  returns: ['compute-figures'],
  verdicts: ['read-deposit'],
  editions: ['build-workbook', 'build-national'],
  changes: ['compute-figures', 'sweep'],
  inForce: ['sweep'],
  published: [],
  rights: ['administer-rights'],
  openings: ['open-deposit', 'read-deposit'],
  shelves: ['open-deposit', 'read-deposit'],
};

const READERS: Readonly<Record<string, readonly string[]>> = {
  'facts/2026/x': ['show-establishment', 'annotate-deposit', 'read-deposit'],
  'openings/2026/x.json': ['open-deposit', 'annotate-deposit', 'record-act', 'erase-deposit', 'read-deposit'],
  'tombstones/2026/x.json': [
    'check-deposit',
    'annotate-deposit',
    'erase-deposit',
    'show-establishment',
    'read-deposit',
    'compute-figures',
    'sweep',
  ],
  'verdicts/x': ['show-establishment', 'annotate-deposit'],
  'editions/x': ['build-workbook', 'check-deposit', 'show-establishment', 'show-region', 'show-nation'],
  'annotated/x': ['annotate-deposit'],
  'templates/x': ['make-template'],
  'lake/x': ['build-national', 'sweep'],
  journal: ['check-deposit', 'show-establishment', 'read-deposit', 'compute-figures', 'sweep'],
  returns: READERS_OF_RETURNS,
  verdicts: ['annotate-deposit', 'show-establishment', 'read-deposit', 'sweep'],
  editions: [
    'check-deposit',
    'show-establishment',
    'show-region',
    'show-nation',
    'build-workbook',
    'build-national',
    'sweep',
  ],
  changes: ['sweep'],
  rights: API,
  openings: ['annotate-deposit', 'show-establishment'],
  shelves: ['show-establishment'],
};

const SENDERS: Readonly<Record<string, readonly string[]>> = {
  'read-deposit': ['erase-deposit', 'rebuild-campaign', 'sweep'],
  'compute-figures': ['read-deposit', 'compute-figures', 'sweep'],
  'build-workbook': ['sweep'],
  'build-national': ['sweep'],
};

/** Everything that any function is ever allowed to call. */
const VERBS = new Set([
  ...TABLE_READS,
  'dynamodb:PutItem',
  'dynamodb:BatchWriteItem',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'logs:CreateLogStream',
  'logs:PutLogEvents',
  's3:GetObject',
  's3:GetObjectTagging',
  's3:GetObjectVersion',
  's3:GetObjectVersionTagging',
  's3:ListBucket',
  's3:PutObject',
  'sqs:SendMessage',
  // Lambda takes messages off the queue in the function's name.
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
]);

/** What takes away something that was kept. */
const DELETIONS = [
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:BypassGovernanceRetention',
  'dynamodb:DeleteItem',
  'dynamodb:UpdateItem',
  'dynamodb:PartiQLDelete',
  'dynamodb:DeleteTable',
  'kms:ScheduleKeyDeletion',
];

/** Of everything that the tables above speak of, who may do it, the tables' own way. */
function whoMay(stage: Synthesised) {
  const policies = functionPolicies(stage);
  const stores = storesOf(stage);
  const may = (questions: readonly Question[]) =>
    [...policies]
      .filter(([, statements]) => questions.some((question) => allows(statements, question)))
      .map(([name]) => name);
  const partitions = Object.entries(PARTITION_KEYS);
  const writers = [
    ...RAW_KEYS.map((key) => [key, [stores.raw('s3:PutObject', key)]] as const),
    ...DOCUMENT_KEYS.map((key) => [key, [stores.documents('s3:PutObject', key)]] as const),
    ...partitions.map(
      ([name, key]) =>
        [
          name,
          ['dynamodb:PutItem', 'dynamodb:BatchWriteItem', 'dynamodb:UpdateItem'].map((verb) =>
            stores.table(verb, key),
          ),
        ] as const,
    ),
  ];
  const readers = [
    ...RAW_KEYS.map((key) => [key, [stores.raw('s3:GetObject', key)]] as const),
    ...DOCUMENT_KEYS.map((key) => [key, [stores.documents('s3:GetObject', key)]] as const),
    ...partitions.map(([name, key]) => [name, TABLE_READS.map((verb) => stores.table(verb, key))] as const),
  ];
  const senders = Object.keys(QUEUES).map((queue) => [queue, [stores.send(queue)]] as const);
  const answer = (rows: readonly (readonly [string, readonly Question[]])[]) =>
    Object.fromEntries(rows.map(([place, questions]) => [place, sorted(may(questions))]));
  return { writers: answer(writers), readers: answer(readers), senders: answer(senders) };
}

function sorted(names: readonly string[]): readonly string[] {
  return [...names].sort();
}

function sortedTable(table: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(Object.entries(table).map(([place, names]) => [place, sorted(names)]));
}

function verbsBeyond(statements: readonly Statement[]): readonly string[] {
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions }) => actions)
    .filter((action) => !VERBS.has(action));
}

/** One more permission for a function, as a careless change would give it. */
function grantMore(stage: CollecteStage, stack: string, id: string, action: string, resource: string): void {
  const fn = stage.node.findChild(stack).node.findChild(id) as NodeFunction;
  fn.addToRolePolicy(new PolicyStatement({ effect: Effect.ALLOW, actions: [action], resources: [resource] }));
}

describe.each(['dev', 'prod'] as const)('what functions may do in %s', (name) => {
  const stage = synthesise(name);
  const policies = functionPolicies(stage);
  const stores = storesOf(stage);
  const statementsOf = (fn: FunctionName) => policies.get(fn) ?? [];

  it('is written in each place by those alone who make it', () => {
    expect(whoMay(stage).writers).toEqual(sortedTable(WRITERS));
  });

  it('is read by those alone who show it or derive from it', () => {
    expect(whoMay(stage).readers).toMatchObject(sortedTable(READERS));
  });

  it('is to send to the queues that follow, and to no other', () => {
    expect(whoMay(stage).senders).toEqual(sortedTable(SENDERS));
  });

  it('uses no verb beyond a closed list', () => {
    expect(
      [...policies].flatMap(([fn, statements]) => verbsBeyond(statements).map((verb) => [fn, verb])),
    ).toEqual([]);
  });

  it('is never to delete, to change in place, or to shorten a lock', () => {
    const places = [
      ...Object.values(PARTITION_KEYS).map((key) => (action: string) => stores.table(action, key)),
      ...RAW_KEYS.map((key) => (action: string) => stores.raw(action, key)),
      ...DOCUMENT_KEYS.map((key) => (action: string) => stores.documents(action, key)),
      () => stores.key('kms:ScheduleKeyDeletion', null),
    ];
    for (const [fn, statements] of policies)
      for (const action of DELETIONS)
        for (const place of places) expect([fn, allows(statements, place(action))]).toEqual([fn, false]);
  });

  it('is not to touch the table without naming a partition', () => {
    for (const statements of policies.values())
      for (const verb of [...TABLE_READS, 'dynamodb:Scan', 'dynamodb:PutItem', 'dynamodb:BatchWriteItem']) {
        const { resource, action } = stores.table(verb, '');
        expect(allows(statements, { action, resource })).toBe(false);
        expect(allows(statements, { action, resource, context: { 'dynamodb:LeadingKeys': ['X#1'] } })).toBe(
          false,
        );
      }
  });

  it('is not to reach in one call for a partition of its own and one that is not', () => {
    const { resource } = stores.table('', '');
    expect(
      allows(statementsOf('show-nation'), {
        action: 'dynamodb:BatchGetItem',
        resource,
        context: { 'dynamodb:LeadingKeys': [PARTITION_KEYS.editions, PARTITION_KEYS.journal] },
      }),
    ).toBe(false);
  });

  it('is for a dry run to write nowhere and to send nothing', () => {
    const { writers, senders } = whoMay(stage);
    const doing = [...Object.values(writers), ...Object.values(senders)].flat();
    expect(doing).not.toContain('check-deposit');
    expect(doing).toContain('annotate-deposit');
    const encrypt = stores.key('kms:GenerateDataKey', `s3.${stage.config.region}.amazonaws.com`);
    expect(allows(statementsOf('check-deposit'), encrypt)).toBe(false);
    expect(allows(statementsOf('annotate-deposit'), encrypt)).toBe(true);
  });

  it('is to list what lies under its prefixes, and to be told what is missing', () => {
    expect(allows(statementsOf('sweep'), stores.list('raw', 'facts/2026/'))).toBe(true);
    expect(allows(statementsOf('sweep'), stores.list('raw', 'openings/2026/'))).toBe(false);
    expect(allows(statementsOf('show-nation'), stores.list('documents'))).toBe(true);
    expect(allows(statementsOf('show-nation'), stores.list('raw'))).toBe(false);
  });

  it('is to use the key through the stores and never by itself', () => {
    const region = stage.config.region;
    for (const statements of policies.values()) {
      expect(allows(statements, stores.key('kms:Decrypt', `dynamodb.${region}.amazonaws.com`))).toBe(true);
      expect(allows(statements, stores.key('kms:Decrypt', null))).toBe(false);
      expect(allows(statements, stores.key('kms:Decrypt', `lambda.${region}.amazonaws.com`))).toBe(false);
    }
    const s3 = `s3.${region}.amazonaws.com`;
    expect(allows(statementsOf('read-deposit'), stores.key('kms:GenerateDataKey', s3))).toBe(true);
    expect(allows(statementsOf('show-nation'), stores.key('kms:GenerateDataKey', s3))).toBe(false);
  });

  it('gives versions and scan verdicts to the reader of deposits alone', () => {
    for (const [fn, statements] of policies)
      for (const action of ['s3:GetObjectVersion', 's3:GetObjectTagging'])
        expect([fn, allows(statements, stores.raw(action, 'facts/2026/x'))]).toEqual([
          fn,
          fn === 'read-deposit',
        ]);
  });

  it('leaves no other role that reads documents, writes facts or deletes', () => {
    const own = new Set([...policies.keys()].map((fn) => roleOf(stage, fn)));
    const others = [...rolesOf(stage)].filter(([id]) => !own.has(id));
    expect(others).toHaveLength(stage.config.malwareScan ? 2 : 1);
    for (const [id, statements] of others) {
      for (const key of DOCUMENT_KEYS)
        expect([id, allows(statements, stores.documents('s3:GetObject', key))]).toEqual([id, false]);
      for (const key of RAW_KEYS)
        for (const action of ['s3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'])
          expect([id, allows(statements, stores.raw(action, key))]).toEqual([id, false]);
    }
  });
});

describe('a permission too many is seen', () => {
  it.each([
    ['intake', 'ReadDeposit', 's3:PutObject', '*', 'writers'],
    ['api', 'ShowNation', 'dynamodb:Query', '*', 'readers'],
    ['intake', 'ReadDeposit', 's3:Put*', '*', 'writers'],
    ['api', 'OpenDeposit', 'sqs:SendMessage', '*', 'senders'],
    ['api', 'CheckDeposit', 'dynamodb:BatchWriteItem', '*', 'writers'],
  ] as const)('of %s/%s: %s on %s', (stack, id, action, resource, table) => {
    const planted = synthesise('dev', (stage) => grantMore(stage, stack, id, action, resource));
    const expected = { writers: WRITERS, readers: READERS, senders: SENDERS }[table];
    expect(whoMay(planted)[table]).not.toMatchObject(sortedTable(expected));
  });

  it('and one to delete is refused by the role itself, and its verb reported', () => {
    const planted = synthesise('dev', (stage) =>
      grantMore(stage, 'intake', 'ReadDeposit', 's3:DeleteObject', '*'),
    );
    const statements = functionPolicies(planted).get('read-deposit') ?? [];
    expect(allows(statements, storesOf(planted).raw('s3:DeleteObject', 'facts/2026/x'))).toBe(false);
    expect(verbsBeyond(statements)).toEqual(['s3:DeleteObject']);
  });
});
