import JSZip from 'jszip';

/** The bytes of each part of a package by its path; null for one that can no longer be inflated. */
export type PackageParts = ReadonlyMap<string, Uint8Array | null>;

/** Null where the bytes are no package. Only for files of the system's own: nothing bounds what it inflates. */
export async function packageParts(bytes: Uint8Array): Promise<PackageParts | null> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  if (!zip) return null;
  const parts = new Map<string, Uint8Array | null>();
  for (const [name, entry] of Object.entries(zip.files))
    parts.set(name, await entry.async('uint8array').catch(() => null));
  return parts;
}
