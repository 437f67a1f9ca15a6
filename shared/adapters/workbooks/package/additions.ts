import { addCharts, type ChartsOfSheet } from './chart/chart-parts.ts';
import { type ConditionalFormat, withConditionalFormats } from './conditional-formats.ts';
import type { DirectTable } from './direct-table.ts';
import { withIgnoredErrors } from './ignored-errors.ts';

/** What exceljs has no word for, by sheet: filled while the sheet is written, put into its XML at the end. */
export interface SheetAdditions extends ChartsOfSheet {
  /** Ranges in which a text that looks like a number is meant. */
  readonly numberLike: string[];
  readonly formats: ConditionalFormat[];
  readonly direct: DirectTable[];
  readonly charts: ChartsOfSheet['charts'][number][];
}

/** Puts the additions of every sheet into the parts of their workbook. */
export function addToParts(parts: Map<string, string>, sheets: readonly SheetAdditions[]): void {
  for (const { worksheet, numberLike, formats } of sheets) {
    const name = `xl/worksheets/sheet${worksheet.id}.xml`;
    const xml = parts.get(name);
    if (xml === undefined) throw new Error(`no part ${name}`);
    const flagged = withIgnoredErrors(xml, numberLike, ['numberStoredAsText']);
    parts.set(name, withConditionalFormats(flagged, worksheet.id, formats));
  }
  addCharts(parts, sheets);
}
