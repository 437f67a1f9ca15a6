/**
 * The same ports, and the name of every call made through them, in order: `openings.get`, `loadGeneration`.
 */
export function spied<P extends object>(ports: P): { readonly ports: P; readonly calls: readonly string[] } {
  const calls: string[] = [];
  const watch =
    (name: string, call: (...args: readonly unknown[]) => unknown) =>
    (...args: readonly unknown[]) => {
      calls.push(name);
      return call(...args);
    };
  const watched = Object.entries(ports).map(([name, port]) => {
    if (typeof port === 'function') return [name, watch(name, port)];
    const isPlain = Object.getPrototypeOf(port) === Object.prototype;
    const methods = Object.entries(port).map(([method, call]) => [
      method,
      typeof call === 'function' ? watch(`${name}.${method}`, call as () => unknown) : call,
    ]);
    return [name, isPlain ? Object.fromEntries(methods) : port];
  });
  // Each entry has the name, and answers as the port, that it watches.
  return { ports: Object.fromEntries(watched) as P, calls };
}
