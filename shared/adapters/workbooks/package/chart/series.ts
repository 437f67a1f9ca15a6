import { element, escapedText } from '../element.ts';
import type { ChartData, Referenced } from './cell-values.ts';
import type { ChartSpec } from './chart-spec.ts';
import { barLook, lineLook } from './series-look.ts';

/** Beyond that many points, figures beside them would cover one another; those of two lines stand above and below. */
const MOST_LABELS = 24;
const LABELLED_LINES = ['t', 'b'] as const;

/** The series of a chart. ECMA-376 part 1, A.5.1, CT_BarSer and CT_LineSer. */
export function seriesXml(spec: ChartSpec, { categories, values }: ChartData): readonly string[] {
  const isLine = spec.kind === 'line';
  const isLabelled =
    categories.values.length * values.length <= MOST_LABELS &&
    (!isLine || values.length <= LABELLED_LINES.length);
  return values.map((referenced, rank) =>
    element(
      'c:ser',
      {},
      element('c:idx', { val: rank }),
      element('c:order', { val: rank }),
      element('c:tx', {}, element('c:v', {}, escapedText(spec.series[rank]?.name ?? ''))),
      isLine ? lineLook(rank) : barLook(rank) + element('c:invertIfNegative', { val: 0 }),
      isLabelled ? labelsXml(spec.numberFormat, isLine ? (LABELLED_LINES[rank] ?? 't') : 'outEnd') : '',
      element('c:cat', {}, areNumbers(categories) ? numbersXml(categories) : textsXml(categories)),
      element('c:val', {}, numbersXml(referenced, spec.numberFormat)),
      isLine ? element('c:smooth', { val: 0 }) : '',
    ),
  );
}

/** The figure beside each point. */
function labelsXml(numberFormat: string, position: 't' | 'b' | 'outEnd'): string {
  const shown = (name: string, val: 0 | 1) => element(`c:show${name}`, { val });
  return element(
    'c:dLbls',
    {},
    element('c:numFmt', { formatCode: numberFormat, sourceLinked: 0 }),
    element('c:spPr', {}, element('a:noFill'), element('a:ln', {}, element('a:noFill'))),
    element('c:dLblPos', { val: position }),
    shown('LegendKey', 0),
    shown('Val', 1),
    shown('CatName', 0),
    shown('SerName', 0),
    shown('Percent', 0),
    shown('BubbleSize', 0),
  );
}

function areNumbers({ values }: Referenced): boolean {
  return values.every((value) => typeof value === 'number');
}

function numbersXml({ ref, values, numberFormat }: Referenced, format = numberFormat): string {
  const points = values.flatMap((value, idx) =>
    typeof value === 'number' ? [pointXml(idx, String(value))] : [],
  );
  return element(
    'c:numRef',
    {},
    element('c:f', {}, escapedText(ref)),
    element(
      'c:numCache',
      {},
      element('c:formatCode', {}, escapedText(format)),
      element('c:ptCount', { val: values.length }),
      ...points,
    ),
  );
}

function textsXml({ ref, values }: Referenced): string {
  const points = values.flatMap((value, idx) => (value === null ? [] : [pointXml(idx, String(value))]));
  return element(
    'c:strRef',
    {},
    element('c:f', {}, escapedText(ref)),
    element('c:strCache', {}, element('c:ptCount', { val: values.length }), ...points),
  );
}

function pointXml(idx: number, value: string): string {
  return element('c:pt', { idx }, element('c:v', {}, escapedText(value)));
}
