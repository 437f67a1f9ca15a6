import {
  ACTION_ITEM_NAMES,
  ACTION_ITEMS,
  type ActionAnswerType,
  type ActionItem,
} from '../../actions/action-items.ts';
import type { RowCode } from '../../issues/codes.ts';
import type { Issue } from '../../issues/issue.ts';
import type { ActionAnswer } from '../../return/details.ts';
import { areRefused, headingsBy, readHeadings } from '../headings.ts';
import { plainWord } from '../match-header.ts';
import type { RawTable } from '../raw-table.ts';
import { readDate, readNumber, unusable, type ValueReading } from '../read-cell.ts';
import type { Cell } from '../table.ts';
import { filledLines } from './named-table.ts';

export interface ActionsReading {
  /** In the order of the table; of an item answered twice, the last. */
  readonly actions: readonly ActionAnswer[];
  readonly issues: readonly Issue[];
}

const columnOf = headingsBy<'element' | 'reponse' | 'repere'>({ element: [], reponse: [], repere: [] });

/** Reads the answers to the items of actions 1 and 3 to 6; a line without an answer is passed over. */
export function readActionTable(table: RawTable): ActionsReading {
  const headings = readHeadings(table, columnOf, ['element', 'reponse']);
  const { columns } = headings;
  const answer = columns.get('reponse') ?? -1;
  const lines = filledLines(table, [answer]);
  if (areRefused(headings)) {
    return { actions: [], issues: headings.issues.filter(({ code }) => code !== 'COLUMN_UNKNOWN') };
  }
  const actions = new Map<ActionItem, ActionAnswer>();
  const issues: Issue[] = [];
  for (const line of lines) {
    const label = columns.get('element') ?? -1;
    const item = itemOf(line.cell(columns.get('repere') ?? -1)) ?? itemOf(line.cell(label));
    const cell = line.cell(answer);
    if (!cell) continue;
    if (item === null) {
      const facts = { choices: 'les éléments du modèle' };
      issues.push({
        code: 'CHOICE_UNKNOWN',
        at: line.place(label),
        seen: line.cell(label)?.text ?? '',
        facts,
      });
      continue;
    }
    const at = line.place(answer);
    const reading = readAnswer(cell, ACTION_ITEMS[item].type);
    if (reading.ok) actions.set(item, { item, value: reading.value, at });
    else issues.push({ code: reading.code, at, seen: cell.text, ...choicesOf(reading.code) });
  }
  return { actions: [...actions.values()], issues };
}

function choicesOf(code: RowCode): Pick<Issue, 'facts'> {
  return code === 'CHOICE_UNKNOWN' ? { facts: { choices: 'oui, non' } } : {};
}

/** By its code or its label, whichever a file kept. */
function itemOf(cell: Cell | undefined): ActionItem | null {
  const text = plainWord(cell?.text.trim() ?? '');
  const names = (item: ActionItem) => text === item || text === plainWord(ACTION_ITEMS[item].label);
  return ACTION_ITEM_NAMES.find(names) ?? null;
}

const YES_OR_NO: Readonly<Record<string, 'oui' | 'non'>> = {
  oui: 'oui',
  vrai: 'oui',
  non: 'non',
  faux: 'non',
};

function readAnswer(cell: Cell, type: ActionAnswerType): ValueReading<string> {
  const fault = unusable(cell);
  if (fault) return { ok: false, code: fault };
  if (type === 'date') return readDate(cell);
  if (type === 'oui-non') {
    const value = YES_OR_NO[plainWord(cell.text.trim())];
    return value ? { ok: true, value } : { ok: false, code: 'CHOICE_UNKNOWN' };
  }
  const number = readNumber(cell);
  if (!number.ok) return number;
  return number.value % 100n === 0n
    ? { ok: true, value: String(number.value / 100n) }
    : { ok: false, code: 'NUMBER_UNREADABLE' };
}
