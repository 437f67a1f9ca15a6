import { dateOfSerial } from '../../../shared/adapters/tables/xlsx/date-serial.ts';
import { isBuiltInDate, isDateFormat } from '../../../shared/adapters/tables/xlsx/number-format.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { sheetOf } from '../../builders/xlsx-package.ts';

describe('a serial number of days', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [46022, '2025-12-31'],
    [46022.75, '2025-12-31 18:00:00'],
    [46022.000005, '2025-12-31'],
    [46021.999999, '2025-12-31'],
    [2958465, '9999-12-31'],
  ])('%d is %s in the 1900 calendar', (serial, date) => {
    expect(dateOfSerial(serial, false)).toBe(date);
  });

  it.each([0, 0.5, 60, 60.5, 59.9999999, -1, 2958466, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is no date in the 1900 calendar',
    (serial) => {
      expect(dateOfSerial(serial, false)).toBeNull();
    },
  );

  it.each([
    [0, '1904-01-01'],
    [60, '1904-03-01'],
    [44560, '2025-12-31'],
    [2957003, '9999-12-31'],
  ])('%d is %s in the 1904 calendar', (serial, date) => {
    expect(dateOfSerial(serial, true)).toBe(date);
  });

  it('is no date after 9999 in the 1904 calendar', () => {
    expect(dateOfSerial(2957004, true)).toBeNull();
  });
});

describe('a number format', () => {
  it.each([
    'dd/mm/yyyy',
    'yyyy\\-mm\\-dd',
    'd mmm',
    'h:mm AM/PM',
    'mm:ss',
    '[$-40C]d mmmm yyyy',
    '"le "dd',
    '[Red]yyyy;@',
  ])('%s shows a date', (code) => {
    expect(isDateFormat(code)).toBe(true);
  });

  it.each([
    'General',
    '0.00',
    '#,##0.00" dh"',
    '[Red]0.00',
    '0\\d',
    '[h]:mm',
    '[mm]:ss',
    '0_d',
    '*h0',
    '[$USD] 0',
    '0.00E+00',
    '"dd',
    '@',
  ])('%s shows none', (code) => {
    expect(isDateFormat(code)).toBe(false);
  });

  it('has its date among the built-in ones on both sides of each range', () => {
    const dates = Array.from({ length: 60 }, (_, id) => id).filter(isBuiltInDate);
    expect(dates).toEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54,
      55, 56, 57, 58,
    ]);
  });
});

describe('a number under a date format', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>' +
    '<dxfs><dxf><numFmt numFmtId="0" formatCode="dd/mm/yyyy"/></dxf></dxfs>';
  const cell = (at: string, style: number, value: string) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  const data = `<row r="1">${cell('A1', 0, '46022')}${cell('B1', 1, '46022')}${cell('C1', 2, '46022.5')}${cell('D1', 1, '60')}${cell('E1', 9, '1')}</row>`;

  it('is a date in the calendar of the workbook, any other number stays one', async () => {
    const [sheet] = (await readXlsx(await sheetOf(data, { styles }))).sheets;
    expect([...(sheet?.cells.values() ?? [])]).toEqual([
      { kind: 'number', text: '46022' },
      { kind: 'date', text: '2025-12-31' },
      { kind: 'date', text: '2025-12-31 12:00:00' },
      { kind: 'number', text: '60' },
      { kind: 'number', text: '1' },
    ]);
  });

  it('counts from 1904 where the workbook says so', async () => {
    const [sheet] = (await readXlsx(await sheetOf(data, { styles, properties: 'date1904="1"' }))).sheets;
    expect(sheet?.cells.get('B1')).toEqual({ kind: 'date', text: '2030-01-01' });
    expect(sheet?.cells.get('D1')).toEqual({ kind: 'date', text: '1904-03-01' });
  });
});
