import { type Measure, measureKey } from '../../../domain/maturity/measure.ts';
import { annualFte } from '../../../domain/return/annual-fte.ts';
import { DETAIL_SECTIONS, type Details } from '../../../domain/return/details.ts';
import type { Return } from '../../../domain/return/fold.ts';
import { accountRule, KNOWN_BUDGET_RULE, MEASURE_RULE, staffRule } from '../../../messages/detail-rules.ts';
import { subjectInWords } from '../../../messages/differences.ts';
import { hundredths } from '../exact.ts';
import { AMOUNT, COUNT, FTE, TEXT } from '../package/styles.ts';
import { columnOfAccount, columnOfStaff } from './column-of-detail.ts';
import { NATURES, type ProvenanceLine } from './provenance-line.ts';
import { toDeclared } from './row-link.ts';

/** A line per item of the lists behind the declared values: accounts, staff, measures; and what another system says. */
export function detailLines(state: Return, measures: readonly Measure[]): readonly ProvenanceLine[] {
  return [
    ...accountLines(state),
    ...staffLines(state),
    ...measureLines(state, measures),
    ...knownBudget(state),
  ];
}

type DetailLine = Omit<ProvenanceLine, 'readIn'> & { readonly at: Details['accounts'][number]['at'] };

function accountLines(state: Return): readonly ProvenanceLine[] {
  const { accounts } = state.details;
  return readIn(
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
  );
}

function staffLines(state: Return): readonly ProvenanceLine[] {
  const { staff } = state.details;
  return readIn(
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
  );
}

function measureLines(state: Return, measures: readonly Measure[]): readonly ProvenanceLine[] {
  const labels = new Map(measures.map(({ code, label }) => [measureKey(code), label]));
  return readIn(
    state,
    'measures',
    state.details.measures.map(({ measure, level, at }) => ({
      nature: NATURES.measure,
      label: subjectInWords({ kind: 'measure', measure, label: labels.get(measureKey(measure)) ?? '' }),
      column: null,
      value: level === null ? { content: 'Non applicable', style: TEXT } : { content: level, style: COUNT },
      link: toDeclared('maturite_date'),
      rule: MEASURE_RULE,
      at,
    })),
  );
}

/** A list comes with its section: from the same deposit. */
function readIn(
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
  return [
    {
      nature: NATURES.known,
      label: subjectInWords({ kind: 'known-budget' }),
      column: null,
      value: { content: hundredths(titles.reduce((sum, title) => sum + title, 0n)), style: AMOUNT },
      link: null,
      readIn: { source, at },
      rule: KNOWN_BUDGET_RULE,
    },
  ];
}
