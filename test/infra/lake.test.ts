import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { writeParquet } from '../../shared/adapters/parquet/write-parquet.ts';
import { LAKE_REGIONS, LAKE_TABLE_NAMES, type LakeTableName } from '../../shared/contracts/lake.ts';
import { lakeKey, lakeMarkerKey } from '../../shared/domain/lake/lake-keys.ts';
import { asText } from './intrinsics.ts';
import { allows, managedPolicy } from './policies.ts';
import { DOCUMENT_KEYS, PARTITION_KEYS, RAW_KEYS, storesOf } from './stores.ts';
import { resourceOf, resourcesOf, synthesise } from './synthesise.ts';

interface GlueTable {
  readonly Name: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly PartitionKeys: readonly { readonly Name: string; readonly Type: string }[];
  readonly StorageDescriptor: {
    readonly Columns: readonly { readonly Name: string; readonly Type: string; readonly Comment: string }[];
    readonly Location: unknown;
  };
}

/** What Athena calls the types that DuckDB reads in a file. */
const GLUE_OF_DUCKDB: Readonly<Record<string, string>> = {
  VARCHAR: 'string',
  INTEGER: 'int',
  BOOLEAN: 'boolean',
  DATE: 'date',
};

/** Columns of the file that the application writes, as DuckDB reads them. */
async function columnsWritten(table: LakeTableName): Promise<readonly (readonly [string, string])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'glue-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    writeFileSync(join(folder, 'one.parquet'), writeParquet(table, []));
    const reader = await connection.runAndReadAll(`DESCRIBE FROM '${join(folder, 'one.parquet')}'`);
    return reader.getRows().map(([name, type]) => [String(name), glueType(String(type))] as const);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

function glueType(type: string): string {
  return GLUE_OF_DUCKDB[type] ?? type.toLowerCase();
}

describe.each(['dev', 'prod'] as const)('the lake of %s', (name) => {
  const stage = synthesise(name);
  const stores = storesOf(stage);
  const tables = resourcesOf(stage, 'AWS::Glue::Table').map(
    ({ Properties }) => Properties['TableInput'] as unknown as GlueTable,
  );
  const tableNamed = (table: LakeTableName) => {
    const found = tables.find(({ Name }) => Name === table);
    if (!found) throw new Error(`no table ${table}`);
    return found;
  };
  const text = (value: unknown) => asText(stage, 'reporting', value);

  it('has the tables that are written, and no other', () => {
    expect(tables.map(({ Name }) => Name).sort()).toEqual([...LAKE_TABLE_NAMES].sort());
  });

  it.each(LAKE_TABLE_NAMES)(
    'has in %s the columns of the Parquet actually written, and says what they hold',
    async (table) => {
      const { Columns } = tableNamed(table).StorageDescriptor;
      expect(Columns.map(({ Name, Type }) => [Name, Type])).toEqual(await columnsWritten(table));
      for (const { Comment } of Columns) expect(Comment.length).toBeGreaterThan(5);
    },
  );

  it.each(LAKE_TABLE_NAMES)('finds every partition of %s where it is written', (table) => {
    const { Parameters, PartitionKeys, StorageDescriptor } = tableNamed(table);
    expect(PartitionKeys.map(({ Name, Type }) => [Name, Type])).toEqual([
      ['campagne', 'int'],
      ['region', 'string'],
    ]);
    expect(Parameters).toMatchObject({
      'projection.enabled': 'true',
      'projection.campagne.type': 'integer',
      'projection.region.type': 'enum',
      'projection.region.values': LAKE_REGIONS.join(','),
    });
    const [first = 0, last = 0] = String(Parameters['projection.campagne.range']).split(',').map(Number);
    expect(first <= 2026 && last >= 2036).toBe(true);
    const bucket = /^s3:\/\/(<[^>]+>)\//.exec(text(StorageDescriptor.Location))?.[1] ?? '';
    expect(bucket).toContain('Documents');
    const template = text(Parameters['storage.location.template']);
    for (const region of LAKE_REGIONS) {
      const folder = template.replace(/\$\{campagne\}/, '2026').replace(/\$\{region\}/, region);
      expect(`${folder}${table}.parquet`).toBe(`s3://${bucket}/${lakeKey(table, 2026, region)}`);
    }
    expect(`s3://${bucket}/${lakeMarkerKey(2026)}`.startsWith(text(StorageDescriptor.Location))).toBe(false);
  });

  it('bounds what a query reads, whatever its author sets, and keeps its answers encrypted, for a month', () => {
    const { Properties } = resourceOf(stage, 'AWS::Athena::WorkGroup');
    expect(Properties['WorkGroupConfiguration']).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      BytesScannedCutoffPerQuery: 1_000_000_000,
      PublishCloudWatchMetricsEnabled: true,
      ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS' } },
    });
    const answers = resourceOf(stage, 'AWS::S3::Bucket', ({ id }) => id.startsWith('Answers'));
    expect(answers.Properties['LifecycleConfiguration']).toMatchObject({
      Rules: expect.arrayContaining([
        expect.objectContaining({ ExpirationInDays: 30, NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
      ]),
    });
  });

  it('lets an analyst read the tables and ask Athena, and nothing else', () => {
    const policy = managedPolicy(stage, 'Analyst');
    const may = (action: string, resource: string, context = {}) =>
      allows(policy, { action, resource, context });
    const workgroup = policy.flatMap(({ resources }) => resources).find((one) => one.includes(':workgroup/'));
    expect(workgroup).toMatch(new RegExp(`:workgroup/collecte-${name}-analystes$`));
    expect(may('athena:StartQueryExecution', workgroup ?? '')).toBe(true);
    expect(may('athena:StartQueryExecution', String(workgroup).replace(/-analystes$/, '-autre'))).toBe(false);
    expect(may('athena:UpdateWorkGroup', workgroup ?? '')).toBe(false);

    const read = (key: string) => allows(policy, stores.documents('s3:GetObject', key));
    expect(read(lakeKey('figures', 2026, '01'))).toBe(true);
    for (const key of DOCUMENT_KEYS) expect([key, read(key)]).toEqual([key, key.startsWith('lake/')]);
    for (const key of RAW_KEYS) expect(allows(policy, stores.raw('s3:GetObject', key))).toBe(false);
    for (const key of Object.values(PARTITION_KEYS))
      expect(allows(policy, stores.table('dynamodb:GetItem', key))).toBe(false);
    for (const action of ['s3:PutObject', 's3:DeleteObject'])
      expect(allows(policy, stores.documents(action, lakeKey('figures', 2026, '01')))).toBe(false);
    expect(allows(policy, stores.list('documents', 'lake/figures/'))).toBe(true);
    expect(allows(policy, stores.list('documents', 'verdicts/'))).toBe(false);
    expect(allows(policy, stores.key('kms:Decrypt', `s3.${stage.config.region}.amazonaws.com`))).toBe(true);
    expect(allows(policy, stores.key('kms:Decrypt', null))).toBe(false);
    const actions = policy.flatMap((statement) => statement.actions);
    expect(actions.filter((action) => /\*|Delete|Create|Update|Batch(?!Get)/.test(action))).toEqual([]);
  });
});
