import type { ManifestLines } from './manifest-lines.ts';

/** A line of a manifest that is not the same on both sides; null where it is not there. */
export interface ManifestDifference {
  readonly of: string;
  readonly published: string | null;
  readonly rebuilt: string | null;
}

/** Lines that differ, in the order of the published manifest, then those that it does not have. */
export function manifestDifferences(
  published: ManifestLines,
  rebuilt: ManifestLines,
): readonly ManifestDifference[] {
  const all = new Set([...published.keys(), ...rebuilt.keys()]);
  return [...all]
    .map((of) => ({ of, published: published.get(of) ?? null, rebuilt: rebuilt.get(of) ?? null }))
    .filter((line) => line.published !== line.rebuilt);
}
