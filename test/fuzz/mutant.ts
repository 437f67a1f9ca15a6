import { drawFrom } from './draw.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateText } from './mutate-text.ts';
import { mutateZip } from './mutate-zip.ts';

/** The mutant of an iteration: the same seed, iteration and files give the same bytes. */
export async function mutantOf(
  seeds: readonly Uint8Array[],
  seed: number,
  iteration: number,
): Promise<Uint8Array> {
  const draw = drawFrom(seed, iteration);
  const file = draw.of(seeds);
  const isZip = file[0] === 0x50 && file[1] === 0x4b;
  if (draw.once(5)) return mutateBytes(file, draw);
  const changed = isZip ? await mutateZip(file, draw.of(seeds), draw) : mutateText(file, draw);
  return changed ?? mutateBytes(file, draw);
}
