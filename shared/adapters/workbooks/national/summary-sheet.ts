import { frenchDay } from '../../../domain/calendar/day.ts';
import type { NationalReport } from '../../../domain/report/national-report.ts';
import { hundredthsOrBlank } from '../exact.ts';
import { linkTo, openSheet } from '../frame.ts';
import type { Book } from '../package/book.ts';
import type { Content } from '../package/content.ts';
import type { Sheet } from '../package/sheet.ts';
import {
  KEY_COUNT,
  KEY_FTE,
  KEY_LABEL,
  KEY_RATIO,
  LINK,
  NOTE,
  SECTION,
  type Style,
} from '../package/styles.ts';
import { writeTrend } from '../trend-table.ts';
import { SHEETS, TABLES } from './names.ts';
import { nationCell, writeNation } from './nation-table.ts';
import { writeProgress } from './progress-table.ts';
import { H, sliceValue } from './slice-columns.ts';
import {
  hasTrendChart,
  REGION_CHART_ROWS,
  TREND_CHART_ROWS,
  writeRegionCharts,
  writeTrendChart,
} from './summary-charts.ts';

const KEY_ROW = 6;

const PAST =
  "N-1 et avant : ce qui a été publié pour les déclarants d'aujourd'hui. Comparer les nombres de calculés avant les valeurs.";

const CONTENTS: readonly (readonly [string, string])[] = [
  [SHEETS.region, 'Les trois indicateurs de chaque région ; leurs sommes font ceux de la nation.'],
  [SHEETS.status, 'Par statut juridique.'],
  [SHEETS.category, 'Par catégorie FINESS.'],
  [SHEETS.size, 'Par taille de budget, avec les bornes des classes et leurs sources.'],
  [SHEETS.regionAndStatus, 'Par région et statut juridique.'],
  [SHEETS.maturity, 'Niveaux déclarés à chaque mesure, sans aucun nom.'],
  [SHEETS.changes, 'Ce qui a changé depuis l’édition de référence, région par région.'],
  [SHEETS.method, 'Règles, définitions, seuils, sources et limites.'],
];

/** The nation at a glance: key figures, indicators, progress by region, campaigns, contents. */
export function writeSummary(book: Book, owner: string, report: NationalReport): void {
  const { lastDeposit, manifest, changes, progress } = report;
  const sheet = openSheet(book, owner, {
    name: SHEETS.summary,
    title: 'Part du budget dédiée au numérique et ETP SSI – France',
    reading: `${
      lastDeposit ? `Dernier dépôt pris en compte : ${frenchDay(lastDeposit)}` : "Aucun dépôt n'a été reçu"
    }. Jeu de règles ${report.ruleSet}. Chiffres de la nation : formules sur « ${SHEETS.region} ».`,
    frozenColumns: 0,
    list: false,
  });
  sheet.widths([46, 13, 13, 14, 22, 22, 15, 15, 15, 15, 24, 13, 14]);
  sheet.put(4, 1, "Empreinte de l'édition (SHA-256 du manifeste)", NOTE);
  sheet.put(4, 2, manifest, NOTE);
  writeKeyFigures(sheet, report);

  const section = (at: number, title: string) => {
    sheet.put(at, 1, title, SECTION);
    return at + 1;
  };
  const nation = section(KEY_ROW + 3, 'Les trois indicateurs de la nation');
  sheet.put(nation, 1, PAST, NOTE);
  let row = writeNation(sheet, nation + 1, report);
  const table = section(row + 1, 'Avancement par région');
  row = writeProgress(sheet, table, report);
  if (progress.length > 0) {
    const charts = section(row + 1, 'Les régions en images');
    writeRegionCharts(sheet, charts, { first: table + 1, last: row - 1 }, report);
    row = charts + REGION_CHART_ROWS;
  }
  const trend = section(row + 1, 'Évolution sur les campagnes');
  sheet.put(trend, 1, PAST, NOTE);
  row = writeTrend(sheet, trend + 1, {
    name: TABLES.trend,
    trend: report.trend,
    indicatorCell: nationCell,
  });
  if (hasTrendChart(report)) {
    writeTrendChart(sheet, row + 1, { first: trend + 2, last: row - 1 }, report);
    row += 1 + TREND_CHART_ROWS;
  }
  writeContents(sheet, section(row + 1, 'Ce que contient ce classeur'), changes !== null);
}

interface KeyFigure {
  readonly label: string;
  readonly indicator: 'part_numerique' | 'etp_ssi_retenus';
  readonly heading: string;
  readonly result: Content;
  readonly style: Style;
}

function writeKeyFigures(sheet: Sheet, report: NationalReport): void {
  sheet.rowHeight(KEY_ROW, 32);
  sheet.rowHeight(KEY_ROW + 1, 36);
  for (const [i, { label, indicator, heading, result, style }] of keyFigures(report).entries()) {
    sheet.put(KEY_ROW, i + 1, label, KEY_LABEL);
    const formula = nationCell(indicator, heading);
    // Before the first declarant the table has no such line.
    const isKnown = report.aggregates.length > 0;
    sheet.put(
      KEY_ROW + 1,
      i + 1,
      isKnown ? { formula, result: typeof result === 'number' ? result : '' } : null,
      style,
    );
  }
}

function keyFigures({ aggregates }: NationalReport): readonly KeyFigure[] {
  const of = (indicator: KeyFigure['indicator']) =>
    aggregates.find((one) => one.axis === 'nation' && one.indicator === indicator);
  const [share, fte] = [of('part_numerique'), of('etp_ssi_retenus')];
  const { n = 0, expected = 0 } = share ?? {};
  const figure = (label: string, heading: string, result: Content, style: Style): KeyFigure => ({
    label,
    indicator: 'part_numerique',
    heading,
    result,
    style,
  });
  return [
    figure(
      'Part du budget dédiée au numérique (rapport des sommes)',
      H.value,
      share ? sliceValue(share) : null,
      KEY_RATIO,
    ),
    figure('Calculés', H.n, n, KEY_COUNT),
    figure('Attendus', H.expected, expected, KEY_COUNT),
    figure('Couverture', H.coverage, expected === 0 ? null : n / expected, KEY_RATIO),
    {
      ...figure('ETP SSI retenus', H.value, hundredthsOrBlank(fte?.numerator ?? null), KEY_FTE),
      indicator: 'etp_ssi_retenus',
    },
  ];
}

/** The other sheets, with a link to each. */
function writeContents(sheet: Sheet, row: number, hasChanges: boolean): void {
  const there = CONTENTS.filter(([name]) => hasChanges || name !== SHEETS.changes);
  for (const [i, [name, contents]] of there.entries()) {
    sheet.put(row + i, 1, linkTo(name, name), LINK);
    sheet.put(row + i, 2, contents, NOTE);
  }
}
