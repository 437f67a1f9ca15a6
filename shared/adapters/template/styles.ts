import type ExcelJS from 'exceljs';

type Style = Partial<ExcelJS.Style>;

const FONT = { name: 'Calibri', size: 11 } as const;
const ACCENT = { argb: 'FF1F3864' };
const LINE = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;

export const TITLE: Style = { font: { ...FONT, size: 16, bold: true, color: ACCENT } };
export const NOTE: Style = { font: { ...FONT, italic: true, color: { argb: 'FF595959' } } };
export const PARAGRAPH: Style = { font: FONT, alignment: { wrapText: true, vertical: 'top' } };
export const HEADING: Style = {
  font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: ACCENT },
  alignment: { vertical: 'middle' },
};
export const LABEL: Style = { font: FONT, alignment: { wrapText: true, vertical: 'middle' } };
export const UNIT: Style = { font: FONT, alignment: { horizontal: 'left', vertical: 'middle', indent: 1 } };
export const HELP: Style = {
  font: { ...FONT, size: 10, color: { argb: 'FF595959' } },
  alignment: { wrapText: true, vertical: 'middle' },
};
export const TOTAL_LABEL: Style = { font: { ...FONT, bold: true }, alignment: { vertical: 'middle' } };

export const AMOUNT_FORMAT = '#,##0.00\\ "€"';
export const FTE_FORMAT = '#,##0.00';
export const DATE_FORMAT = 'dd/mm/yyyy';
/** Text: Excel must not eat the leading zero of a FINESS number. */
export const TEXT_FORMAT = '@';

/** An input: framed and pale yellow, so that it shows in colour and in black and white. */
export function inputStyle(numFmt: string): Style {
  return {
    font: FONT,
    numFmt,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8DC' } },
    border: { top: LINE, bottom: LINE, left: LINE, right: LINE },
    alignment: { vertical: 'middle', horizontal: 'right' },
  };
}

export const TOTAL: Style = {
  font: { ...FONT, bold: true },
  numFmt: AMOUNT_FORMAT,
  border: { top: LINE, bottom: { style: 'double', color: LINE.color } },
  alignment: { vertical: 'middle', horizontal: 'right' },
};
