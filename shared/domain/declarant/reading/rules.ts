import { type Day, readDay } from '../../calendar/day.ts';
import { plainWord } from '../../deposit/match-header.ts';
import { ALERT_CODES, type AlertCode } from '../../figures/alert-codes.ts';
import { isRelaxable, type Relaxation } from '../../rules/relaxation.ts';
import { byText } from './by-text.ts';
import type { Line } from './lines.ts';

type RuleLine = Line<'regles.csv'>;

/** regles.csv, by day and, for one day, in the order of the file: rules found wrong, and since when they are turned down. */
export function readRules(lines: readonly RuleLine[]): readonly Relaxation[] {
  const firstLines = new Map<string, number>();
  const relaxations: Relaxation[] = [];
  for (const line of lines) {
    const from = dayOf(line);
    const relaxation = relaxationOf(line, from);
    const key = `${line.text('code')} ${from}`;
    const first = firstLines.get(key);
    if (first !== undefined) line.fault('RULE_TWICE', 'code', { first: String(first) });
    else if (from !== null) firstLines.set(key, line.line);
    if (line.text('motif') === '') line.fault('RULE_REASON_BLANK', 'motif');
    if (relaxation) relaxations.push(relaxation);
  }
  return relaxations.sort(byText(({ from }) => from));
}

function relaxationOf(line: RuleLine, from: Day | null): Relaxation | null {
  const code = line.text('code');
  const reason = line.text('motif');
  if (isAlert(code)) {
    if (severityOf(line) !== 'off') line.fault('RULE_SEVERITY_OF_ALERT', 'severite');
    return from && { code, to: 'off', from, reason };
  }
  const to = severityOf(line);
  if (!isRelaxable(code)) line.fault('RULE_NOT_RELAXABLE', 'code');
  if (to === null) line.fault('RULE_SEVERITY_UNKNOWN', 'severite');
  return from && to && isRelaxable(code) ? { code, to, from, reason } : null;
}

function severityOf(line: RuleLine): Relaxation['to'] | null {
  const word = plainWord(line.text('severite'));
  if (word === 'avertissement') return 'warning';
  return word === 'ignoree' ? 'off' : null;
}

function dayOf(line: RuleLine): Day | null {
  const reading = readDay(line.text('depuis'));
  if (reading.ok) return reading.value;
  line.fault('RULE_DAY_UNREADABLE', 'depuis');
  return null;
}

function isAlert(code: string): code is AlertCode {
  return ALERT_CODES.some((known) => known === code);
}
