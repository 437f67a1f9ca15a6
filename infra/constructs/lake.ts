import { Aws, CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue';
import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import {
  LAKE_REGIONS,
  LAKE_TABLE_NAMES,
  LAKE_TABLES,
  type LakeColumn,
  type LakeTableName,
  type LakeType,
} from '../../shared/contracts/lake.ts';
import { DOCUMENTS } from '../../shared/contracts/object-keys.ts';
import { nameIn } from '../config/names.ts';
import type { StageConfig } from '../config/stage-config.ts';
import type { Resources } from './resources.ts';

export interface LakeProps {
  readonly config: StageConfig;
  readonly resources: Pick<Resources, 'documents' | 'answers' | 'key'>;
}

/** A query reads a few megabytes: one that would read a thousand times more is a mistake, and is stopped. */
const MOST_SCANNED = 1_000_000_000;

/** Campaigns that a query without `campagne` looks for. */
const CAMPAIGNS = '2026,2045';

/** What Glue calls our types. */
const GLUE_TYPES: Readonly<Record<LakeType, string>> = {
  text: 'string',
  int: 'int',
  bool: 'boolean',
  date: 'date',
  'decimal(18,2)': 'decimal(18,2)',
  'decimal(18,4)': 'decimal(18,4)',
  'decimal(18,6)': 'decimal(18,6)',
};

/** The tables of the lake for Athena: their catalogue, a workgroup that bounds what a query costs, and who may ask. */
export class Lake extends Construct {
  constructor(scope: Construct, id: string, { config, resources }: LakeProps) {
    super(scope, id);
    // Athena takes no hyphen in a name without quotes.
    const database = nameIn(config, 'lac').replaceAll('-', '_');
    const catalogue = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name: database, description: 'Tables of the collection: docs/sql.md' },
    });
    for (const table of LAKE_TABLE_NAMES)
      new CfnTable(this, `Table-${table}`, {
        catalogId: Aws.ACCOUNT_ID,
        databaseName: database,
        tableInput: tableInput(table, resources),
      }).addResourceDependency(catalogue);
    const workgroup = nameIn(config, 'analystes');
    new CfnWorkGroup(this, 'Workgroup', {
      name: workgroup,
      description: 'Queries of analysts on the tables of the collection',
      recursiveDeleteOption: config.removal === 'destroy',
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        bytesScannedCutoffPerQuery: MOST_SCANNED,
        publishCloudWatchMetricsEnabled: true,
        resultConfiguration: {
          outputLocation: `s3://${resources.answers.bucketName}/`,
          expectedBucketOwner: Aws.ACCOUNT_ID,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: resources.key.keyArn },
        },
      },
    });
    const analyst = analystPolicy(this, config, { database, workgroup }, resources);
    new CfnOutput(this, 'AnalystPolicy', { value: analyst.managedPolicyArn, description: 'analyst policy' });
  }
}

/** Partitions are known by rule: nothing has to be told to the catalogue when a campaign begins. */
function tableInput(
  table: LakeTableName,
  { documents }: LakeProps['resources'],
): CfnTable.TableInputProperty {
  const columns: readonly (readonly [string, LakeColumn])[] = Object.entries(LAKE_TABLES[table].columns);
  const location = `s3://${documents.bucketName}/${DOCUMENTS.lake}${table}/`;
  return {
    name: table,
    description: LAKE_TABLES[table].description,
    tableType: 'EXTERNAL_TABLE',
    parameters: {
      classification: 'parquet',
      EXTERNAL: 'TRUE',
      'projection.enabled': 'true',
      'projection.campagne.type': 'integer',
      'projection.campagne.range': CAMPAIGNS,
      'projection.region.type': 'enum',
      'projection.region.values': LAKE_REGIONS.join(','),
      'storage.location.template': `${location}campagne=\${campagne}/region=\${region}/`,
    },
    partitionKeys: [
      { name: 'campagne', type: 'int', comment: 'Année de la campagne' },
      { name: 'region', type: 'string', comment: 'Code de la région ; EXT pour les porteurs externes' },
    ],
    storageDescriptor: {
      columns: columns.map(([name, { type, description }]) => ({
        name,
        type: GLUE_TYPES[type],
        comment: description,
      })),
      location,
      inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
      outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
      serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
    },
  };
}

/** To be attached to the people who may query the whole nation: the tables hold every region. Reads, and asks Athena. */
function analystPolicy(
  lake: Lake,
  config: StageConfig,
  { database, workgroup }: { readonly database: string; readonly workgroup: string },
  { documents, answers, key }: LakeProps['resources'],
): ManagedPolicy {
  const { partition, region, account } = Stack.of(lake);
  const arn = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const allow = (actions: string[], resources: string[], conditions: Record<string, unknown> = {}) =>
    new PolicyStatement({ effect: Effect.ALLOW, actions, resources, conditions });
  return new ManagedPolicy(lake, 'Analyst', {
    managedPolicyName: nameIn(config, 'analyste'),
    description: 'Queries the tables of the collection in its workgroup',
    statements: [
      allow(
        [
          'athena:BatchGetQueryExecution',
          'athena:GetQueryExecution',
          'athena:GetQueryResults',
          'athena:GetQueryResultsStream',
          'athena:GetWorkGroup',
          'athena:ListQueryExecutions',
          'athena:StartQueryExecution',
          'athena:StopQueryExecution',
        ],
        [arn('athena', `workgroup/${workgroup}`)],
      ),
      allow(
        ['glue:GetDatabase', 'glue:GetPartitions', 'glue:GetTable', 'glue:GetTables'],
        [
          arn('glue', 'catalog'),
          arn('glue', `database/${database}`),
          ...LAKE_TABLE_NAMES.map((table) => arn('glue', `table/${database}/${table}`)),
        ],
      ),
      allow(['s3:GetObject'], [documents.arnForObjects(`${DOCUMENTS.lake}*`)]),
      allow(['s3:ListBucket'], [documents.bucketArn], {
        StringLike: { 's3:prefix': [`${DOCUMENTS.lake}*`] },
      }),
      allow(['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'], [answers.arnForObjects('*')]),
      allow(['s3:GetBucketLocation', 's3:ListBucket'], [answers.bucketArn]),
      allow(['s3:GetBucketLocation'], [documents.bucketArn]),
      allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'], [key.keyArn], {
        StringEquals: { 'kms:ViaService': [`s3.${region}.amazonaws.com`] },
      }),
    ],
  });
}
