import type { Area } from '../area.ts';
import { element, XML_DECLARATION } from '../element.ts';
import type { ChartSpec } from './chart-spec.ts';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The drawing part of a sheet: where each chart stands, and its alternative text. Relationships are rId1, rId2… */
export function drawingXml(charts: readonly Pick<ChartSpec, 'altText' | 'anchor'>[]): string {
  return (
    XML_DECLARATION +
    element(
      'xdr:wsDr',
      { 'xmlns:xdr': DRAWING, 'xmlns:a': MAIN },
      ...charts.map(({ altText, anchor }, i) =>
        // It stays where it is when rows and columns change: those that are filtered away would crush it.
        element(
          'xdr:twoCellAnchor',
          { editAs: 'absolute' },
          ...corners(anchor),
          frame(i + 1, altText),
          element('xdr:clientData'),
        ),
      ),
    )
  );
}

/** Here cells count from 0, and a chart ends where the cell after its last one starts. */
function corners({ from, to }: Area): readonly string[] {
  const corner = (name: string, column: number, row: number) =>
    element(
      name,
      {},
      element('xdr:col', {}, String(column)),
      element('xdr:colOff', {}, '0'),
      element('xdr:row', {}, String(row)),
      element('xdr:rowOff', {}, '0'),
    );
  return [corner('xdr:from', from.column - 1, from.row - 1), corner('xdr:to', to.column, to.row)];
}

function frame(rank: number, altText: string): string {
  const chart = element('c:chart', {
    'xmlns:c': CHART,
    'xmlns:r': RELATIONSHIPS,
    'r:id': `rId${rank}`,
  });
  return element(
    'xdr:graphicFrame',
    { macro: '' },
    element(
      'xdr:nvGraphicFramePr',
      {},
      // 1 is the drawing's own.
      element('xdr:cNvPr', { id: rank + 1, name: `Graphique ${rank}`, descr: altText }),
      element('xdr:cNvGraphicFramePr'),
    ),
    element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })),
    element('a:graphic', {}, element('a:graphicData', { uri: CHART }, chart)),
  );
}
