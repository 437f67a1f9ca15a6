import type ExcelJS from 'exceljs';
import type { WriteTemplate } from '../../application/ports.ts';
import { toBytes } from '../workbooks/package/to-bytes.ts';
import { createWorkbook } from './frame.ts';
import { ACTIONS, addActions } from './sheets/actions.ts';
import { addBudget, addClosure, BUDGET, CLOSURE } from './sheets/budget.ts';
import { addDigital, DIGITAL } from './sheets/digital.ts';
import { addIdentification, IDENTIFICATION } from './sheets/identification.ts';
import { addJustifications, JUSTIFICATIONS } from './sheets/justifications.ts';
import { addMaturity, MATURITY } from './sheets/maturity.ts';
import { addPool, hasPool, POOL } from './sheets/pool.ts';
import { addReadMe } from './sheets/read-me.ts';
import { addStaff, POOLED_FTE, STAFF } from './sheets/staff.ts';

/**
 * The template workbook, made for a body and a campaign, or for anyone. An external carrier files its closure and its
 * pool alone. The same request gives the same bytes. contracts.md, « template workbook ».
 */
export const buildTemplate: WriteTemplate = async (request) => {
  const workbook = createWorkbook(request);
  if (request.body !== null && request.body.declarant === null) {
    addReadMe(workbook, request, [IDENTIFICATION, CLOSURE, POOL]);
    addIdentification(workbook, request);
    addClosure(workbook, request);
    addPool(workbook, request, null);
    return bytesOf(workbook);
  }
  const pool = hasPool(request);
  addReadMe(workbook, request, [
    IDENTIFICATION,
    BUDGET,
    DIGITAL,
    STAFF,
    ...(pool ? [POOL] : []),
    MATURITY,
    ACTIONS,
    JUSTIFICATIONS,
  ]);
  addIdentification(workbook, request);
  addBudget(workbook, request);
  addDigital(workbook, request);
  addStaff(workbook, request);
  if (pool) addPool(workbook, request, POOLED_FTE);
  addMaturity(workbook, request);
  addActions(workbook, request);
  addJustifications(workbook, request);
  return bytesOf(workbook);
};

/** Accounts and numbers of establishments are texts, totals are formulas that may be typed over: Excel flags neither. */
function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  const everywhere = workbook.worksheets.map(({ id }) => [id, ['A1:Z999']] as const);
  return toBytes(workbook, new Map(everywhere), ['numberStoredAsText', 'unlockedFormula']);
}
