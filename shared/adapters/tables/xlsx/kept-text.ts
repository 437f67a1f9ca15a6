import { type Meter, spendCharacters } from './meter.ts';

/** V8 copies shorter slices by itself. */
const SLICE_MIN = 13;

/**
 * A copy of the text that stands alone. A slice of the parser's input keeps the whole input alive: without
 * this, the cells of a sheet hold its entire XML in memory.
 */
export function standalone(text: string): string {
  return text.length < SLICE_MIN ? text : ` ${text}`.slice(1);
}

/** The same, for a text that has not been counted yet. */
export function keepText(meter: Meter, text: string): string {
  spendCharacters(meter, text.length);
  return standalone(text);
}
