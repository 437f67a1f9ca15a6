import {
  type AnyColumn,
  COLUMNS,
  type ColumnName,
  type NumberColumn,
  type Values,
} from '../deposit/columns.ts';
import type { Issue, Place } from '../issues/issue.ts';
import { formatHundredths } from '../numbers/format-hundredths.ts';
import type { RuleSet } from '../rules/rule-set.ts';

type Places = Readonly<Partial<Record<AnyColumn, Place>>>;

/**
 * Refusal 5 of rules.md, on the return as it would stand: a part over its whole, and what is pooled and paid
 * over the digital expenses together. Each is tested only where every side is given.
 *
 * `places` are those of the row judged: a value in force from an earlier deposit has none there.
 */
export function judgeAsItWouldStand(values: Values, places: Places, rules: RuleSet): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { part, whole, code = 'PART_OVER_WHOLE' } of rules.parts) {
    const small = values[part];
    const large = values[whole];
    // A whole below zero is refused as such: its part is not what is wrong.
    if (small === null || large === null || small <= large || large < 0n) continue;
    issues.push({
      code,
      at: places[part] ?? places[whole] ?? { column: part },
      seen: formatHundredths(small),
      facts: { part: label(part), whole: label(whole), limit: formatHundredths(large) },
    });
  }
  const over = pooledAndPaidOverDigital(values, places, rules);
  return over ? [...issues, over] : issues;
}

function pooledAndPaidOverDigital(values: Values, places: Places, rules: RuleSet): Issue | null {
  let digital = 0n;
  for (const line of rules.digitalLines) {
    const amount = values[line];
    if (amount === null) return null;
    digital += amount;
  }
  const out = (values.mutualise_charges ?? 0n) + (values.quote_part_versee ?? 0n);
  if (out <= digital) return null;
  const column: NumberColumn = values.mutualise_charges ? 'mutualise_charges' : 'quote_part_versee';
  return {
    code: 'POOLED_AND_PAID_OVER_DIGITAL',
    at: places[column] ?? places.num_personnel ?? { column },
    seen: formatHundredths(out),
    facts: { limit: formatHundredths(digital) },
  };
}

function label(column: ColumnName): string {
  return COLUMNS[column].label;
}
