import { element, escapedText } from '../element.ts';
import { solid } from './series-look.ts';

const INK = '404040';
const FACE = 'Calibri';
/** Of all that is written in a workbook. */
const LANGUAGE = 'fr-FR';

/** How texts without a look of their own are written. @param size in points */
export function textLook(size: number, bold = false): string {
  return element(
    'c:txPr',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      element('a:pPr', {}, runLook('a:defRPr', size, bold)),
      element('a:endParaRPr', { lang: LANGUAGE }),
    ),
  );
}

/** A title, of the chart or of an axis. @param size in points */
export function titleXml(title: string, size: number, bold: boolean): string {
  const paragraph = element(
    'a:p',
    {},
    element('a:pPr', {}, runLook('a:defRPr', size, bold)),
    element(
      'a:r',
      {},
      runLook('a:rPr', size, bold, { lang: LANGUAGE }),
      element('a:t', {}, escapedText(title)),
    ),
  );
  return element(
    'c:title',
    {},
    element('c:tx', {}, element('c:rich', {}, element('a:bodyPr'), element('a:lstStyle'), paragraph)),
    element('c:overlay', { val: 0 }),
  );
}

function runLook(
  name: string,
  size: number,
  bold: boolean,
  attributes: Readonly<Record<string, string>> = {},
): string {
  return element(
    name,
    { ...attributes, sz: size * 100, b: bold ? 1 : 0 },
    solid(INK),
    element('a:latin', { typeface: FACE }),
  );
}
