import type { Message } from '../../application/ports.ts';
import type { MessageKind } from './messages.ts';

/** One message handed to a handler, perhaps not for the first time. */
export interface Delivery<M extends Message = Message> {
  readonly id: string;
  readonly message: M;
  /** This time included. */
  readonly receives: number;
}

/** A delivery that its handler could not deal with. */
export interface Failure {
  readonly id: string;
  readonly error: unknown;
}

/**
 * Deals with a batch and returns the deliveries that failed: they come again. To throw is to fail them all. It may
 * be called for the same message twice, late, or beside itself.
 */
export type Handler<K extends MessageKind> = (
  batch: readonly Delivery<Extract<Message, { readonly kind: K }>>[],
) => Promise<readonly Failure[]>;

export type Handlers = { readonly [K in MessageKind]: Handler<K> };

/** A message that failed too often, with its last error. */
export interface DeadLetter {
  readonly message: Message;
  readonly receives: number;
  readonly error: unknown;
}

/** The delivery outlasted the visibility timeout: its message came back while the handler was still at it. */
export class DeliveryTimeout extends Error {
  override readonly name = 'DeliveryTimeout';
}
