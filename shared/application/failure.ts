/** A message that could not be treated, for the queue to deliver again. */
export interface Failure<T> {
  readonly of: T;
  readonly error: unknown;
}
