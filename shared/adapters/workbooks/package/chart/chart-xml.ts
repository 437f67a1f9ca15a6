import { element, XML_DECLARATION } from '../element.ts';
import { categoryAxis, valueAxis } from './axes.ts';
import type { ChartData } from './cell-values.ts';
import type { ChartSpec } from './chart-spec.ts';
import { textLook, titleXml } from './chart-text.ts';
import { seriesXml } from './series.ts';
import { solid } from './series-look.ts';

const NAMESPACES = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
} as const;

/** Any two numbers: they tie the series of a chart to its axes. */
const AXES = { categories: 10_000_001, values: 10_000_002 } as const;

/** A chart part. ECMA-376 part 1, 21.2.2.29 and A.5.1: children in the order of the schema. */
export function chartXml(spec: ChartSpec, data: ChartData): string {
  const severalSeries = spec.series.length > 1;
  const chart = element(
    'c:chart',
    {},
    titleXml(spec.title, 12, true),
    element('c:autoTitleDeleted', { val: 0 }),
    plotArea(spec, data),
    severalSeries ? element('c:legend', {}, element('c:legendPos', { val: 'b' }), off('c:overlay')) : '',
    element('c:plotVisOnly', { val: 0 }),
    element('c:dispBlanksAs', { val: 'gap' }),
  );
  return (
    XML_DECLARATION +
    element(
      'c:chartSpace',
      NAMESPACES,
      off('c:date1904'),
      element('c:lang', { val: 'fr-FR' }),
      off('c:roundedCorners'),
      chart,
      element('c:spPr', {}, solid('FFFFFF'), element('a:ln', { w: 9525 }, solid('BFBFBF'))),
      textLook(9),
    )
  );
}

function plotArea(spec: ChartSpec, data: ChartData): string {
  const { kind, axisTitles, numberFormat } = spec;
  const lying = kind === 'bar';
  return element(
    'c:plotArea',
    {},
    element('c:layout'),
    kind === 'line' ? lineChart(spec, data) : barChart(spec, data),
    categoryAxis({
      id: AXES.categories,
      crosses: AXES.values,
      title: axisTitles.categories,
      position: lying ? 'l' : 'b',
      // The first category of lying bars is read first: at the top.
      reversed: lying,
    }),
    valueAxis({
      id: AXES.values,
      crosses: AXES.categories,
      title: axisTitles.values,
      position: lying ? 't' : 'l',
      numberFormat,
      fromZero: !hasNegative(data),
    }),
  );
}

function hasNegative({ values }: ChartData): boolean {
  return values.some((series) => series.values.some((value) => typeof value === 'number' && value < 0));
}

function barChart(spec: ChartSpec, data: ChartData): string {
  return element(
    'c:barChart',
    {},
    element('c:barDir', { val: spec.kind === 'bar' ? 'bar' : 'col' }),
    element('c:grouping', { val: 'clustered' }),
    off('c:varyColors'),
    ...seriesXml(spec, data),
    element('c:gapWidth', { val: spec.series.length > 1 ? 60 : 30 }),
    element('c:axId', { val: AXES.categories }),
    element('c:axId', { val: AXES.values }),
  );
}

function lineChart(spec: ChartSpec, data: ChartData): string {
  return element(
    'c:lineChart',
    {},
    element('c:grouping', { val: 'standard' }),
    off('c:varyColors'),
    ...seriesXml(spec, data),
    element('c:marker', { val: 1 }),
    element('c:axId', { val: AXES.categories }),
    element('c:axId', { val: AXES.values }),
  );
}

function off(name: string): string {
  return element(name, { val: 0 });
}
