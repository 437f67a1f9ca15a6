import { ALERT_CODES, type AlertCode } from '../../figures/alert-codes.ts';
import { ALERT_LABELS } from '../../figures/alert-labels.ts';
import type { Issue } from '../../issues/issue.ts';
import type { FileJustification } from '../../return/entry.ts';
import { areRefused, headingsBy, readHeadings } from '../headings.ts';
import { plainWord } from '../match-header.ts';
import type { RawTable } from '../raw-table.ts';
import { unusable } from '../read-cell.ts';
import type { Cell } from '../table.ts';
import { filledLines } from './named-table.ts';
import { readText } from './read-text.ts';

export interface JustificationsReading {
  readonly justifications: readonly FileJustification[];
  readonly issues: readonly Issue[];
}

/** As a justification typed on the pages. */
export const LONGEST_JUSTIFICATION = 2_000;

const columnOf = headingsBy<'alerte' | 'justification' | 'repere'>({
  alerte: [],
  justification: [],
  repere: [],
});

/** Reads what is typed against the warnings that a figure can raise; an alert without a text is passed over. */
export function readJustificationTable(table: RawTable): JustificationsReading {
  const headings = readHeadings(table, columnOf, ['alerte', 'justification']);
  const { columns } = headings;
  if (areRefused(headings)) {
    return { justifications: [], issues: headings.issues.filter(({ code }) => code !== 'COLUMN_UNKNOWN') };
  }
  const typed = columns.get('justification') ?? -1;
  const label = columns.get('alerte') ?? -1;
  const justifications: FileJustification[] = [];
  const issues: Issue[] = [];
  for (const line of filledLines(table, [typed])) {
    const cell = line.cell(typed);
    if (!cell) continue;
    const at = line.place(typed);
    const alert = alertOf(line.cell(columns.get('repere') ?? -1)) ?? alertOf(line.cell(label));
    const fault = unusable(cell);
    const reading = fault ? { ok: false as const, code: fault } : readText(cell, LONGEST_JUSTIFICATION);
    if (alert === null) {
      const facts = { choices: Object.values(ALERT_LABELS).join(' ; ') };
      issues.push({
        code: 'CHOICE_UNKNOWN',
        at: line.place(label),
        seen: line.cell(label)?.text ?? '',
        facts,
      });
    }
    if (!reading.ok) {
      const limit =
        reading.code === 'TEXT_TOO_LONG' ? { facts: { limit: String(LONGEST_JUSTIFICATION) } } : {};
      issues.push({ code: reading.code, at, seen: cell.text, ...limit });
    } else if (alert !== null) justifications.push({ alert, text: reading.value, at });
  }
  return { justifications, issues };
}

/** By its code or its label, whichever a file kept. */
function alertOf(cell: Cell | undefined): AlertCode | null {
  const text = plainWord(cell?.text.trim() ?? '');
  const names = (code: AlertCode) => text === code.toLowerCase() || text === plainWord(ALERT_LABELS[code]);
  return ALERT_CODES.find(names) ?? null;
}
