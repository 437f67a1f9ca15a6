import type ExcelJS from 'exceljs';
import { categoryLabel } from '../../domain/declarant/categories.ts';
import { LEGAL_STATUSES } from '../../domain/declarant/legal-status.ts';
import type { Declarant, PastFigures } from '../../domain/declarant/reference-set.ts';
import { REGIONS } from '../../domain/territory/regions.ts';
import { AMOUNT_FORMAT, FTE_FORMAT, LABEL, TEXT_FORMAT } from './styles.ts';

/** Under the inputs of the sheet and a blank row. */
const FIRST_ROW = 8;

/** Who the template is for, and its last published figures: to be read, not entered. */
export function addIdentity(
  sheet: ExcelJS.Worksheet,
  { identity, past }: { readonly identity: Declarant; readonly past: PastFigures | null },
): void {
  const lines: (readonly [string, string | number, string])[] = [
    ['Raison sociale', identity.name, TEXT_FORMAT],
    ['Statut', LEGAL_STATUSES[identity.status], TEXT_FORMAT],
    ['Catégorie', categoryLabel(identity.category), TEXT_FORMAT],
    ['Région', REGIONS[identity.region], TEXT_FORMAT],
  ];
  if (past) {
    const of = `campagne ${past.campaign}`;
    lines.push(
      [`Charges d'exploitation totales, ${of}`, shown(past.totalExpenses), AMOUNT_FORMAT],
      [`Charges numériques retenues, ${of}`, shown(past.retainedDigital), AMOUNT_FORMAT],
      [`ETP SSI retenus, ${of}`, shown(past.retainedSsiFte), FTE_FORMAT],
    );
  }
  lines.forEach(([label, value, numFmt], index) => {
    const row = FIRST_ROW + index;
    sheet.getCell(row, 1).value = label;
    sheet.getCell(row, 1).style = LABEL;
    sheet.getCell(row, 2).value = value;
    sheet.getCell(row, 2).style = { ...LABEL, numFmt };
  });
}

/** Hundredths as the number that a cell shows; nothing is computed from it. */
function shown(hundredths: bigint): number {
  return Number(hundredths) / 100;
}
