import { plainWord } from '../deposit/match-header.ts';

/**
 * One measure of the maturity questionnaire (mesures.csv): the referential « mesures prioritaires » is data, its number
 * of measures and its scale are not known to the code. Action 2 of the instruction.
 */
export interface Measure {
  readonly code: string;
  readonly theme: string;
  readonly label: string;
  /** The highest level of its scale; the lowest is 0. */
  readonly highest: number;
}

/** Codes are the same measure when they differ by accents, case or outer spaces alone. */
export function measureKey(code: string): string {
  return plainWord(code.trim());
}
