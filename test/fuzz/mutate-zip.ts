import JSZip from 'jszip';
import { deflated, type RawEntry, rawZip } from '../builders/raw-zip.ts';
import type { Draw } from './draw.ts';
import { mutateXml } from './mutate-xml.ts';

/** A workbook with parts changed, lost, doubled, exchanged, or described by lies; null where the file is no zip. */
export async function mutateZip(file: Uint8Array, other: Uint8Array, draw: Draw): Promise<Uint8Array | null> {
  const parts = await partsOf(file);
  if (!parts || parts.length === 0) return null;
  let entries = parts;
  for (let left = 1 + draw.below(3); left > 0 && entries.length > 0; left--)
    entries = await changed(entries, other, draw);
  const raw = entries.map(({ name, content }) => lying(deflated(name, content), draw));
  return rawZip(raw, draw.once(30) ? draw.below(5_000) : undefined);
}

interface Part {
  readonly name: string;
  readonly content: Buffer;
}

async function partsOf(file: Uint8Array): Promise<readonly Part[] | null> {
  try {
    const zip = await JSZip.loadAsync(file);
    const files = Object.values(zip.files).filter(({ dir }) => !dir);
    return await Promise.all(
      files.map(async (part) => ({ name: part.name, content: await part.async('nodebuffer') })),
    );
  } catch {
    // A seed that JSZip does not open is for the mutation of bytes.
    return null;
  }
}

async function changed(parts: readonly Part[], other: Uint8Array, draw: Draw): Promise<readonly Part[]> {
  const part = draw.of(parts);
  const rest = parts.filter((one) => one !== part);
  switch (draw.below(8)) {
    case 0:
      return rest;
    case 1:
      return [...parts, { ...part, name: draw.of([part.name, part.name.toUpperCase(), `/${part.name}`]) }];
    case 2: {
      const second = draw.of(parts);
      return parts.map((one) =>
        one === part
          ? { ...one, content: second.content }
          : one === second
            ? { ...one, content: part.content }
            : one,
      );
    }
    case 3: {
      const foreign = await partsOf(other);
      return foreign && foreign.length > 0 ? [...rest, draw.of(foreign)] : rest;
    }
    default: {
      const xml = mutateXml(part.content.toString('utf8'), draw);
      const content = Buffer.from(xml, draw.once(12) ? 'utf16le' : 'utf8');
      return parts.map((one) => (one === part ? { ...one, content } : one));
    }
  }
}

/** Seldom: most mutants must go further than the directory. */
function lying(entry: RawEntry, draw: Draw): RawEntry {
  if (!draw.once(60)) return entry;
  switch (draw.below(5)) {
    case 0:
      return { ...entry, size: draw.below(2 ** 31) };
    case 1:
      return { ...entry, crc: 0 };
    case 2:
      return { ...entry, method: draw.of([0, 12] as const) };
    case 3:
      return { ...entry, flags: 1 };
    default:
      return { ...entry, at: draw.below(1_000) };
  }
}
