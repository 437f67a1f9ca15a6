import { type Measure, measureKey } from '../maturity/measure.ts';
import { annualFte } from '../return/annual-fte.ts';
import { DETAIL_SECTIONS, type Details, type StaffLine } from '../return/details.ts';
import type { Stated } from './stated.ts';

/** What the lists of a return state, item by item; staff is summed by function and type. */
export function listedIn(details: Details, measures: readonly Measure[]): readonly Stated[] {
  return [
    ...accountsIn(details),
    ...staffIn(details),
    ...measuresIn(details, measures),
    ...actionsIn(details),
    ...directoriesIn(details),
  ];
}

function accountsIn({ accounts }: Details): readonly Stated[] {
  return accounts.map(({ nomenclature, account, label, digital }) => ({
    key: `account ${nomenclature} ${account}`,
    section: DETAIL_SECTIONS.accounts,
    subject: { kind: 'account', account, label },
    unit: 'amount',
    value: digital,
  }));
}

function staffIn({ staff }: Details): readonly Stated[] {
  const posts = Map.groupBy(staff, (line: StaffLine) => `staff ${line.type} ${line.function}`);
  return [...posts].flatMap(([key, lines]): readonly Stated[] => {
    const [first] = lines;
    if (!first) return [];
    const subject = { kind: 'staff', function: first.function, type: first.type } as const;
    return [{ key, section: DETAIL_SECTIONS.staff, subject, unit: 'fte', value: annualFte(lines) }];
  });
}

function measuresIn({ measures: answers }: Details, measures: readonly Measure[]): readonly Stated[] {
  const labels = new Map(measures.map(({ code, label }) => [measureKey(code), label]));
  return answers.map(({ measure, level }) => ({
    key: `measure ${measureKey(measure)}`,
    section: DETAIL_SECTIONS.measures,
    subject: { kind: 'measure', measure, label: labels.get(measureKey(measure)) ?? '' },
    unit: 'level',
    value: level === null ? 'non applicable' : BigInt(level),
  }));
}

function actionsIn({ actions }: Details): readonly Stated[] {
  return actions.map(({ item, value }) => ({
    key: `action ${item}`,
    section: DETAIL_SECTIONS.actions,
    subject: { kind: 'action', item },
    unit: 'text',
    value,
  }));
}

function directoriesIn({ directories }: Details): readonly Stated[] {
  return directories.map(({ directory, score }) => ({
    key: `directory ${directory}`,
    section: DETAIL_SECTIONS.directories,
    subject: { kind: 'directory', directory },
    unit: 'level',
    value: BigInt(score),
  }));
}
