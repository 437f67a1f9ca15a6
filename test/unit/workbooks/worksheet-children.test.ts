import { withChild } from '../../../shared/adapters/workbooks/package/worksheet-children.ts';

const sheet = (...children: readonly string[]) => `<worksheet><sheetData/>${children.join('')}</worksheet>`;

describe('a child more in a worksheet', () => {
  it('stands before what follows it in the schema', () => {
    expect(withChild(sheet('<pageSetup/>', '<tableParts/>'), 'drawing', '<drawing/>')).toBe(
      sheet('<pageSetup/>', '<drawing/>', '<tableParts/>'),
    );
  });

  it('takes no extension of a rule for those of the sheet', () => {
    const bars = '<conditionalFormatting><cfRule><extLst><ext/></extLst></cfRule></conditionalFormatting>';
    const extensions = '<extLst><ext/></extLst>';
    expect(withChild(sheet(bars, '<pageSetup/>', extensions), 'drawing', '<drawing/>')).toBe(
      sheet(bars, '<pageSetup/>', '<drawing/>', extensions),
    );
    expect(withChild(sheet(bars, '<pageSetup/>'), 'drawing', '<drawing/>')).toBe(
      sheet(bars, '<pageSetup/>', '<drawing/>'),
    );
  });
});
