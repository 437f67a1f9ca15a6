import type { Source } from '../domain/return/entry.ts';

/** Said of what a region's agency deposited in a body's place. */
export const DEPOSITED_BY_ARS = "déposé par l'ARS";

/** A deposit's file as users read it: « nom.csv », or « nom.csv (déposé par l'ARS) ». */
export function fileInWords({ file, by }: Pick<Source, 'file' | 'by'>): string {
  return by === 'ars' ? `${file} (${DEPOSITED_BY_ARS})` : file;
}
