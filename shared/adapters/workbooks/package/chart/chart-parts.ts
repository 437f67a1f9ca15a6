import type ExcelJS from 'exceljs';
import { element, XML_DECLARATION } from '../element.ts';
import { withChild } from '../worksheet-children.ts';
import { referencedCategories, referencedNumbers } from './cell-values.ts';
import type { ChartSpec } from './chart-spec.ts';
import { chartXml } from './chart-xml.ts';
import { drawingXml } from './drawing-xml.ts';

/** The charts of a sheet, in the order in which they are read out. */
export interface ChartsOfSheet {
  readonly worksheet: ExcelJS.Worksheet;
  readonly charts: readonly ChartSpec[];
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = {
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
} as const;

/** exceljs numbers the relationships of a sheet `rId1`, `rId2`…: this is none of them. */
const DRAWING_ID = 'rIdDrawing';

/** Adds the charts to the parts of a workbook: drawings, charts, their relationships, their content types. */
export function addCharts(parts: Map<string, string>, sheets: readonly ChartsOfSheet[]): void {
  let chartNumber = 0;
  for (const [i, { worksheet, charts }] of sheets.filter((one) => one.charts.length > 0).entries()) {
    const drawing = `drawing${i + 1}.xml`;
    const sheet = `sheet${worksheet.id}.xml`;
    const related: string[] = [];
    for (const spec of charts) {
      const chart = `chart${++chartNumber}.xml`;
      const data = {
        categories: referencedCategories(worksheet, spec.categories),
        values: spec.series.map(({ values }) => referencedNumbers(worksheet, values)),
      };
      addPart(parts, `xl/charts/${chart}`, chartXml(spec, data), TYPES.chart);
      related.push(relationship(`rId${related.length + 1}`, 'chart', `../charts/${chart}`));
    }
    addPart(parts, `xl/drawings/${drawing}`, drawingXml(charts), TYPES.drawing);
    parts.set(`xl/drawings/_rels/${drawing}.rels`, relationships(related));
    replace(parts, `xl/worksheets/${sheet}`, (xml) =>
      withChild(xml, 'drawing', element('drawing', { 'r:id': DRAWING_ID })),
    );
    const list = `xl/worksheets/_rels/${sheet}.rels`;
    if (!parts.has(list)) parts.set(list, relationships(['']));
    const link = relationship(DRAWING_ID, 'drawing', `../drawings/${drawing}`);
    replace(parts, list, (xml) => beforeEnd(xml, 'Relationships', link));
  }
}

function addPart(parts: Map<string, string>, name: string, xml: string, type: string): void {
  parts.set(name, xml);
  const override = element('Override', { PartName: `/${name}`, ContentType: type });
  replace(parts, '[Content_Types].xml', (types) => beforeEnd(types, 'Types', override));
}

function relationship(id: string, type: string, target: string): string {
  return element('Relationship', { Id: id, Type: `${DOCUMENT}/${type}`, Target: target });
}

function relationships(list: readonly string[]): string {
  return XML_DECLARATION + element('Relationships', { xmlns: RELATIONSHIPS }, ...list);
}

function replace(parts: Map<string, string>, name: string, change: (xml: string) => string): void {
  const xml = parts.get(name);
  if (xml === undefined) throw new Error(`no part ${name}`);
  parts.set(name, change(xml));
}

function beforeEnd(xml: string, root: string, child: string): string {
  const at = xml.lastIndexOf(`</${root}>`);
  return xml.slice(0, at) + child + xml.slice(at);
}
