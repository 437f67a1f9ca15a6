import type { Indicator } from '../../../domain/aggregates/aggregate.ts';
import { frenchDay } from '../../../domain/calendar/day.ts';
import { hundredths, quotient } from '../exact.ts';
import { openSheet } from '../frame.ts';
import { INDICATOR_HEADINGS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet } from '../package/sheet.ts';
import { KEY_COUNT, KEY_FTE, KEY_LABEL, KEY_RATIO, NOTE, SECTION, type Style } from '../package/styles.ts';
import { writeTrend } from '../trend-table.ts';
import { type RegionalContext, regionTitle } from './context.ts';
import { aggregateOf, spread } from './slice.ts';
import { writeChanges } from './summary-changes.ts';
import { CHART_ROWS, writeDistributionChart, writeTrendChart } from './summary-charts.ts';
import { writeComparison, writeSliceComparison } from './summary-comparison.ts';
import { writeContents } from './summary-contents.ts';
import { distributionNote, shareClasses, writeDistribution } from './summary-distribution.ts';
import { indicatorCell, valuesOf, writeIndicators } from './summary-indicators.ts';
import { referencesOf, writeReferences } from './summary-references.ts';
import { BY_CATEGORY, BY_STATUS, writeSlices } from './summary-slices.ts';
import { writeStates, writeUnfigured } from './summary-states.ts';
import { SHEETS, TABLES } from './tables.ts';

const KEY_ROW = 5;

/** The region at a glance: key figures, indicators, who answered, slices, what fell outside, contents. */
export function writeSummarySheet(context: RegionalContext): void {
  const { book, owner, report, rules } = context;
  const { lastDeposit } = report;
  const sheet = openSheet(book, owner, {
    name: SHEETS.summary,
    title: `Part du budget dédiée au numérique et ETP SSI – ${regionTitle(report)}`,
    reading: `${
      lastDeposit ? `Dernier dépôt pris en compte : ${frenchDay(lastDeposit)}` : "Aucun dépôt n'a été reçu"
    }. Jeu de règles ${rules.id}. Chiffres de la région : formules sur les feuilles suivantes ; nation et N-1 : repris en fin de feuille.`,
    frozenColumns: 0,
    list: false,
  });
  sheet.widths([46, 17, 17, 17, 22, 22, 16, 16, 15, 15, 26]);
  sheet.put(4, 1, "Empreinte de l'édition (SHA-256 du manifeste)", NOTE);
  sheet.put(4, 2, report.manifest, NOTE);
  writeKeyFigures(sheet, context);
  writeSections(sheet, KEY_ROW + 3, context);
}

function writeSections(sheet: Sheet, start: number, context: RegionalContext): void {
  const { report, rules, computed } = context;
  const references = referencesOf(context);
  const classes = shareClasses(context);
  const section = (at: number, title: string) => {
    sheet.put(at, 1, title, SECTION);
    return at + 1;
  };
  let row = writeIndicators(sheet, section(start, 'Les trois indicateurs de la région'), context);
  const beside = section(row + 1, 'La région, la nation et la campagne précédente (N-1)');
  sheet.put(
    beside,
    1,
    "N-1 : ce qui a été publié pour les déclarants d'aujourd'hui. Comparer les nombres de calculés avant les valeurs.",
    NOTE,
  );
  row = writeComparison(sheet, beside + 1, context, references);
  const hasCharts = computed.length > 0;
  const charts = hasCharts ? section(row + 1, 'En images') : row;
  if (hasCharts) row = charts + CHART_ROWS;
  row = writeStates(sheet, section(row + 1, 'Où en sont les déclarations'), report);

  const trend = section(row + 1, 'Évolution sur les campagnes');
  row = writeTrend(sheet, trend, { name: TABLES.trend, trend: report.trend, indicatorCell });
  const trendRows = { first: trend + 1, last: row - 1 };
  const spread = section(row + 1, 'Répartition des parts');
  sheet.put(spread, 1, distributionNote(rules), NOTE);
  row = writeDistribution(sheet, spread + 1, classes);
  if (hasCharts) {
    writeDistributionChart(sheet, charts, { first: spread + 2, last: row - 1 }, classes);
    writeTrendChart(sheet, charts, trendRows, report);
  }

  for (const axis of [BY_STATUS, BY_CATEGORY]) {
    row = writeSlices(sheet, section(row + 1, axis.title), axis, context);
    const compared = section(row + 1, `${axis.title} : la part de la région, de la nation et de N-1`);
    row = writeSliceComparison(sheet, compared, axis, context, references);
  }
  row = writeUnfigured(sheet, section(row + 1, 'Mutualisation : échu à des membres sans chiffres'), report);
  if (report.changes)
    row = writeChanges(sheet, section(row + 1, "Depuis l'édition de référence"), report.changes);
  const contents = section(row + 1, 'Ce que contient ce classeur');
  row = writeContents(sheet, contents);
  writeReferences(sheet, section(row + 1, 'Repères : chiffres de la nation et de N-1'), references);
}

interface KeyFigure {
  readonly label: string;
  readonly indicator: Indicator;
  readonly heading: string;
  readonly result: Content;
  readonly style: Style;
}

function writeKeyFigures(sheet: Sheet, context: RegionalContext): void {
  sheet.rowHeight(KEY_ROW, 32);
  sheet.rowHeight(KEY_ROW + 1, 36);
  for (const [i, figure] of keyFigures(context).entries()) {
    const { result } = figure;
    sheet.put(KEY_ROW, i + 1, figure.label, KEY_LABEL);
    const formula = indicatorCell(figure.indicator, figure.heading);
    sheet.put(
      KEY_ROW + 1,
      i + 1,
      { formula, result: typeof result === 'number' ? result : '' },
      figure.style,
    );
  }
}

function keyFigures({ report, computed }: RegionalContext): readonly KeyFigure[] {
  const H = INDICATOR_HEADINGS;
  const share = aggregateOf(report, 'region', report.region, 'part_numerique');
  const fte = aggregateOf(report, 'region', report.region, 'etp_ssi_retenus');
  const [middle = '', low = '', high = ''] = spread(valuesOf('part_numerique', computed));
  const expected = report.rows.length;
  const { numerator = null, denominator = null } = share ?? {};
  const ratio = numerator !== null && denominator !== null ? quotient({ numerator, denominator }) : null;
  const sum = fte?.numerator ?? null;
  const of = (label: string, heading: string, result: Content, style: Style): KeyFigure => ({
    label,
    indicator: 'part_numerique',
    heading,
    result,
    style,
  });
  return [
    of('Part du budget dédiée au numérique (rapport des sommes)', H.value, ratio, KEY_RATIO),
    of('Calculés', H.n, share?.n ?? 0, KEY_COUNT),
    of('Attendus', H.expected, expected, KEY_COUNT),
    of('Couverture', H.coverage, expected > 0 ? (share?.n ?? 0) / expected : null, KEY_RATIO),
    {
      ...of('ETP SSI retenus', H.value, sum === null ? null : hundredths(sum), KEY_FTE),
      indicator: 'etp_ssi_retenus',
    },
    of('Part : médiane', H.median, middle, KEY_RATIO),
    of('Premier quartile', H.q1, low, KEY_RATIO),
    of('Troisième quartile', H.q3, high, KEY_RATIO),
  ];
}
