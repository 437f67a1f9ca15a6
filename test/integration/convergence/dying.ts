import { Crash } from '../../doubles/crashing.ts';

type Method = (...args: never[]) => Promise<unknown>;

/** Where a process dies. */
export interface Death {
  /** The call at which it does, from 1, counted over every method of every port. */
  readonly at: number;
  /** Whether that call takes effect first. */
  readonly after: boolean;
}

/** The same ports until the process dies; then nothing answers any more. */
export function dying<P extends object>(ports: P, { at, after }: Death): { ports: P; calls: () => number } {
  let calls = 0;
  const mortal =
    (name: string, method: Method): Method =>
    async (...args) => {
      const call = ++calls;
      if (call < at) return method(...args);
      if (call === at && after) await method(...args);
      throw new Crash(`${name}, call ${call}`);
    };
  const wrapped = Object.entries(ports as Readonly<Record<string, Record<string, Method>>>).map(
    ([name, port]) => [
      name,
      Object.fromEntries(
        Object.entries(port).map(([verb, method]) => [verb, mortal(`${name}.${verb}`, method.bind(port))]),
      ),
    ],
  );
  return { ports: Object.fromEntries(wrapped) as P, calls: () => calls };
}
