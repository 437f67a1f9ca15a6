import type { ColumnName } from '../../../domain/deposit/columns.ts';
import { column, thisRow } from '../package/structured.ts';
import { IDENTITY } from './identity.ts';
import { TABLES } from './tables.ts';

/**
 * The declared value of the declarant on the formula's own row, found by its FINESS: sorting or filtering either
 * table changes nothing. In a sum a blank counts as zero; compare with "" to tell it apart.
 */
export function declared(table: string, name: ColumnName): string {
  const key = `MATCH(${thisRow(table, IDENTITY.finess)},${column(TABLES.declared, IDENTITY.finess)},0)`;
  return `INDEX(${column(TABLES.declared, name)},${key})`;
}
