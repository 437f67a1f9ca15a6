import { writeReference } from '../../shared/domain/deposit/cell-reference.ts';
import { deflated, rawZip } from '../builders/raw-zip.ts';
import { workbookParts } from '../builders/xlsx-package.ts';

/** About as many cells as a deposit may hold. */
const ROWS = 17_000;
const COLUMNS = 16;
export const CELLS = ROWS * COLUMNS;

/** A workbook of one sheet, amounts and texts in turn that hardly deflate: about 5 MB. */
export function largeWorkbook(): Uint8Array {
  let state = 20_260_630;
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state;
  };
  const words = () => Array.from({ length: 4 }, () => next().toString(36)).join(' ');
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const cells = Array.from({ length: COLUMNS }, (__, column) => {
      const place = writeReference({ column, row: at + 1 });
      return column % 2 === 0
        ? `<c r="${place}"><v>${next() / 100}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${words()}</t></is></c>`;
    });
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  const parts = workbookParts({ sheets: [{ name: 'Feuil1', data: rows.join('') }], styles: '' });
  return rawZip([...parts].map(([name, content]) => deflated(name, content)));
}
