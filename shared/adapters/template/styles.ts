import type ExcelJS from 'exceljs';

/** One object per style, shared by the cells that wear it: exceljs writes a style once per object. */
export type Style = Partial<ExcelJS.Style>;

const FONT = { name: 'Calibri', size: 11 } as const;
const ACCENT = { argb: 'FF1F3864' };
const QUIET = { argb: 'FF595959' };
const LINE = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const HAIR = { style: 'hair', color: { argb: 'FFBFBFBF' } } as const;
const BOX = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const;

export const AMOUNT_FORMAT = '#,##0.00\\ "€"';
export const FTE_FORMAT = '#,##0.00';
export const PERCENT_FORMAT = '0.0%';
export const DATE_FORMAT = 'dd/mm/yyyy';
export const GENERAL_FORMAT = 'General';
/** Text: Excel must not eat the leading zero of a FINESS number. */
export const TEXT_FORMAT = '@';

export const TITLE: Style = { font: { ...FONT, size: 16, bold: true, color: ACCENT } };
export const SECTION: Style = { font: { ...FONT, size: 13, bold: true, color: ACCENT } };
export const NOTE: Style = { font: { ...FONT, italic: true, color: QUIET }, alignment: { vertical: 'top' } };
export const PARAGRAPH: Style = { font: FONT, alignment: { wrapText: true, vertical: 'top' } };
export const LEGEND: Style = { font: FONT, alignment: { vertical: 'middle', horizontal: 'left', indent: 1 } };
export const TERM: Style = { font: { ...FONT, bold: true }, alignment: { wrapText: true, vertical: 'top' } };
export const HEADING: Style = {
  font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: ACCENT },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border: BOX,
};
export const LABEL: Style = {
  font: FONT,
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'left', indent: 1 },
  border: { bottom: HAIR },
};
export const LABEL_RIGHT: Style = {
  font: { ...FONT, bold: true },
  alignment: { vertical: 'middle', horizontal: 'right', indent: 1 },
};
export const NOTE_RIGHT: Style = {
  font: { ...FONT, italic: true, color: QUIET },
  alignment: { vertical: 'middle', horizontal: 'right', indent: 1 },
};
export const TOTAL_LABEL: Style = {
  font: { ...FONT, bold: true },
  alignment: { vertical: 'middle', horizontal: 'left', indent: 1 },
  border: { bottom: HAIR },
};
export const UNIT: Style = {
  font: FONT,
  alignment: { horizontal: 'left', vertical: 'middle', indent: 1 },
  border: { bottom: HAIR },
};
export const HELP: Style = {
  font: { ...FONT, size: 10, color: QUIET },
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'left', indent: 1 },
  border: { bottom: HAIR },
};
/** A code by which the reader knows a line: quiet, and not to be touched. */
export const MARK: Style = {
  font: { ...FONT, size: 9, color: QUIET },
  alignment: { vertical: 'middle', horizontal: 'left', indent: 1 },
  border: { bottom: HAIR, right: HAIR },
};

/** Runs over the blank cells on its right. */
export const IDENTITY: Style = {
  font: { ...FONT, bold: true },
  numFmt: TEXT_FORMAT,
  alignment: { horizontal: 'left', vertical: 'middle', indent: 1 },
};

/** A cell of a table that is given, not entered. */
export const GIVEN: Style = {
  font: FONT,
  numFmt: TEXT_FORMAT,
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'left', indent: 1 },
  border: { bottom: HAIR, left: HAIR, right: HAIR },
};
export const GIVEN_CENTER: Style = { ...GIVEN, alignment: { vertical: 'middle', horizontal: 'center' } };
/** Nothing is to be entered there: the hatching says it in black and white too. */
export const CLOSED: Style = {
  ...GIVEN,
  fill: { type: 'pattern', pattern: 'lightUp', fgColor: { argb: 'FFBFBFBF' } },
};
/** What a formula says of its line. */
export const CHECK: Style = {
  font: { ...FONT, bold: true },
  alignment: { wrapText: true, vertical: 'middle', horizontal: 'left', indent: 1 },
  border: { bottom: HAIR, right: HAIR },
};

type Align = 'left' | 'center' | 'right';

function aligned(horizontal: Align): Style['alignment'] & object {
  return { vertical: 'middle', horizontal, ...(horizontal === 'left' ? { indent: 1 } : {}) };
}

/** An input: framed and pale yellow, so that it shows in colour and in black and white; open on a protected sheet. */
export const inputStyle = keptBy((numFmt, align) => ({
  font: FONT,
  numFmt,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8DC' } },
  border: BOX,
  alignment: { ...aligned(align), ...(align === 'left' ? { wrapText: true } : {}) },
  protection: { locked: false },
}));

/** A total that the tables give, and that may be typed where its table stays blank. */
export const openTotalStyle = keptBy((numFmt, align) => ({
  ...inputStyle(numFmt, align),
  font: { ...FONT, bold: true },
  border: { ...BOX, bottom: { style: 'double', color: LINE.color } },
}));

export const totalStyle = keptBy((numFmt, align) => ({
  font: { ...FONT, bold: true },
  numFmt,
  border: { top: LINE, bottom: { style: 'double', color: LINE.color } },
  alignment: aligned(align),
}));

/** What a formula gives of its line. */
export const lineResultStyle = keptBy((numFmt, align) => ({
  font: FONT,
  numFmt,
  border: { bottom: HAIR, right: HAIR },
  alignment: aligned(align),
}));

/** What stood a year before: beside the input, and none itself. */
export const previousStyle = keptBy((numFmt, align) => ({
  font: { ...FONT, italic: true, color: QUIET },
  numFmt,
  border: { bottom: HAIR, right: HAIR },
  alignment: aligned(align),
}));

function keptBy(make: (numFmt: string, align: Align) => Style): (numFmt: string, align?: Align) => Style {
  const kept = new Map<string, Style>();
  return (numFmt, align = 'right') => {
    const key = `${align} ${numFmt}`;
    const style = kept.get(key) ?? make(numFmt, align);
    kept.set(key, style);
    return style;
  };
}
