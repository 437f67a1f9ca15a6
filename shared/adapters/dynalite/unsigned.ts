/** What dynalite wants to see of a signature: its form. It checks no key, and listens on loopback alone. */
export const UNSIGNED_HEADERS = {
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
} as const;

interface Signable {
  readonly headers: Record<string, string>;
}

/** Signs nothing: hashing each request would cost as much as the rest of the call. */
export const unsigned = {
  sign: async <R>(request: R): Promise<R> => {
    Object.assign((request as R & Signable).headers, UNSIGNED_HEADERS);
    return request;
  },
};
