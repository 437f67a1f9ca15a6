import { rawSheets } from '../builders/workbook-faults/read-cells.ts';
import { rawTables } from '../builders/workbook-faults/table-faults.ts';
import { type Parts, treeOf } from '../builders/workbook-package.ts';
import { within } from '../builders/xml-tree.ts';

/** A workbook as another program can write it again: rows and columns count from 0. */
export interface WorkbookCells {
  /** By number of style. */
  readonly numberFormats: readonly string[];
  readonly sheets: readonly {
    readonly name: string;
    readonly tables: readonly {
      readonly name: string;
      readonly ref: string;
      readonly columns: readonly string[];
    }[];
    readonly cells: readonly (readonly [
      row: number,
      column: number,
      style: number,
      value: string | number | null,
      formula: string | null,
    ])[];
  }[];
}

/** Headings are left out: they come with their tables. */
export function workbookCells(parts: Parts): WorkbookCells {
  const sheets = rawSheets(parts);
  const tables = rawTables(parts, sheets);
  return {
    numberFormats: numberFormats(parts),
    sheets: sheets.map((sheet) => {
      const own = tables.filter((table) => table.sheet.part === sheet.part);
      const headingRows = new Set(own.map(({ ref }) => Number(/\d+/.exec(ref)?.[0])));
      return {
        name: sheet.name,
        tables: own.map(({ name, ref, columns }) => ({ name, ref, columns })),
        cells: sheet.order
          .filter(({ row, value, formula }) => !headingRows.has(row) || value === null || formula !== null)
          .map(({ row, column, style, value, isText, formula }) => [
            row - 1,
            column - 1,
            style,
            value === null || isText ? value : Number(value),
            formula,
          ]),
      };
    }),
  };
}

function numberFormats(parts: Parts): readonly string[] {
  const styles = treeOf(parts, 'xl/styles.xml');
  const codes = new Map(
    within(styles, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode']]),
  );
  const worn = styles.children.find(({ local }) => local === 'cellXfs')?.children ?? [];
  return worn.map(({ attributes }) => codes.get(attributes['numFmtId']) ?? 'General');
}
