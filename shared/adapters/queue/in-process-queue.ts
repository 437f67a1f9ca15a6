import type { Message, Queue } from '../../application/ports.ts';
import type { DeadLetter, Delivery, Failure, Handler, Handlers } from './delivery.ts';
import { type Lane, laneOf } from './lane.ts';
import { MESSAGE_KINDS } from './messages.ts';
import { QUEUE_DEFAULTS, type QueueOptions } from './queue-options.ts';

export interface InProcessQueue extends Queue {
  /** Starts the deliveries. @throws Error the second time. */
  subscribe(handlers: Handlers): void;
  /** Resolves when nothing waits, is in flight or will come back. Dead letters do not hold it. */
  drain(): Promise<void>;
  deadLetters(): readonly DeadLetter[];
  /** Delivers nothing more, drops what waits, and resolves when what is in flight has ended. */
  stop(): Promise<void>;
}

/**
 * A queue within the process, with the delivery rules of SQS: at least once, in no promised order, a visibility
 * timeout, partial failures, dead letters. What a crash loses, the sweep finds.
 */
export function inProcessQueue(options: Partial<QueueOptions> = {}): InProcessQueue {
  const settings = { ...QUEUE_DEFAULTS, ...options };
  const dead: DeadLetter[] = [];
  let handlers: Handlers | null = null;
  let stopped = false;
  let idle: PromiseWithResolvers<void> | null = null;

  const moved = () => {
    if (handlers && !stopped) deliver(lanes, settings.upstreamFirst);
    if (!lanes.every((lane) => lane.empty())) return;
    idle?.resolve();
    idle = null;
  };
  const lanes: readonly Lane[] = MESSAGE_KINDS.map((kind) =>
    laneOf(kind, {
      options: settings,
      handle: (batch) => handle(handlers, batch),
      buried: (letter) => {
        dead.push(letter);
        settings.onDeadLetter?.(letter);
      },
      moved,
    }),
  );
  const drain = (): Promise<void> => {
    if (lanes.every((lane) => lane.empty())) return Promise.resolve();
    idle ??= Promise.withResolvers<void>();
    return idle.promise;
  };

  return {
    send: async (messages) => {
      if (stopped) throw new Error('the queue is stopped');
      for (const message of messages) laneFor(lanes, message).accept(message);
      moved();
    },
    subscribe: (given) => {
      if (handlers) throw new Error('the queue has its handlers already');
      handlers = given;
      moved();
    },
    drain,
    deadLetters: () => [...dead],
    stop: async () => {
      stopped = true;
      for (const lane of lanes) lane.close();
      await drain();
    },
  };
}

function laneFor(lanes: readonly Lane[], message: Message): Lane {
  const lane = lanes.find(({ kind }) => kind === message.kind);
  if (!lane) throw new Error(`no message of this kind: ${message.kind}`);
  return lane;
}

function deliver(lanes: readonly Lane[], upstreamFirst: boolean): void {
  for (const lane of lanes) {
    lane.deliver();
    if (upstreamFirst && lane.busy()) return;
  }
}

async function handle(handlers: Handlers | null, batch: readonly Delivery[]): Promise<readonly Failure[]> {
  const kind = batch[0]?.message.kind;
  if (!handlers || !kind) return [];
  // A lane holds one kind, which the types of its messages no longer say.
  return (handlers[kind] as Handler<typeof kind>)(batch as Parameters<(typeof handlers)[typeof kind]>[0]);
}
