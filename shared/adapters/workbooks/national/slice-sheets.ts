import type { Axis } from '../../../domain/aggregates/aggregate.ts';
import { categoryLabel } from '../../../domain/declarant/categories.ts';
import { isLegalStatus, LEGAL_STATUSES } from '../../../domain/declarant/legal-status.ts';
import type { NationalReport } from '../../../domain/report/national-report.ts';
import { HEADING_ROW, openSheet } from '../frame.ts';
import type { Book } from '../package/book.ts';
import { plainText } from '../package/plain-text.ts';
import { regionName } from './region-name.ts';
import { INDICATOR_WIDTHS, writeSliceTable } from './slice-table.ts';

interface SliceSheet {
  readonly axis: Axis;
  readonly sheet: string;
  readonly table: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly labels: (slice: string) => readonly string[];
}

const statusLabel = (status: string) => (isLegalStatus(status) ? LEGAL_STATUSES[status] : status);

/** One sheet per axis, in their order. */
export const SLICE_SHEETS: readonly SliceSheet[] = [
  {
    axis: 'region',
    sheet: 'Par région',
    table: 'ParRegion',
    title: 'Indicateurs par région',
    headings: ['Code', 'Région'],
    widths: [8, 28],
    labels: (slice) => [slice, regionName(slice)],
  },
  {
    axis: 'statut',
    sheet: 'Par statut',
    table: 'ParStatut',
    title: 'Indicateurs par statut juridique',
    headings: ['Statut'],
    widths: [24],
    labels: (slice) => [statusLabel(slice)],
  },
  {
    axis: 'categorie',
    sheet: 'Par catégorie',
    table: 'ParCategorie',
    title: 'Indicateurs par catégorie FINESS',
    headings: ['Code', 'Catégorie'],
    widths: [8, 52],
    labels: (slice) => [plainText(slice), plainText(categoryLabel(slice))],
  },
  {
    axis: 'region_statut',
    sheet: 'Région et statut',
    table: 'ParRegionEtStatut',
    title: 'Indicateurs par région et statut juridique',
    headings: ['Code', 'Région', 'Statut'],
    widths: [8, 28, 20],
    labels: (slice) => {
      const [region = '', status = ''] = slice.split('|');
      return [region, regionName(region), statusLabel(status)];
    },
  },
];

export function writeSliceSheet(book: Book, owner: string, spec: SliceSheet, report: NationalReport): void {
  const sheet = openSheet(book, owner, {
    name: spec.sheet,
    title: spec.title,
    reading:
      'Une ligne par tranche et indicateur. Valeur = rapport des sommes ; médianes et quartiles des valeurs individuelles. Une ligne sans établissement calculé reste vide.',
    frozenColumns: spec.headings.length,
    list: true,
  });
  sheet.widths([...spec.widths, ...INDICATOR_WIDTHS]);
  writeSliceTable(
    sheet,
    { name: spec.table, row: HEADING_ROW, headings: spec.headings, labels: spec.labels },
    report.aggregates.filter(({ axis }) => axis === spec.axis),
  );
}
