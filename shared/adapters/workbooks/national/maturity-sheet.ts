import type { MeasureSpread } from '../../../domain/report/measure-spread.ts';
import type { NationalReport } from '../../../domain/report/national-report.ts';
import type { RuleSet } from '../../../domain/rules/rule-set.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import { bandsUpTo, type LevelBand } from '../level-bands.ts';
import type { Book } from '../package/book.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { Styled, TableColumn } from '../package/sheet.ts';
import { thisRow, thisRowRange } from '../package/structured.ts';
import { COUNT, MEAN_LEVEL, SENTENCE, TEXT } from '../package/styles.ts';
import { SHEETS, TABLES } from './names.ts';

const H = {
  measure: 'Mesure',
  label: 'Libellé',
  theme: 'Thème',
  mean: 'Niveau moyen',
  given: 'Niveaux donnés',
  notApplicable: 'Non applicable',
} as const;

/** How the levels of each measure are spread over the nation: no establishment, and nothing of too few answers. */
export function writeMaturity(book: Book, owner: string, { maturity }: NationalReport, rules: RuleSet): void {
  const sheet = openSheet(book, owner, {
    name: SHEETS.maturity,
    title: 'Maturité : niveaux déclarés par mesure',
    reading: `Auto-évaluations qui comptent pour la campagne, chiffres calculés ou non. Une mesure de moins de ${rules.smallestShownSlice} niveaux donnés n'est pas montrée ; aucun établissement n'est nommé.`,
    frozenColumns: 1,
    list: true,
  });
  const highest = Math.max(0, ...maturity.map(({ measure }) => measure.highest));
  const bands = bandsUpTo(highest);
  sheet.widths([12, 44, 28, 14, 18, 14, ...bands.map(() => 12)]);
  const columns: readonly TableColumn[] = [
    { name: H.measure, style: TEXT, numberLike: true },
    { name: H.label, style: SENTENCE },
    { name: H.theme, style: SENTENCE },
    { name: H.mean, style: MEAN_LEVEL, ...(highest > 0 ? { bars: { to: highest } } : {}) },
    { name: H.given, style: COUNT },
    { name: H.notApplicable, style: COUNT },
    ...bands.map(({ name }) => ({ name, style: COUNT })),
  ];
  const none = [columns.map((_, i) => (i === 1 ? 'Le référentiel ne donne pas de questionnaire.' : null))];
  sheet.table({
    name: TABLES.measures,
    row: HEADING_ROW,
    columns,
    rows: maturity.length > 0 ? maturity.map((spread) => cells(spread, bands, rules)) : none,
  });
}

function cells(
  { measure, counts, notApplicable }: MeasureSpread,
  bands: readonly LevelBand[],
  { smallestShownSlice }: RuleSet,
): readonly (Content | Styled)[] {
  const named = [plainText(measure.code), plainText(measure.label) || null, plainText(measure.theme) || null];
  if (counts === null)
    return [
      ...named,
      null,
      { content: `Moins de ${smallestShownSlice}`, style: TEXT },
      ...[null, ...bands].map(() => null),
    ];
  const inBand = ({ from, to }: LevelBand) =>
    counts.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
  const given = counts.reduce((sum, count) => sum + count, 0);
  const points = counts.reduce((sum, count, level) => sum + level * count, 0);
  const [first, last] = [bands[0], bands.at(-1)];
  const cell = (heading: string) => thisRow(TABLES.measures, heading);
  // Levels counted together no longer say their mean.
  const isLive = bands.every(({ from, to }) => from === to);
  const weighted = bands.map(({ name, from }) => `${from}*${cell(name)}`).join('+');
  return [
    ...named,
    isLive ? { formula: `(${weighted})/${cell(H.given)}`, result: points / given } : points / given,
    {
      formula: `SUM(${thisRowRange(TABLES.measures, first?.name ?? '', last?.name ?? '')})`,
      result: given,
    },
    notApplicable,
    ...bands.map((band) => (band.from > measure.highest ? null : inBand(band))),
  ];
}
