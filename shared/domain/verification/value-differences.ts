/** A field that is not the same on both sides: its path (`values.charges_titre1`) and its values as JSON. */
export interface FieldDifference {
  readonly field: string;
  /** Null where it is not there. */
  readonly published: string | null;
  readonly rebuilt: string | null;
}

/** Every leaf that differs between two values of a JSON kind, bigints among them, in the order of their keys. */
export function valueDifferences(
  published: unknown,
  rebuilt: unknown,
  path = '',
): readonly FieldDifference[] {
  if (isNode(published) && isNode(rebuilt) && Array.isArray(published) === Array.isArray(rebuilt)) {
    const keys = [...new Set([...Object.keys(published), ...Object.keys(rebuilt)])].sort();
    return keys.flatMap((key) =>
      valueDifferences(published[key], rebuilt[key], path === '' ? key : `${path}.${key}`),
    );
  }
  const [before, after] = [written(published), written(rebuilt)];
  return before === after ? [] : [{ field: path, published: before, rebuilt: after }];
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function written(value: unknown): string | null {
  if (value === undefined) return null;
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner));
}
