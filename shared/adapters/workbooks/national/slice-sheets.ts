import type { AnyAxis } from '../../../domain/aggregates/aggregate.ts';
import { categoryLabel } from '../../../domain/declarant/categories.ts';
import { isLegalStatus, LEGAL_STATUSES } from '../../../domain/declarant/legal-status.ts';
import type { NationalReport } from '../../../domain/report/national-report.ts';
import type { RuleSet } from '../../../domain/rules/rule-set.ts';
import { budgetSizeInWords } from '../../../messages/budget-sizes.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Book } from '../package/book.ts';
import { plainText } from '../package/plain-text.ts';
import type { Sheet } from '../package/sheet.ts';
import { SECTION, SENTENCE, TEXT } from '../package/styles.ts';
import { SHEETS, TABLES } from './names.ts';
import { regionName } from './region-name.ts';
import { sliceWidths, writeSliceTable } from './slice-table.ts';

interface SliceSheet {
  readonly axis: AnyAxis;
  readonly sheet: string;
  readonly table: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly labels: (slice: string, rules: RuleSet) => readonly string[];
}

const statusLabel = (status: string) => (isLegalStatus(status) ? LEGAL_STATUSES[status] : status);

/** One sheet per axis, in their order. */
export const SLICE_SHEETS: readonly SliceSheet[] = [
  {
    axis: 'region',
    sheet: SHEETS.region,
    table: TABLES.region,
    title: 'Indicateurs par région',
    headings: ['Code', 'Région'],
    widths: [8, 28],
    labels: (slice) => [slice, regionName(slice)],
  },
  {
    axis: 'statut',
    sheet: SHEETS.status,
    table: TABLES.status,
    title: 'Indicateurs par statut juridique',
    headings: ['Statut'],
    widths: [24],
    labels: (slice) => [statusLabel(slice)],
  },
  {
    axis: 'categorie',
    sheet: SHEETS.category,
    table: TABLES.category,
    title: 'Indicateurs par catégorie FINESS',
    headings: ['Code', 'Catégorie'],
    widths: [8, 52],
    labels: (slice) => [plainText(slice), plainText(categoryLabel(slice))],
  },
  {
    axis: 'taille_budget',
    sheet: SHEETS.size,
    table: TABLES.size,
    title: 'Indicateurs par taille de budget',
    headings: ['Taille de budget'],
    widths: [24],
    labels: (slice, rules) => [budgetSizeInWords(slice, rules)],
  },
  {
    axis: 'region_statut',
    sheet: SHEETS.regionAndStatus,
    table: TABLES.regionAndStatus,
    title: 'Indicateurs par région et statut juridique',
    headings: ['Code', 'Région', 'Statut'],
    widths: [8, 28, 20],
    labels: (slice) => {
      const [region = '', status = ''] = slice.split('|');
      return [region, regionName(region), statusLabel(status)];
    },
  },
];

export function writeSliceSheet(
  book: Book,
  owner: string,
  spec: SliceSheet,
  report: NationalReport,
  rules: RuleSet,
): void {
  const isBySize = spec.axis === 'taille_budget';
  const sheet = openSheet(book, owner, {
    name: spec.sheet,
    title: spec.title,
    reading:
      'Une ligne par tranche et indicateur. Valeur = rapport des sommes ; médianes et quartiles des valeurs individuelles. Une ligne sans établissement calculé reste vide.',
    frozenColumns: spec.headings.length,
    list: true,
    pagesWide: 2,
  });
  sheet.widths([...spec.widths, ...sliceWidths(!isBySize)]);
  const aggregates = isBySize ? report.sizes : report.aggregates.filter(({ axis }) => axis === spec.axis);
  const next = writeSliceTable(
    sheet,
    {
      name: spec.table,
      row: HEADING_ROW,
      headings: spec.headings,
      labels: (slice) => spec.labels(slice, rules),
      aggregates,
      hasPrevious: !isBySize,
    },
    report,
  );
  if (isBySize) writeClasses(sheet, next + 1, rules);
}

/** Where the bounds of the classes come from. */
function writeClasses(sheet: Sheet, row: number, rules: RuleSet): void {
  sheet.put(row, 1, `Les classes du jeu de règles ${rules.id} et leurs sources`, SECTION);
  sheet.table({
    name: TABLES.sizes,
    row: row + 1,
    columns: [
      { name: 'Classe', style: TEXT },
      { name: 'Source de la borne', style: SENTENCE },
    ],
    rows: rules.budgetClasses.map(({ code, source }) => [budgetSizeInWords(code, rules), source]),
  });
}
