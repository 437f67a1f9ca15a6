/** What is not measured and has to be supposed. */
export interface Assumption {
  readonly value: bigint;
  readonly unit: string;
  readonly why: string;
}

/** The campaign that is priced; the larger ones multiply its declarants. */
export const CAMPAIGN = {
  declarants: { value: 3_400n, unit: 'declarants', why: 'the SAE of 2022 counts 3 361' },
  depositsEach: {
    value: 3n,
    unit: 'deposits per declarant',
    why: 'a first one, a correction, and one after the closure',
  },
  actsEach: { value: 2n, unit: 'acts per declarant', why: 'a certification, and a justification or a visa' },
  computationsEach: {
    value: 2n,
    unit: 'computations per deposit or act',
    why: 'its own, and those of the members of a pool whose carrier changed',
  },
  territories: { value: 19n, unit: 'workbooks', why: '18 ARS, and Saint-Pierre-et-Miquelon' },
  editions: {
    value: 4_160n,
    unit: 'editions per workbook',
    why: 'one each quarter of an hour of 130 working days of 8 hours: a deposit anywhere moves the nation, with which every region is compared',
  },
  busiestHour: { value: 10n, unit: '% of all deposits', why: 'the last hour before the deadline' },
  openMinutes: {
    value: 262_800n,
    unit: 'minutes',
    why: 'six months in which deposits are taken: returns change in no more minutes than that',
  },
  looksPerChange: {
    value: 2n,
    unit: 'looks per deposit or act',
    why: 'one finds workbooks out of date, the next finds them made; deposits rarely share a minute',
  },
  months: { value: 12n, unit: 'months', why: 'from one campaign to the next' },
} as const satisfies Record<string, Assumption>;

/** Who calls what. */
export const READING = {
  verdictPolls: {
    value: 5n,
    unit: 'calls per deposit',
    why: 'the page asks for the verdict each second until it is there, then shows it',
  },
  depositPages: { value: 2n, unit: 'calls per deposit', why: 'the list before and after' },
  returnViews: {
    value: 3n,
    unit: 'calls per deposit',
    why: 'the declaration and its figures, by those who share the work',
  },
  checks: {
    value: 2n,
    unit: 'calls per deposit',
    why: 'the file is checked, corrected, and checked again before it is deposited',
  },
  annotatedFiles: {
    value: 1n,
    unit: 'calls per deposit',
    why: 'who has something to correct asks for the file with its anomalies',
  },
  templates: { value: 1n, unit: 'calls per declarant', why: 'taken once' },
  receipts: { value: 1n, unit: 'calls per declarant', why: 'kept once as proof' },
  regionalDays: { value: 120n, unit: 'days', why: 'working days from March to August' },
  regionalReaders: { value: 3n, unit: 'people per region', why: 'those who follow the campaign at an ARS' },
  dashboardViews: { value: 4n, unit: 'calls per person and day', why: 'morning, noon, and after reminders' },
  declarantPages: {
    value: 4n,
    unit: 'calls per person and day',
    why: 'twice the list of a region, in pages of 100',
  },
  editionDownloads: { value: 1n, unit: 'calls per person and day', why: 'the workbook of the day' },
  nationalReaders: { value: 10n, unit: 'people', why: 'analysts of the DNS' },
  nationalDays: { value: 220n, unit: 'days', why: 'working days of a year' },
  nationalViews: {
    value: 20n,
    unit: 'calls per person and day',
    why: 'pages of figures and of aggregates, a download',
  },
} as const satisfies Record<string, Assumption>;

/** How the cloud treats the code. */
export const CLOUD = {
  fullCpuMb: {
    value: 1_769n,
    unit: 'MB',
    why: 'AWS: the memory at which a function has one whole processor; below it, the same share of one',
  },
  tableCallUs: { value: 5_000n, unit: 'µs per call', why: 'DynamoDB answers in single-digit milliseconds' },
  objectCallUs: { value: 30_000n, unit: 'µs per call', why: 'S3 within a region, small objects' },
  queueCallUs: { value: 10_000n, unit: 'µs per call', why: 'SQS within a region' },
  queueCallsAtOnce: {
    value: 8n,
    unit: 'calls',
    why: 'shared/adapters/sqs/queue.ts; the others are supposed one after the other',
  },
  coldCalls: { value: 5n, unit: 'of 100 calls', why: 'few users, spread over the day; starts are billed' },
  runtimeStartUs: { value: 200_000n, unit: 'µs per start', why: 'the runtime itself, before our code' },
  platformLogBytes: { value: 700n, unit: 'bytes per call', why: 'the lines START, END and REPORT' },
  logMonths: { value: 13n, unit: 'months', why: 'production keeps a line 400 days' },
  itemBytes: {
    value: 100n,
    unit: 'bytes per item',
    why: 'DynamoDB bills an item that much heavier than it is',
  },
  queuePollers: {
    value: 5n,
    unit: 'per queue',
    why: 'AWS: Lambda polls an idle queue with five long polls of 20 s',
  },
  keyCallsPerHour: {
    value: 192n,
    unit: 'calls per hour',
    why: 'bucket keys and data keys are kept five minutes: at most one call per function in that time, 16 functions',
  },
  repeats: {
    value: 20n,
    unit: 'of 100 calls of queues',
    why: 'once more: doubles, retries, work that another had done',
  },
} as const satisfies Record<string, Assumption>;

/** What is there whether anybody deposits or not: infra/stacks, in production. */
export const STANDING = {
  alarms: { value: 42n, unit: 'alarms', why: 'two per queue, two per function, latency, a silent sweep' },
  metrics: { value: 1n, unit: 'metrics of our own', why: 'verdict latency' },
  dashboards: { value: 1n, unit: 'dashboards', why: 'one per stage' },
  keys: {
    value: 4n,
    unit: 'keys',
    why: 'one for table and buckets, one for alarms; each keeps one version before the last, rotated yearly',
  },
} as const satisfies Record<string, Assumption>;
