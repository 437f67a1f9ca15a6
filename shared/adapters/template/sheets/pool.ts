import type ExcelJS from 'exceljs';
import type { TemplateRequest } from '../../../domain/deposit/template/template-request.ts';
import { addSheet, periodOf } from '../frame.ts';
import { LINE_HEADING_ROW, type Line, lineWidths, writeLines } from '../scalar-lines.ts';

export const POOL = 'Mutualisation';

/** Whether the body has anything to say of a pool. */
export function hasPool({ body }: TemplateRequest): boolean {
  return body === null || body.carries || body.groups.length > 0;
}

/**
 * What a carrier pays for its pool, what a member pays to one. @param pooledFte formula that gives the pooled FTE; null
 * where no lines of staff are asked for
 */
export function addPool(
  workbook: ExcelJS.Workbook,
  request: TemplateRequest,
  pooledFte: string | null,
): void {
  const { campaign, body } = request;
  const sheet = addSheet(workbook, request, {
    name: POOL,
    note: `Charges et ETP mis en commun dans un groupement, ${periodOf(campaign)}`,
    widths: lineWidths(request),
    frozen: { rows: LINE_HEADING_ROW, columns: 0 },
  });
  const carries = body?.carries ?? true;
  const pays = body?.groups.some(({ role }) => role === 'membre') ?? true;
  const carried: readonly Line[] = [
    { column: 'mutualise_charges' },
    { column: 'mutualise_etp_ssi', ...(pooledFte ? { value: { formula: pooledFte } } : {}) },
    { column: 'quotes_parts_refacturees' },
  ];
  writeLines(sheet, request, [
    ...(carries ? carried : []),
    ...(pays ? [{ column: 'quote_part_versee' } as const] : []),
  ]);
}
