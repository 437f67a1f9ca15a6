import { type Endpoint, firstOf } from '../../../infra/local/server/exchange.ts';
import { type Listening, listen } from '../../../infra/local/server/listen.ts';
import { atOwnAddress } from '../../../infra/local/server/own-address.ts';

/** Starts the HTTP server around parts that may need its address. */
export async function bareServer(
  parts: (origin: string) => Promise<readonly Endpoint[]>,
  report = (error: unknown) => console.error(error),
): Promise<Listening> {
  const ready = Promise.withResolvers<Endpoint>();
  const listening = await listen({ port: 0, endpoint: ready.promise, report });
  ready.resolve(atOwnAddress(listening.origin, firstOf(await parts(listening.origin))));
  return listening;
}

/** A clock that stands at an instant until it is moved. */
export function movedClock(start: string): { readonly clock: () => Date; move(milliseconds: number): void } {
  let now = Date.parse(start);
  return {
    clock: () => new Date(now),
    move: (milliseconds) => {
      now += milliseconds;
    },
  };
}
