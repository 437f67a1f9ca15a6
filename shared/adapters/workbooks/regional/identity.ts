import { categoryLabel } from '../../../domain/declarant/categories.ts';
import { LEGAL_STATUSES } from '../../../domain/declarant/legal-status.ts';
import type { Declarant } from '../../../domain/declarant/reference-set.ts';
import type { Content } from '../package/content.ts';
import { plainText } from '../package/plain-text.ts';
import type { TableColumn } from '../package/sheet.ts';
import { FITTED_TEXT, TEXT } from '../package/styles.ts';

/** Every list begins with these, in this order. contracts.md, « Regional workbook ». */
export const IDENTITY = {
  finess: 'FINESS',
  name: 'Raison sociale',
  status: 'Statut',
  category: 'Catégorie',
  department: 'Département',
  group: 'Groupe',
} as const;

export const IDENTITY_COLUMNS: readonly TableColumn[] = [
  { name: IDENTITY.finess, style: TEXT, numberLike: true },
  { name: IDENTITY.name, style: FITTED_TEXT },
  { name: IDENTITY.status, style: TEXT },
  { name: IDENTITY.category, style: FITTED_TEXT, numberLike: true },
  { name: IDENTITY.department, style: TEXT, numberLike: true },
  { name: IDENTITY.group, style: TEXT, numberLike: true },
];

export const IDENTITY_WIDTHS: readonly number[] = [13, 36, 18, 36, 14, 14];

export function identityCells(declarant: Declarant, groups: readonly string[]): readonly Content[] {
  return [
    declarant.finess,
    plainText(declarant.name),
    LEGAL_STATUSES[declarant.status],
    plainText(categoryLabel(declarant.category)),
    plainText(declarant.department),
    plainText(groups.join(', ')) || null,
  ];
}

/** A list without a line holds one that says so: Excel knows no table without a row. */
export function orNone<C>(
  rows: readonly (readonly C[])[],
  width: number,
  sentence: string,
): readonly (readonly (C | string | null)[])[] {
  if (rows.length > 0) return rows;
  return [Array.from({ length: width }, (_, i) => (i === 1 ? sentence : null))];
}
