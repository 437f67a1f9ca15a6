/** A request as the server's parts see it. */
export interface HttpRequest {
  readonly method: string;
  /** As sent, before the question mark; nothing is decoded. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  /** Names in lower case; values of one name joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly sourceIp: string;
  /** Read once. @param limit bytes. @throws BodyTooLarge */
  body(limit: number): Promise<Buffer>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Uint8Array;
}

/** A part of the server: its answer, or null when the request is not for it. */
export type Endpoint = (request: HttpRequest) => Promise<HttpAnswer | null>;

export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

export function json(status: number, value: unknown, headers: HttpAnswer['headers'] = {}): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify(value),
  };
}

/** The first answer of several parts, asked in their order. */
export function firstOf(endpoints: readonly Endpoint[]): Endpoint {
  return async (request) => {
    for (const endpoint of endpoints) {
      const answer = await endpoint(request);
      if (answer) return answer;
    }
    return null;
  };
}
