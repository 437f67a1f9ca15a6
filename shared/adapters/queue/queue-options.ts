import type { Message } from '../../application/ports.ts';
import type { DeadLetter } from './delivery.ts';
import type { MessageKind } from './messages.ts';

/**
 * Chooses which of the waiting messages of a kind make the next batch: from one to `most` distinct indexes. Queues
 * promise no order, and tests reverse and shuffle it.
 */
export type Pick = (waiting: readonly Message[], most: number) => readonly number[];

export interface QueueOptions {
  /** Batches of a kind in flight at once. */
  readonly concurrency: Readonly<Record<MessageKind, number>>;
  readonly batchSize: Readonly<Record<MessageKind, number>>;
  /** How long a handler has before its messages come back; as long as the longest work takes, with room. */
  readonly visibilityMs: number;
  /** After that many deliveries a message is a dead letter. */
  readonly maxReceives: number;
  /** How long a message that failed n times waits before it comes back. */
  readonly backoffMs: (receives: number) => number;
  /** Keeps one of identical messages that wait: SQS cannot, so nothing may rest on it. */
  readonly coalesce: boolean;
  /** Holds a kind back while work of an earlier kind waits or is in flight, so that it is coalesced. */
  readonly upstreamFirst: boolean;
  /** @default first come, first served */
  readonly pick?: Pick;
  /** Hears of each message that failed too often. @default nobody */
  readonly onDeadLetter?: (letter: DeadLetter) => void;
}

export const QUEUE_DEFAULTS: QueueOptions = {
  concurrency: { 'read-deposit': 2, 'compute-figures': 8, 'build-workbook': 1, 'build-national': 1 },
  batchSize: { 'read-deposit': 1, 'compute-figures': 10, 'build-workbook': 1, 'build-national': 1 },
  visibilityMs: 15 * 60_000,
  maxReceives: 5,
  backoffMs: (receives) => Math.random() * 50 * 2 ** receives,
  coalesce: true,
  upstreamFirst: true,
};
