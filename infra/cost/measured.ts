import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';

const count = z
  .int()
  .nonnegative()
  .transform((value) => BigInt(value));

/** Calls of a function that did the same kind of work; every figure is the total of them. */
const MeasuredCase = z.strictObject({
  function: z.enum(Object.keys(FUNCTIONS) as [FunctionName, ...FunctionName[]]),
  invocations: count,
  /** Processor time of the process, user and system, microseconds; once its code is warm. */
  cpuUs: count,
  wallUs: count,
  /** Calls to DynamoDB, and the units that it would bill. */
  tableCalls: count,
  readUnits: count,
  writeUnits: count,
  /** Requests to S3: GET and HEAD; PUT and POST; LIST. */
  objectReads: count,
  objectWrites: count,
  objectLists: count,
  queueCalls: count,
  /** What they wrote to their log, and what they answered. */
  logBytes: count,
  answerBytes: count,
});
export type MeasuredCase = z.infer<typeof MeasuredCase>;

/** Things of one kind and their bytes together. */
const Weighed = z.strictObject({ count, bytes: count });

/**
 * Kinds of work, each measured apart; an API function has one for each kind of route. A queue is measured message by
 * message, as in a quiet campaign, and by full batches, as in a rebuild.
 */
export const CASES = [
  'open-deposit',
  'check-deposit',
  'annotate-deposit',
  'make-template',
  'record-act',
  'read-deposit',
  'read-deposits',
  'compute-figures',
  'compute-many',
  'build-workbook',
  'build-national',
  'sweep-glance',
  'sweep-editions',
  'sweep-returns',
  'show-deposit',
  'list-deposits',
  'show-return',
  'show-receipt',
  'show-region',
  'list-declarants',
  'download-edition',
  'national-read',
  'rebuild-campaign',
] as const;
export type CaseName = (typeof CASES)[number];

/** Things that are kept. Items weigh what DynamoDB counts. */
export const KEPT = [
  'entry',
  'return',
  'verdict-item',
  'opening',
  'fact',
  'verdict',
  'workbook',
  'national',
  'annotated',
  'template',
  'reference',
] as const;
export type KeptName = (typeof KEPT)[number];

/** A process that did nothing but one kind of work: what it weighed before and at its heaviest, MB. */
const Memory = z.strictObject({ startMb: count, peakMb: count });

export const Measured = z.strictObject({
  date: z.iso.date(),
  machine: z.string(),
  /** Of the project, as measured. */
  commit: z.string(),
  population: z.strictObject({
    declarants: count,
    territories: count,
    deposits: count,
    /** Declarants of the largest territory. */
    largestTerritory: count,
    /** Members of the largest pool. */
    largestPool: count,
  }),
  cases: z.record(z.enum(CASES), MeasuredCase),
  kept: z.record(z.enum(KEPT), Weighed),
  memory: z.partialRecord(z.enum(Object.keys(FUNCTIONS) as [FunctionName, ...FunctionName[]]), Memory),
  /** To read the reference set back and index it, microseconds of processor. */
  referenceUs: count,
  /** From nothing to a function that can answer, bundled, microseconds; `bare` imports nothing. */
  coldImportUs: z.record(z.enum(['bare', ...(Object.keys(FUNCTIONS) as FunctionName[])]), count),
});
export type Measured = z.infer<typeof Measured>;

/** @throws ZodError when the file says something else than what is measured. */
export async function readMeasured(path: URL): Promise<Measured> {
  return Measured.parse(JSON.parse(await readFile(path, 'utf8')));
}
