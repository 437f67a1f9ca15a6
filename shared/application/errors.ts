/** Bytes that are not those their fact names: a defect of storage, never of the depositor. */
export class FactDamaged extends Error {
  override readonly name = 'FactDamaged';
}

/** Two different contents under one fact id. */
export class FactConflict extends Error {
  override readonly name = 'FactConflict';
}

/** Another writer kept coming first: the message goes back to the queue. */
export class WriteContention extends Error {
  override readonly name = 'WriteContention';
}

/** Storage that cannot be reached, written or understood; `cause` is what it answered. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
}
