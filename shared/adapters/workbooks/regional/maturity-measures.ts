import { type Measure, measureKey } from '../../../domain/maturity/measure.ts';
import type { ReportRow } from '../../../domain/report/regional-report.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { Sheet, TableColumn } from '../package/sheet.ts';
import { column, quoted, thisRow } from '../package/structured.ts';
import { COUNT, MEAN_LEVEL, NOTE, SECTION, SENTENCE, TEXT } from '../package/styles.ts';
import { detailsOf, measureHeading, NOT_APPLICABLE } from './maturity-columns.ts';
import { HEADINGS, TABLES } from './tables.ts';

const H = {
  measure: 'Mesure',
  label: 'Libellé',
  theme: 'Thème',
  mean: 'Niveau moyen de la mesure',
  given: 'Niveaux donnés',
  notApplicable: 'Non applicable',
} as const;

/** Levels from one to another, both counted. */
interface Band {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A scale may go up to 100: more columns than that could not be read, levels are then counted together. */
const MOST_BANDS = 11;

/**
 * Each measure over the region, live: how many levels were given, their mean and how they are spread.
 *
 * @param counted declarants whose assessment counts for the campaign
 */
export function writeMeasures(
  sheet: Sheet,
  row: number,
  measures: readonly Measure[],
  counted: readonly ReportRow[],
): void {
  const highest = Math.max(...measures.map((measure) => measure.highest));
  const bands = bandsUpTo(highest);
  const columns: readonly TableColumn[] = [
    { name: H.measure, style: TEXT, numberLike: true },
    { name: H.label, style: SENTENCE },
    { name: H.theme, style: SENTENCE },
    { name: H.mean, style: MEAN_LEVEL, bars: { to: highest } },
    { name: H.given, style: COUNT },
    { name: H.notApplicable, style: COUNT },
    ...bands.map(({ name }) => ({ name, style: COUNT })),
  ];
  sheet.put(row, 1, 'Les mesures dans la région', SECTION);
  sheet.put(row + 1, 1, 'Sur les seules auto-évaluations de la campagne.', NOTE);
  sheet.table({
    name: TABLES.measures,
    row: row + 2,
    columns,
    rows: measures.map((measure) => cells(measure, bands, counted)),
  });
}

function cells(measure: Measure, bands: readonly Band[], counted: readonly ReportRow[]): readonly Content[] {
  const key = measureKey(measure.code);
  const answers = counted.flatMap(
    ({ state }) => detailsOf(state).measures.find((answer) => measureKey(answer.measure) === key) ?? [],
  );
  const levels = answers.flatMap(({ level }) => level ?? []);
  const range = column(TABLES.maturity, measureHeading(measure));
  const counts = `${column(TABLES.maturity, HEADINGS.maturity.counts)},${quoted(HEADINGS.maturity.yes)}`;
  const given = thisRow(TABLES.measures, H.given);
  const mean = levels.length === 0 ? '' : levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return [
    plainText(measure.code),
    plainText(measure.label) || null,
    plainText(measure.theme) || null,
    { formula: `IF(${given}=0,"",AVERAGEIFS(${range},${counts}))`, result: mean },
    { formula: `COUNTIFS(${range},">=0",${counts})`, result: levels.length },
    {
      formula: `COUNTIFS(${range},${quoted(NOT_APPLICABLE)},${counts})`,
      result: answers.length - levels.length,
    },
    ...bands.map(({ from, to }) => ({
      formula: `COUNTIFS(${range},">=${from}",${range},"<=${to}",${counts})`,
      result: levels.filter((level) => level >= from && level <= to).length,
    })),
  ];
}

function bandsUpTo(highest: number): readonly Band[] {
  const width = Math.ceil((highest + 1) / MOST_BANDS);
  return Array.from({ length: Math.ceil((highest + 1) / width) }, (_, i) => {
    const from = i * width;
    const to = Math.min(highest, from + width - 1);
    return { name: from === to ? `Niveau ${from}` : `Niveaux ${from} à ${to}`, from, to };
  });
}
