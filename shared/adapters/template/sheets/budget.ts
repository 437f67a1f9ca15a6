import type ExcelJS from 'exceljs';
import type { TemplateRequest } from '../../../domain/deposit/template/template-request.ts';
import { titleLabel } from '../../../messages/template-texts.ts';
import { addSheet, periodOf } from '../frame.ts';
import { LINE_HEADING_ROW, type Line, lineWidths, writeLines } from '../scalar-lines.ts';

export const BUDGET = 'Clôture et budget';
/** Of an external carrier, whose budget is not asked for. */
export const CLOSURE = 'Clôture';
export const TOTAL_EXPENSES = 'total_charges_exploitation';

const TITLES = ['charges_titre1', 'charges_titre2', 'charges_titre3', 'charges_titre4'] as const;

/** The closure of the accounts, and the budget of which the digital share is a part. */
export function addBudget(workbook: ExcelJS.Workbook, request: TemplateRequest): void {
  const { campaign, body } = request;
  const sheet = addSheet(workbook, request, {
    name: BUDGET,
    note: `Comptes clos, ${periodOf(campaign)}. Budget global : budget principal et budgets annexes, nets des flux internes.`,
    widths: lineWidths(request),
    frozen: { rows: LINE_HEADING_ROW, columns: 0 },
  });
  const previous = body?.previousTotals.expenses ?? null;
  writeLines(sheet, request, [
    ...CLOSURE_LINES,
    ...TITLES.map((column) => ({ column, label: titleLabel(column, body?.nomenclature ?? null) })),
    {
      total: TOTAL_EXPENSES,
      label: 'Total des charges d’exploitation (titres 1 à 4)',
      of: TITLES.length,
      previous,
    },
    { column: 'emplois_investissement' },
  ]);
}

/** The closure alone. */
export function addClosure(workbook: ExcelJS.Workbook, request: TemplateRequest): void {
  const sheet = addSheet(workbook, request, {
    name: CLOSURE,
    note: `Comptes clos, ${periodOf(request.campaign)}`,
    widths: lineWidths(request),
    frozen: { rows: LINE_HEADING_ROW, columns: 0 },
  });
  writeLines(sheet, request, CLOSURE_LINES);
}

const CLOSURE_LINES: readonly Line[] = [{ column: 'cloture' }, { column: 'date_cloture' }];
