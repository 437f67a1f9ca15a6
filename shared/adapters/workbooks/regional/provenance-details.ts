import { annualFte } from '../../../domain/return/annual-fte.ts';
import { DETAIL_SECTIONS, type Details } from '../../../domain/return/details.ts';
import type { Return } from '../../../domain/return/fold.ts';
import { accountRule, KNOWN_BUDGET_RULE, staffRule } from '../../../messages/detail-rules.ts';
import { subjectInWords } from '../../../messages/differences.ts';
import { hundredths } from '../exact.ts';
import { AMOUNT, FTE } from '../package/styles.ts';
import { columnOfAccount, columnOfStaff } from './column-of-detail.ts';
import { NATURES, type ProvenanceLine } from './provenance-line.ts';
import { toDeclared } from './row-link.ts';

/** A line per digital account and per line of staff behind the declared values, and what another system says of them. */
export function detailLines(state: Return): readonly ProvenanceLine[] {
  const { accounts, staff } = state.details;
  return [
    ...readIn(
      state,
      'accounts',
      accounts.map((line) => ({
        nature: NATURES.account,
        label: subjectInWords({ kind: 'account', account: line.account, label: line.label }),
        column: columnOfAccount(line),
        value: { content: hundredths(line.digital), style: AMOUNT },
        link: toDeclared(columnOfAccount(line)),
        rule: accountRule(line, columnOfAccount(line)),
        at: line.at,
      })),
    ),
    ...readIn(
      state,
      'staff',
      staff.map((line) => ({
        nature: NATURES.staff,
        label: subjectInWords({ kind: 'staff', function: line.function, type: line.type }),
        column: columnOfStaff(line),
        value: { content: hundredths(annualFte([line])), style: FTE },
        link: toDeclared(columnOfStaff(line)),
        rule: staffRule(line),
        at: line.at,
      })),
    ),
    ...knownBudget(state),
  ];
}

export type DetailLine = Omit<ProvenanceLine, 'readIn'> & Pick<Details['accounts'][number], 'at'>;

/** A list comes with its section: from the same deposit. */
export function readIn(
  { sections }: Return,
  list: keyof typeof DETAIL_SECTIONS,
  lines: readonly DetailLine[],
): readonly ProvenanceLine[] {
  const source = sections[DETAIL_SECTIONS[list]];
  if (!source) return [];
  return lines.map(({ at, ...line }) => ({ ...line, readIn: { source, at } }));
}

function knownBudget({ budgetCheck }: Return): readonly ProvenanceLine[] {
  if (!budgetCheck) return [];
  const { titles, source, at } = budgetCheck;
  const sum = titles.reduce((total, title) => total + title, 0n);
  return [
    {
      nature: NATURES.known,
      label: subjectInWords({ kind: 'known-budget' }),
      column: null,
      value: { content: hundredths(sum), style: AMOUNT },
      link: toDeclared('charges_titre1'),
      readIn: { source, at },
      rule: KNOWN_BUDGET_RULE,
    },
  ];
}
