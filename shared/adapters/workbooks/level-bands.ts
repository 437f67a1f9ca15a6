/** Levels of a scale from one to another, both counted. */
export interface LevelBand {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A scale may go up to 100: more columns than that could not be read, levels are then counted together. */
const MOST_BANDS = 11;

/** A column per level from 0 to the highest, or per band of levels. */
export function bandsUpTo(highest: number): readonly LevelBand[] {
  const width = Math.ceil((highest + 1) / MOST_BANDS);
  return Array.from({ length: Math.ceil((highest + 1) / width) }, (_, i) => {
    const from = i * width;
    const to = Math.min(highest, from + width - 1);
    return { name: from === to ? `Niveau ${from}` : `Niveaux ${from} à ${to}`, from, to };
  });
}
