import { element, escapedText } from './element.ts';
import type { Bars, Icons, Visual } from './in-cell-visual.ts';
import { withChild } from './worksheet-children.ts';

/** An in-cell visual over a range, `G6:G20`. */
export interface ConditionalFormat {
  readonly range: string;
  readonly visual: Visual;
}

const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
/** Of a rule that goes on in the extensions of the sheet, and of those. MS-XLSX 2.2.4. */
const RULE_GOES_ON = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const EXTENSION = '{78C0D931-6437-407d-A8EE-F0AAD7539E65}';

const FILL = 'FFC9D3E3';
const EDGE = 'FF44546A';
const WHITE = 'FFFFFFFF';

/**
 * A worksheet's XML with its in-cell visuals. exceljs would give each data bar a random identifier and no border;
 * here it is the sheet's number and the rank of the rule, so that the same contents give the same bytes.
 *
 * @param sheet its number in the file
 */
export function withConditionalFormats(
  xml: string,
  sheet: number,
  formats: readonly ConditionalFormat[],
): string {
  if (formats.length === 0) return xml;
  const rules: string[] = [];
  const extensions: string[] = [];
  for (const [i, { range, visual }] of formats.entries()) {
    const attributes = { priority: i + 1 };
    if ('icons' in visual) {
      const rule = element('cfRule', { type: 'iconSet', ...attributes }, iconSet(visual.icons));
      rules.push(element('conditionalFormatting', { sqref: range }, rule));
      continue;
    }
    const id = identifier(sheet, i + 1);
    const rule = element('cfRule', { type: 'dataBar', ...attributes }, dataBar(visual.bars), goesOn(id));
    rules.push(element('conditionalFormatting', { sqref: range }, rule));
    extensions.push(extendedRule(range, id, visual.bars));
  }
  const formatted = withChild(xml, 'conditionalFormatting', rules.join(''));
  return extensions.length === 0 ? formatted : withChild(formatted, 'extLst', extensionList(extensions));
}

function iconSet({ set, thresholds, reversed }: Icons): string {
  return element(
    'iconSet',
    { iconSet: set, ...(reversed ? { reverse: 1 } : {}) },
    // The first icon's own limit is there for the form: it is shown below the second's.
    element('cfvo', { type: 'percent', val: 0 }),
    ...thresholds.map((val) => element('cfvo', { type: 'num', val })),
  );
}

/** What a program that knows no extension shows. */
function dataBar(bars: Bars): string {
  const limits =
    bars === 'signed'
      ? [element('cfvo', { type: 'min' }), element('cfvo', { type: 'max' })]
      : [
          element('cfvo', { type: 'num', val: 0 }),
          typeof bars === 'object'
            ? element('cfvo', { type: 'num', val: bars.to })
            : element('cfvo', { type: 'max' }),
        ];
  return element('dataBar', {}, ...limits, element('color', { rgb: FILL }));
}

function goesOn(id: string): string {
  return element(
    'extLst',
    {},
    element('ext', { uri: RULE_GOES_ON, 'xmlns:x14': X14 }, element('x14:id', {}, escapedText(id))),
  );
}

/** Solid, with a border. */
function extendedRule(range: string, id: string, bars: Bars): string {
  const bar = element(
    'x14:dataBar',
    {
      minLength: 0,
      maxLength: 100,
      border: 1,
      gradient: 0,
      negativeBarBorderColorSameAsPositive: 0,
    },
    ...extendedLimits(bars),
    element('x14:borderColor', { rgb: EDGE }),
    element('x14:negativeFillColor', { rgb: WHITE }),
    element('x14:negativeBorderColor', { rgb: EDGE }),
    element('x14:axisColor', { rgb: EDGE }),
  );
  return element(
    'x14:conditionalFormatting',
    { 'xmlns:xm': XM },
    element('x14:cfRule', { type: 'dataBar', id }, bar),
    element('xm:sqref', {}, range),
  );
}

function extendedLimits(bars: Bars): readonly string[] {
  const at = (value: number) =>
    element('x14:cfvo', { type: 'num' }, element('xm:f', {}, escapedText(String(value))));
  if (bars === 'signed')
    return [element('x14:cfvo', { type: 'autoMin' }), element('x14:cfvo', { type: 'autoMax' })];
  return [at(0), typeof bars === 'object' ? at(bars.to) : element('x14:cfvo', { type: 'max' })];
}

function extensionList(rules: readonly string[]): string {
  return element(
    'extLst',
    {},
    element('ext', { uri: EXTENSION, 'xmlns:x14': X14 }, element('x14:conditionalFormattings', {}, ...rules)),
  );
}

/** In the form of a GUID, which the schema asks for. */
function identifier(sheet: number, rank: number): string {
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
  return `{00000000-0000-4000-8000-${hex(sheet, 4)}${hex(rank, 8)}}`;
}
