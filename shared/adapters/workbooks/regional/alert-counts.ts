import type { RegionalReport } from '../../../domain/report/regional-report.ts';
import { column, thisRow } from '../package/structured.ts';
import { IDENTITY } from './identity.ts';
import { TABLES } from './tables.ts';

/** How many alerts stand on the declarant of the formula's own row. A FINESS is compared as a text: COUNTIFS would read a number. */
export function alertCountFormula(table: string): string {
  return `SUMPRODUCT(--(${column(TABLES.alerts, IDENTITY.finess)}=${thisRow(table, IDENTITY.finess)}))`;
}

/** By FINESS; absent where there is none. */
export function alertCounts({ alerts }: RegionalReport): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { finess } of alerts) counts.set(finess, (counts.get(finess) ?? 0) + 1);
  return counts;
}
