import { coversBody } from '../../access/perimeter.ts';
import { financialYear } from '../../campaign/campaign.ts';
import { type Finess, readFiness } from '../../finess/finess.ts';
import type { Issue } from '../../issues/issue.ts';
import type { BudgetCheck, Entry } from '../../return/entry.ts';
import { NO_VALUES } from '../columns.ts';
import { areRefused, readHeadings } from '../headings.ts';
import type { RawLine, RawTable } from '../raw-table.ts';
import { type OrphanRow, type Reading, type ReadingContext, unreadable } from '../reading.ts';
import { EXTRACT_COLUMNS, extractColumn } from './columns.ts';
import { type ExtractIndices, readTitles } from './titles.ts';

/**
 * The rows of the financial year that are of declarants within the perimeter, by what they say of their budgets; every
 * other row is passed over. One entry per body: of several rows that say the same one is kept, of several that do not
 * the last. Our rule.
 */
export function readExtract(table: RawTable, context: ReadingContext): Reading {
  const headings = readHeadings(table, extractColumn, EXTRACT_COLUMNS);
  // An extract has thirty other columns: they are no surprise.
  const wrong = headings.issues.filter(({ code }) => code !== 'COLUMN_UNKNOWN');
  if (areRefused(headings)) return unreadable('diamant', wrong);
  const at = table.header.place(0);
  if (table.rows.length === 0) return unreadable('diamant', [{ code: 'NO_ROW', at, seen: '' }]);

  const { columns } = headings;
  const exercice = String(financialYear(context.campaign));
  const ofYear = table.rows.filter((row) => yearOf(row, columns) === exercice);
  if (ofYear.length === 0) {
    const found = [...new Set(table.rows.map((row) => yearOf(row, columns)))].filter((year) => year !== '');
    const facts = { exercice, found: found.sort().slice(0, MOST_YEARS).join(', ') };
    return unreadable('diamant', [{ code: 'NO_ROW_OF_YEAR', at, seen: '', facts }]);
  }
  const { entries, orphans } = readRows(ofYear, columns, context);
  const nobody: readonly Issue[] =
    entries.length + orphans.length === 0 ? [{ code: 'NO_DECLARANT_IN_EXTRACT', at, seen: '' }] : [];
  return { kind: 'diamant', issues: nobody, orphans, entries };
}

/** Years that the sentence of NO_ROW_OF_YEAR names. */
const MOST_YEARS = 10;

function yearOf(row: RawLine, columns: ExtractIndices): string {
  return textOf(row, columns, 'annee').replace(/\.0+$/, '');
}

function textOf(row: RawLine, columns: ExtractIndices, column: 'finess_ej' | 'finess_et' | 'annee'): string {
  const index = columns.get(column);
  return index === undefined ? '' : (row.cell(index)?.text.trim() ?? '');
}

function readRows(
  rows: readonly RawLine[],
  columns: ExtractIndices,
  context: ReadingContext,
): Pick<Reading, 'entries' | 'orphans'> {
  const entries = new Map<Finess, Entry & { readonly check: BudgetCheck }>();
  const orphans: OrphanRow[] = [];
  for (const row of rows) {
    const finess = bodyOf(row, columns, context);
    const read = finess === null ? null : readTitles(row, columns);
    if (finess === null || read === null) continue;
    if ('issues' in read) {
      orphans.push({ line: row.line, issues: read.issues });
      continue;
    }
    const before = entries.get(finess);
    if (before && sameTitles(before.check, read)) continue;
    const twice: readonly Issue[] = before
      ? [{ code: 'EXTRACT_ROW_TWICE', at: read.at, seen: finess, facts: { first: `ligne ${before.line}` } }]
      : [];
    entries.set(finess, {
      campaign: context.campaign,
      finess,
      source: context.source,
      line: row.line,
      sections: [],
      values: NO_VALUES,
      places: {},
      issues: [...(before?.issues ?? []), ...twice],
      check: read,
    });
  }
  return { entries: [...entries.values()].sort((a, b) => a.line - b.line), orphans };
}

/** The declarant that a row is of: the legal entity where « Finess ET » is blank, the establishment otherwise. */
function bodyOf(
  row: RawLine,
  columns: ExtractIndices,
  { directory, perimeter }: ReadingContext,
): Finess | null {
  const reading = readFiness(textOf(row, columns, 'finess_et') || textOf(row, columns, 'finess_ej'));
  if (!reading.ok || !directory.declarant(reading.value)) return null;
  return coversBody(perimeter, reading.value, directory) ? reading.value : null;
}

function sameTitles(a: BudgetCheck, b: BudgetCheck): boolean {
  return a.titles.every((amount, index) => amount === b.titles[index]);
}
