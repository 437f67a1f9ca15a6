import type { Indicator } from '../../../domain/aggregates/aggregate.ts';
import { frenchDay } from '../../../domain/calendar/day.ts';
import { hundredths, quotient } from '../exact.ts';
import { openSheet } from '../frame.ts';
import { INDICATOR_HEADINGS } from '../indicator-labels.ts';
import type { Content } from '../package/content.ts';
import type { Sheet } from '../package/sheet.ts';
import { KEY_COUNT, KEY_FTE, KEY_LABEL, KEY_RATIO, SECTION, type Style } from '../package/styles.ts';
import { type RegionalContext, regionTitle } from './context.ts';
import { aggregateOf, spread } from './slice.ts';
import { writeContents } from './summary-contents.ts';
import { indicatorCell, valuesOf, writeIndicators } from './summary-indicators.ts';
import { BY_CATEGORY, BY_STATUS, writeSlices } from './summary-slices.ts';
import { writeStates, writeUnfigured } from './summary-states.ts';
import { SHEETS } from './tables.ts';

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
    }. Jeu de règles ${rules.id}. Tous les chiffres de cette feuille sont des formules sur les feuilles suivantes.`,
    frozenColumns: 0,
    list: false,
  });
  sheet.widths([46, 17, 15, 17, 22, 22, 16, 15, 15, 15, 16]);
  writeKeyFigures(sheet, context);

  const section = (row: number, title: string) => {
    sheet.put(row, 1, title, SECTION);
    return row + 1;
  };
  let row = KEY_ROW + 3;
  row = writeIndicators(sheet, section(row, 'Les trois indicateurs de la région'), context);
  row = writeStates(sheet, section(row + 1, 'Où en sont les déclarations'), report);
  row = writeSlices(sheet, section(row + 1, 'Par statut'), BY_STATUS, context);
  row = writeSlices(sheet, section(row + 1, 'Par catégorie'), BY_CATEGORY, context);
  row = writeUnfigured(sheet, section(row + 1, 'Mutualisation : échu à des membres sans chiffres'), report);
  writeContents(sheet, section(row + 1, 'Ce que contient ce classeur'));
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
