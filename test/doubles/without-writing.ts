/** Ports whose every method that is none of those named fails: what only reads never calls another. */
export function withoutWriting<T extends object>(ports: T): T {
  return Object.fromEntries(
    Object.entries(ports).map(([name, port]) => [
      name,
      typeof port === 'object' ? readOnly(name, port) : port,
    ]),
  ) as T;
}

const WRITES = /^(add|put|open|erase|switchTo|publish|mark|settle|send|form)$/;

function readOnly(name: string, port: object): object {
  return new Proxy(port, {
    get: (target, method) => {
      if (WRITES.test(String(method))) throw new Error(`${name}.${String(method)} writes`);
      return Reflect.get(target, method);
    },
  });
}
