import type ExcelJS from 'exceljs';

/**
 * One object per style, shared by every cell that wears it: exceljs writes a style once per object, and one
 * object per cell would cost more than the cells. Restrained: one accent, hair lines that survive a print in
 * black and white, nothing said by colour alone.
 */
export type Style = Partial<ExcelJS.Style>;

const ACCENT = { argb: 'FF1F3864' };
const QUIET = { argb: 'FF595959' };
const LINE = { argb: 'FFBFBFBF' };
const PALE = { argb: 'FFEAF0F8' };

const FONT = { name: 'Calibri', size: 11 } as const;
const UNDERLINED = { bottom: { style: 'hair', color: LINE } } as const;

export const TITLE: Style = { font: { ...FONT, size: 16, bold: true, color: ACCENT } };
export const SECTION: Style = { font: { ...FONT, size: 13, bold: true, color: ACCENT } };
export const MARKING: Style = { font: { ...FONT, bold: true } };
export const NOTE: Style = { font: { ...FONT, color: QUIET } };
export const LINK: Style = { font: { ...FONT, underline: true, color: ACCENT } };
export const PARAGRAPH: Style = { font: FONT, alignment: { wrapText: true, vertical: 'top' } };
export const TERM: Style = { font: { ...FONT, bold: true }, alignment: { wrapText: true, vertical: 'top' } };

export const HEADING: Style = {
  font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: ACCENT },
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'center' },
  border: { bottom: { style: 'thin', color: ACCENT } },
};
/** Above a heading that is a column's name: what it means. */
export const CAPTION: Style = {
  font: { ...FONT, size: 9, color: QUIET },
  alignment: { wrapText: true, vertical: 'bottom', horizontal: 'center' },
};

export const KEY_LABEL: Style = {
  font: { ...FONT, color: QUIET },
  fill: { type: 'pattern', pattern: 'solid', fgColor: PALE },
  alignment: { wrapText: true, vertical: 'bottom' },
};
export const KEY_RATIO: Style = keyFigure('0.00%');
export const KEY_COUNT: Style = keyFigure('#,##0');
export const KEY_FTE: Style = keyFigure('#,##0.00');

/** Text format: a FINESS keeps its zeros, a name that starts with = stays a name when it is edited. */
export const TEXT: Style = { ...body('@'), alignment: { horizontal: 'left', vertical: 'middle', indent: 1 } };
/** A text that must fit the width of its column on one line: the program makes it smaller where it would be cut. */
export const FITTED_TEXT: Style = { ...TEXT, alignment: { ...TEXT.alignment, shrinkToFit: true } };
export const SENTENCE: Style = {
  ...body(),
  alignment: { wrapText: true, horizontal: 'left', vertical: 'middle', indent: 1 },
};
export const AMOUNT: Style = body('#,##0.00\\ "€"');
export const RATIO: Style = body('0.00%');
export const CHANGE: Style = body('+0.00%;\\-0.00%;0.00%');
/** A share as published: six decimals of one. */
export const PUBLISHED_RATIO: Style = body('0.0000%');
/** A difference of two shares, in points. */
export const POINTS: Style = body('[>=0.005]+0.00" pt";[<=-0.005]\\-0.00" pt";0.00" pt"');
export const FTE: Style = body('#,##0.00');
export const FTE_CHANGE: Style = body('+#,##0.00;\\-#,##0.00;0.00');
export const COUNT: Style = body('#,##0');
/** A number of alerts, marked by a sign and not by a colour; blank where there is none. */
export const ALERT_COUNT: Style = centred('0" ▲";;');
/** A campaign. */
export const YEAR: Style = { ...body('0'), alignment: { horizontal: 'left', vertical: 'middle', indent: 1 } };
/** A level of maturity, or `n.a.`. */
export const LEVEL: Style = centred('0');
export const MEAN_LEVEL: Style = body('0.00');
export const ACTIVITY: Style = body('#,##0.0000');
export const DATE: Style = { ...body('dd/mm/yyyy'), alignment: { horizontal: 'center', vertical: 'middle' } };
export const BODY_LINK: Style = {
  ...body(),
  alignment: { horizontal: 'left', vertical: 'middle', indent: 1 },
  font: { ...FONT, underline: true, color: ACCENT },
};

function body(numFmt?: string): Style {
  const style = { font: FONT, border: UNDERLINED, alignment: { vertical: 'middle' } } as const;
  return numFmt === undefined ? style : { ...style, numFmt };
}

function centred(numFmt: string): Style {
  return { ...body(numFmt), alignment: { horizontal: 'center', vertical: 'middle' } };
}

function keyFigure(numFmt: string): Style {
  return {
    numFmt,
    font: { ...FONT, size: 20, bold: true, color: ACCENT },
    fill: { type: 'pattern', pattern: 'solid', fgColor: PALE },
    alignment: { horizontal: 'left', vertical: 'middle' },
  };
}
