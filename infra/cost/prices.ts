import type { Price } from './price.ts';

const MILLION = 1_000_000n;
/** AWS bills storage and transfer by 2^30 bytes. */
const GB = 2n ** 30n;
/** 1 024 MB during 1 000 ms. */
const GB_SECOND = 1_024n * 1_000n;

const BULK = {
  certainty: 'list',
  readOn: '2026-10-09',
  source:
    'AWS Price List Bulk API, offer files of eu-west-3 published 2026-09-16 to 2026-10-07, in a public estimate',
} as const;
const QUERY = {
  certainty: 'list',
  readOn: '2026-09-07',
  source: 'AWS Price List Query API, eu-west-3, in a public design note',
} as const;
/** Write units cost 0.7423 in Paris and 0.625 in us-east-1, read units 0.1487 and 0.125: 1.188 and 1.190. */
const PARIS_OVER_VIRGINIA = '1.189';
const VIRGINIA = {
  certainty: 'extrapolated',
  readOn: '2026-11-24',
  source: 'DynamoDB pricing page, us-east-1, times the ratio of request units in Paris and there',
} as const;
const PAGE = { readOn: '2026-11-24' } as const;

/** On demand, eu-west-3, first tier, dollars before tax; what AWS gives free is not deducted. */
export const PRICES = {
  lambdaCalls: {
    usd: '0.20',
    per: MILLION,
    counted: 'calls',
    billed: 'Lambda, per million requests',
    ...BULK,
  },
  lambdaMbMs: {
    usd: '0.0000133334',
    per: GB_SECOND,
    counted: 'MB·ms',
    billed: 'Lambda arm64, per GB-second',
    ...BULK,
  },
  readUnits: {
    usd: '0.1487',
    per: MILLION,
    counted: 'units',
    billed: 'DynamoDB, per million read units',
    ...QUERY,
  },
  writeUnits: {
    usd: '0.7423',
    per: MILLION,
    counted: 'units',
    billed: 'DynamoDB, per million write units',
    ...QUERY,
  },
  tableByteMonths: {
    usd: '0.29725',
    per: GB,
    counted: 'bytes × months',
    billed: 'DynamoDB storage, per GB-month',
    from: { usd: '0.25', ratio: PARIS_OVER_VIRGINIA },
    ...VIRGINIA,
  },
  backupByteMonths: {
    usd: '0.2378',
    per: GB,
    counted: 'bytes × months',
    billed: 'DynamoDB point-in-time recovery, per GB-month',
    from: { usd: '0.20', ratio: PARIS_OVER_VIRGINIA },
    ...VIRGINIA,
  },
  objectWrites: {
    usd: '0.0053',
    per: 1_000n,
    counted: 'requests',
    billed: 'S3, per thousand PUT, POST, LIST',
    ...BULK,
  },
  objectReads: {
    usd: '0.0042',
    per: 10_000n,
    counted: 'requests',
    billed: 'S3, per ten thousand GET',
    ...BULK,
  },
  objectByteMonths: {
    usd: '0.024',
    per: GB,
    counted: 'bytes × months',
    billed: 'S3 Standard, per GB-month',
    ...BULK,
  },
  sentBytes: { usd: '0.09', per: GB, counted: 'bytes', billed: 'Transfer to the Internet, per GB', ...BULK },
  queueRequests: {
    usd: '0.40',
    per: MILLION,
    counted: 'requests',
    billed: 'SQS, per million requests',
    ...QUERY,
  },
  apiRequests: {
    usd: '1.17',
    per: MILLION,
    counted: 'requests',
    billed: 'HTTP API, per million requests',
    ...BULK,
  },
  scheduledCalls: {
    usd: '1.20',
    per: MILLION,
    counted: 'calls',
    billed: 'EventBridge Scheduler, per million calls',
    ...QUERY,
  },
  logBytes: { usd: '0.5985', per: GB, counted: 'bytes', billed: 'CloudWatch Logs, per GB taken in', ...BULK },
  logByteMonths: {
    usd: '0.0315',
    per: GB,
    counted: 'bytes × months',
    billed: 'CloudWatch Logs, per GB-month',
    ...BULK,
  },
  alarmMonths: {
    usd: '0.10',
    per: 1n,
    counted: 'alarms × months',
    billed: 'CloudWatch, per alarm and month',
    ...BULK,
  },
  metricMonths: {
    usd: '0.30',
    per: 1n,
    counted: 'metrics × months',
    billed: 'CloudWatch, per custom metric and month',
    certainty: 'elsewhere',
    source: 'CloudWatch pricing page, us-east-1',
    ...PAGE,
  },
  dashboardMonths: {
    usd: '3.00',
    per: 1n,
    counted: 'dashboards × months',
    billed: 'CloudWatch, per dashboard and month',
    certainty: 'everywhere',
    source: 'CloudWatch pricing page',
    ...PAGE,
  },
  keyMonths: {
    usd: '1.00',
    per: 1n,
    counted: 'keys × months',
    billed: 'KMS, per key and month',
    certainty: 'everywhere',
    source: 'KMS pricing page',
    ...PAGE,
  },
  keyRequests: {
    usd: '0.03',
    per: 10_000n,
    counted: 'requests',
    billed: 'KMS, per ten thousand requests',
    certainty: 'everywhere',
    source: 'KMS pricing page',
    ...PAGE,
  },
  scannedObjects: {
    usd: '0.215',
    per: 1_000n,
    counted: 'objects',
    billed: 'GuardDuty for S3, per thousand objects',
    certainty: 'elsewhere',
    readOn: '2026-09-28',
    source: 'GuardDuty pricing page, us-east-1, in public design notes',
  },
  scannedBytes: {
    usd: '0.09',
    per: GB,
    counted: 'bytes',
    billed: 'GuardDuty for S3, per GB',
    certainty: 'elsewhere',
    readOn: '2026-09-28',
    source: 'GuardDuty pricing page, us-east-1, in public design notes',
  },
} as const satisfies Record<string, Price>;

export type Meter = keyof typeof PRICES;
export const METERS = Object.keys(PRICES) as readonly Meter[];
