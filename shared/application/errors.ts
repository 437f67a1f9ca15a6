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

/** Bytes in which a malware scan found something: the depositor is told, nothing is read. */
export class FactInfected extends Error {
  override readonly name = 'FactInfected';
}

/** Bytes that the malware scan will never judge, as behind a password: the depositor is told, nothing is read. */
export class FactUnscannable extends Error {
  override readonly name = 'FactUnscannable';
}

/** Bytes that the malware scan has not judged yet: no verdict is not clean, the message goes back to the queue. */
export class FactUnscanned extends Error {
  override readonly name = 'FactUnscanned';
}
