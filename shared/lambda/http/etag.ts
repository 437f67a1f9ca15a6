/** An answer that is read from a snapshot, and the hash of what it was read from: stable from call to call. */
export class Snapshot<T> {
  readonly answer: T;
  readonly etag: string;

  /** @param etag without quotes */
  constructor(answer: T, etag: string) {
    this.answer = answer;
    this.etag = etag;
  }
}

/** An ETag as it stands in a header: strong, quoted (RFC 9110, 8.8.3). */
export function quoted(etag: string): string {
  return `"${etag}"`;
}

/** Whether the reader already has it: `If-None-Match` compares weakly (RFC 9110, 13.1.2). */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes('*') || known.includes(etag);
}
