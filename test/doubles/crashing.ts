import { seeded } from './seeded.ts';

/** The process died here. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

type Port = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/** Where a run of calls breaks off. */
export interface Breaking {
  /** The call that breaks, from 1, counted over every method of every port. */
  readonly after: number;
  /** Tells whether that call had taken effect. @default 0 */
  readonly seed?: number;
  /** Every later call breaks as well, as in a process that died. @default false */
  readonly lasting?: boolean;
}

/** The same ports, of which one call throws `Crash`, before or after having taken effect. */
export function crashing<P extends object>(ports: P, { after, seed = 0, lasting = false }: Breaking): P {
  const takesEffect = seeded(seed * 7919 + after)() < 0.5;
  let calls = 0;
  const breaking =
    (name: string, method: Port[string]) =>
    async (...args: never[]): Promise<unknown> => {
      const call = ++calls;
      if (call === after && takesEffect) await method(...args);
      if (call === after || (lasting && call > after)) throw new Crash(`${name}, call ${call}`);
      return method(...args);
    };
  const wrapped = Object.entries(ports as Readonly<Record<string, Port>>).map(([name, port]) => [
    name,
    Object.fromEntries(
      Object.entries(port).map(([verb, method]) => [verb, breaking(`${name}.${verb}`, method.bind(port))]),
    ),
  ]);
  return Object.fromEntries(wrapped) as P;
}
