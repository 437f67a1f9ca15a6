import type ExcelJS from 'exceljs';
import { categoryLabel } from '../../../domain/declarant/categories.ts';
import { LEGAL_STATUSES } from '../../../domain/declarant/legal-status.ts';
import type { TemplateBody, TemplateRequest } from '../../../domain/deposit/template/template-request.ts';
import { REGIONS } from '../../../domain/territory/regions.ts';
import { addSheet, put } from '../frame.ts';
import { LINE_HEADING_ROW, lineWidths, writeLines } from '../scalar-lines.ts';
import * as styles from '../styles.ts';

export const IDENTIFICATION = 'Identification';

/** Whom the template is for: the two keys of the declaration, and what is known of the body, to be checked. */
export function addIdentification(workbook: ExcelJS.Workbook, request: TemplateRequest): void {
  const { campaign, body } = request;
  // Nothing of a year before stands beside the keys.
  const lines = { ...request, body: null };
  const sheet = addSheet(workbook, request, {
    name: IDENTIFICATION,
    note: body
      ? 'Vérifiez ces données ; si l’une est fausse, signalez-le à votre ARS.'
      : 'Reprenez le numéro du répertoire FINESS.',
    widths: lineWidths(lines),
    frozen: { rows: LINE_HEADING_ROW, columns: 0 },
  });
  let row = writeLines(sheet, lines, [
    { column: 'finess', ...(body ? { value: body.finess } : {}) },
    { column: 'campagne', value: String(campaign) },
  ]);
  if (!body) return;
  row++;
  put(sheet, row++, 1, 'Ce que dit le référentiel', styles.SECTION);
  for (const [label, value] of identityOf(body)) {
    put(sheet, row, 1, label, styles.LABEL);
    put(sheet, row, 2, value, styles.IDENTITY);
    sheet.getRow(row).height = 20;
    row++;
  }
}

const ROLES = { porteur: 'porteur', membre: 'membre' } as const;

function identityOf({ name, declarant, groups }: TemplateBody): readonly (readonly [string, string])[] {
  const standing: readonly (readonly [string, string])[] = declarant
    ? [
        ['Statut', LEGAL_STATUSES[declarant.status]],
        ['Catégorie', categoryLabel(declarant.category)],
        ['Région', REGIONS[declarant.region]],
      ]
    : [['Statut', 'Porteur d’un groupement, sans déclaration propre']];
  const shared = groups.map(({ label, role }) => ['Groupement', `${label} (${ROLES[role]})`] as const);
  return [
    ['Raison sociale', name],
    ...standing,
    ...(shared.length > 0 ? shared : [['Groupement', 'aucun'] as const]),
  ];
}
