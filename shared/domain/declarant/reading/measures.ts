import { type Measure, measureKey } from '../../maturity/measure.ts';
import type { Line } from './lines.ts';

/** Our rule: a scale has a level above 0, and none is longer than a percentage. */
export const HIGHEST_LEVEL = 100;

/** mesures.csv, in its order: the maturity questionnaire. */
export function readMeasures(lines: readonly Line<'mesures.csv'>[]): readonly Measure[] {
  const firstLines = new Map<string, number>();
  const measures: Measure[] = [];
  for (const line of lines) {
    const code = line.text('mesure');
    const first = firstLines.get(measureKey(code));
    if (code === '') line.fault('MEASURE_BLANK', 'mesure');
    else if (first !== undefined) line.fault('MEASURE_TWICE', 'mesure', { first: String(first) });
    else firstLines.set(measureKey(code), line.line);

    const text = line.text('niveau_max');
    const highest = /^\d{1,3}$/.test(text) ? Number(text) : 0;
    if (highest < 1 || highest > HIGHEST_LEVEL)
      line.fault('HIGHEST_LEVEL_UNREADABLE', 'niveau_max', { limit: String(HIGHEST_LEVEL) });
    measures.push({ code, theme: line.text('theme'), label: line.text('libelle'), highest });
  }
  return measures;
}
