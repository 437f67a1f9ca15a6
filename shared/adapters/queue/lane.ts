import type { Message } from '../../application/ports.ts';
import { type DeadLetter, type Delivery, DeliveryTimeout, type Failure } from './delivery.ts';
import { identityOf, type MessageKind } from './messages.ts';
import type { Pick, QueueOptions } from './queue-options.ts';

interface Waiting {
  readonly id: string;
  readonly message: Message;
  /** Deliveries so far. */
  readonly receives: number;
}

/** The messages of one kind: waiting, in flight, or put back for a while. */
export interface Lane {
  readonly kind: MessageKind;
  accept(message: Message): void;
  /** Delivers while there are messages and room for a batch. */
  deliver(): void;
  /** Something waits or is in flight. */
  busy(): boolean;
  /** Nothing waits, is in flight, or will come back. */
  empty(): boolean;
  /** Drops what waits, and what fails from now on. */
  close(): void;
}

/** What a lane tells the queue. */
interface LaneOwner {
  readonly options: QueueOptions;
  readonly handle: (batch: readonly Delivery[]) => Promise<readonly Failure[]>;
  readonly buried: (letter: DeadLetter) => void;
  /** Something waits, or something ended. */
  readonly moved: () => void;
}

export function laneOf(kind: MessageKind, { options, handle, buried, moved }: LaneOwner): Lane {
  const waiting = new Map<string, Waiting>();
  /** Identity to id, of messages never delivered yet: to those only is another the same work. */
  const fresh = new Map<string, string>();
  const timers = new Set<NodeJS.Timeout>();
  let inFlight = 0;
  let sent = 0;
  let closed = false;

  const wait = (entry: Waiting) => {
    waiting.set(entry.id, entry);
    if (options.coalesce && entry.receives === 0) fresh.set(identityOf(entry.message), entry.id);
  };
  const take = (entry: Waiting): Waiting => {
    waiting.delete(entry.id);
    if (fresh.get(identityOf(entry.message)) === entry.id) fresh.delete(identityOf(entry.message));
    return { ...entry, receives: entry.receives + 1 };
  };
  const nextBatch = (): readonly Waiting[] => {
    const most = options.batchSize[kind];
    if (options.pick) return pickFrom([...waiting.values()], options.pick, most).map(take);
    const batch: Waiting[] = [];
    for (const entry of waiting.values()) {
      if (batch.length === most) break;
      batch.push(take(entry));
    }
    return batch;
  };
  const putBack = (entry: Waiting, error: unknown) => {
    if (closed) return;
    if (entry.receives >= options.maxReceives) {
      buried({ message: entry.message, receives: entry.receives, error });
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(timer);
      wait(entry);
      moved();
    }, options.backoffMs(entry.receives));
    timers.add(timer);
  };

  const deliverBatch = async (batch: readonly Waiting[]) => {
    inFlight++;
    const timeout = Promise.withResolvers<readonly Failure[]>();
    const timer = setTimeout(
      () => timeout.reject(new DeliveryTimeout(`${kind}: no answer in time`)),
      options.visibilityMs,
    );
    const failures = await Promise.race([attempt(batch), timeout.promise]).catch((error: unknown) =>
      batch.map(({ id }) => ({ id, error })),
    );
    clearTimeout(timer);
    inFlight--;
    const errors = new Map(failures.map(({ id, error }) => [id, error]));
    for (const entry of batch) if (errors.has(entry.id)) putBack(entry, errors.get(entry.id));
    moved();
  };
  const attempt = async (batch: readonly Waiting[]) => handle(batch);

  return {
    kind,
    accept: (message) => {
      if (options.coalesce && fresh.has(identityOf(message))) return;
      wait({ id: `${kind}-${++sent}`, message, receives: 0 });
    },
    deliver: () => {
      while (waiting.size > 0 && inFlight < options.concurrency[kind]) {
        const batch = nextBatch();
        if (batch.length === 0) return;
        void deliverBatch(batch);
      }
    },
    busy: () => waiting.size > 0 || inFlight > 0,
    empty: () => waiting.size === 0 && inFlight === 0 && timers.size === 0,
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      waiting.clear();
      fresh.clear();
    },
  };
}

function pickFrom(all: readonly Waiting[], pick: Pick, most: number): readonly Waiting[] {
  const messages = all.map(({ message }) => message);
  const picked = new Set(pick(messages, most).slice(0, most));
  return [...picked].flatMap((index) => all[index] ?? []);
}
