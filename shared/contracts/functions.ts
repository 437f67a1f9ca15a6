/** Every function, by folder: what wakes it, and how long it may take. Read by the CDK, the local server and the tests. */
export interface FunctionSpec {
  readonly trigger: 'api' | 'queue' | 'schedule';
  /** Megabytes. */
  readonly memory: number;
  /** Seconds. Of an API function, under the 30 that API Gateway waits. */
  readonly timeout: number;
}

export const FUNCTIONS = {
  'open-deposit': { trigger: 'api', memory: 512, timeout: 15 },
  // It reads what read-deposit reads; a person waits.
  'check-deposit': { trigger: 'api', memory: 2048, timeout: 29 },
  'annotate-deposit': { trigger: 'api', memory: 2048, timeout: 29 },
  'make-template': { trigger: 'api', memory: 1769, timeout: 20 },
  'record-act': { trigger: 'api', memory: 512, timeout: 15 },
  'erase-deposit': { trigger: 'api', memory: 512, timeout: 15 },
  'show-establishment': { trigger: 'api', memory: 512, timeout: 15 },
  'show-region': { trigger: 'api', memory: 1024, timeout: 20 },
  'show-nation': { trigger: 'api', memory: 1024, timeout: 20 },
  'administer-rights': { trigger: 'api', memory: 512, timeout: 15 },
  // One whole processor: it has 29 s to name every deposit of a campaign (docs/cost.md).
  'rebuild-campaign': { trigger: 'api', memory: 1769, timeout: 29 },
  'read-deposit': { trigger: 'queue', memory: 2048, timeout: 120 },
  'compute-figures': { trigger: 'queue', memory: 1024, timeout: 60 },
  'build-workbook': { trigger: 'queue', memory: 2048, timeout: 300 },
  'build-national': { trigger: 'queue', memory: 3008, timeout: 300 },
  sweep: { trigger: 'schedule', memory: 2048, timeout: 300 },
} as const satisfies Record<string, FunctionSpec>;

export type FunctionName = keyof typeof FUNCTIONS;

/** The functions of a trigger. */
export type FunctionOf<T extends FunctionSpec['trigger']> = {
  [F in FunctionName]: (typeof FUNCTIONS)[F]['trigger'] extends T ? F : never;
}[FunctionName];

/** How a queue hands its messages to its function: `visibility` is six times the function's timeout (AWS's advice). */
export interface QueueSpec {
  readonly batchSize: number;
  /** Seconds that a batch may wait to fill. */
  readonly batchingWindow: number;
  /** Batches at once; each region's workbook is heavy, each return is contended. */
  readonly maxConcurrency: number;
  /** Deliveries after which a message is a dead letter. */
  readonly maxReceives: number;
}

export const QUEUES = {
  'read-deposit': { batchSize: 5, batchingWindow: 0, maxConcurrency: 20, maxReceives: 5 },
  'compute-figures': { batchSize: 25, batchingWindow: 1, maxConcurrency: 10, maxReceives: 5 },
  'build-workbook': { batchSize: 1, batchingWindow: 0, maxConcurrency: 5, maxReceives: 5 },
  'build-national': { batchSize: 1, batchingWindow: 0, maxConcurrency: 2, maxReceives: 5 },
} as const satisfies Record<FunctionOf<'queue'>, QueueSpec>;

export type QueueName = keyof typeof QUEUES;

export function visibilitySeconds(queue: QueueName): number {
  return FUNCTIONS[queue].timeout * 6;
}

/** What the sweep looks for, and how often in seconds; the first is also the debounce of workbooks. */
export const SWEEPS = { editions: 60, returns: 900 } as const;
export type SweepKind = keyof typeof SWEEPS;
