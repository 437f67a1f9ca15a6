import { type ColumnName, columnsOf, NO_VALUES, type SectionName, type Values } from '../deposit/columns.ts';
import type { Issue, Place } from '../issues/issue.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { severityOf } from '../rules/severity.ts';
import { DETAIL_SECTIONS, type Details, NO_DETAILS } from './details.ts';
import { type BudgetCheck, compareEntries, type Entry, type FactId, type Source } from './entry.ts';
import { judgeAsItWouldStand } from './judge.ts';
import type { RecordedAct } from './recorded-act.ts';

/** What the fold decided of one entry. */
export interface Judgement {
  readonly fact: FactId;
  readonly line: number;
  readonly taken: boolean;
  /** The row's own and those that only show against what stands already. */
  readonly issues: readonly Issue[];
}

/** Where a value in force comes from. */
export interface Origin {
  readonly source: Source;
  readonly at: Place;
}

type Origins = Readonly<Partial<Record<ColumnName, Origin>>>;
type FilledSections = Readonly<Partial<Record<SectionName, Source>>>;

/** The state of a declarant for a campaign: its journal, folded. */
export interface Return {
  readonly values: Values;
  readonly origins: Origins;
  /** The last good deposit that holds each section: all that stands in the section comes from it. */
  readonly sections: FilledSections;
  /** At least one row was taken. */
  readonly answered: boolean;
  /** The deposit of the last row taken. */
  readonly lastTaken: Source | null;
  /** The deposit of the last row, taken or refused. */
  readonly lastTry: Source | null;
  /** How many deposits named this body, and how many of them had its every row refused. */
  readonly tries: number;
  readonly refusedTries: number;
  /** Why the last row was refused; blank when it was taken. */
  readonly lastRefusal: readonly Issue[];
  /** In the order of the journal. */
  readonly judgements: readonly Judgement[];
  /** What its sections hold beside the columns. */
  readonly details: Details;
  /** The last that another system said of its budget; null when none did. */
  readonly budgetCheck: (BudgetCheck & { readonly source: Source }) | null;
  /** Justifications typed in files among them. In the order of the journal. */
  readonly acts: readonly RecordedAct[];
}

/**
 * Folds the entries of one declarant, in any order and with any repetition, into its return. A row is taken
 * whole or refused whole, judged on the return as it would stand with it; a refused row leaves what was in
 * force. An act is taken as it is: it is no try, and changes no value. rules.md, « One declaration row ».
 */
export function foldEntries(entries: readonly Entry[], rules: RuleSet): Return {
  let values: Values = NO_VALUES;
  let origins: Origins = {};
  let sections: FilledSections = {};
  let details: Details = NO_DETAILS;
  let budgetCheck: Return['budgetCheck'] = null;
  const judgements: Judgement[] = [];
  const acts: RecordedAct[] = [];
  const facts = new Map<FactId, boolean>();
  let lastTaken: Source | null = null;
  let lastTry: Source | null = null;
  let lastRefusal: readonly Issue[] = [];

  for (const entry of inOrder(entries)) {
    if (entry.act) {
      const { fact, day } = entry.source;
      acts.push({ fact, day, ...entry.act });
      judgements.push(judgementOf(entry, true, []));
      continue;
    }
    if (entry.check) {
      const refused = entry.issues.some(({ code }) => severityOf(code, entry.source.day, rules) === 'error');
      if (!refused) budgetCheck = { ...entry.check, source: entry.source };
      judgements.push(judgementOf(entry, !refused, entry.issues));
      continue;
    }
    const standing = replaceSections(values, entry);
    const issues = [...entry.issues, ...judgeAsItWouldStand(standing, entry.places, rules)].filter(
      ({ code }) => severityOf(code, entry.source.day, rules) !== null,
    );
    const taken = !issues.some(({ code }) => severityOf(code, entry.source.day, rules) === 'error');
    judgements.push(judgementOf(entry, taken, issues));
    facts.set(entry.source.fact, (facts.get(entry.source.fact) ?? false) || taken);
    lastTry = entry.source;
    lastRefusal = taken ? [] : issues;
    if (!taken) continue;
    lastTaken = entry.source;
    values = standing;
    origins = replaceOrigins(origins, entry);
    sections = { ...sections, ...Object.fromEntries(entry.sections.map((name) => [name, entry.source])) };
    details = replaceDetails(details, entry);
    acts.push(...justificationsOf(entry));
  }

  const outcomes = [...facts.values()];
  return {
    values,
    origins,
    sections,
    answered: lastTaken !== null,
    lastTaken,
    lastTry,
    tries: outcomes.length,
    refusedTries: outcomes.filter((taken) => !taken).length,
    lastRefusal,
    judgements,
    details,
    budgetCheck,
    acts,
  };
}

function judgementOf({ source, line }: Entry, taken: boolean, issues: readonly Issue[]): Judgement {
  return { fact: source.fact, line, taken, issues };
}

/** Typed in a file, they answer as an act does: from the body, or from the agency that deposited in its place. */
function justificationsOf({ source, justifications = [] }: Entry): readonly RecordedAct[] {
  const { fact, file, day, by = 'etablissement' } = source;
  return justifications.map(({ alert, text }) => ({
    fact,
    day,
    file,
    by,
    kind: 'justification',
    text,
    alert,
    until: null,
  }));
}

/** The lists of the entry's sections are replaced; the others stand. */
function replaceDetails(details: Details, { sections, details: given = {} }: Entry): Details {
  const lists = Object.keys(DETAIL_SECTIONS) as readonly (keyof Details)[];
  const replaced = lists.filter((list) => sections.includes(DETAIL_SECTIONS[list]));
  return { ...details, ...Object.fromEntries(replaced.map((list) => [list, given[list] ?? []])) };
}

function inOrder(entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map(entries.map((entry) => [`${entry.source.fact}#${entry.line}`, entry]));
  return [...byKey.values()].sort(compareEntries);
}

/** A section of which the file has a column is replaced whole; a blank in it erases the earlier value. */
function replaceSections(values: Values, entry: Entry): Values {
  const changed = entry.sections.flatMap((section) =>
    columnsOf(section).map((c) => [c, entry.values[c]] as const),
  );
  return { ...values, ...Object.fromEntries(changed) };
}

/** The columns of the entry's sections take its places; those that it leaves blank come from nowhere. */
function replaceOrigins(origins: Origins, entry: Entry): Origins {
  const replaced: { -readonly [C in ColumnName]?: Origin } = { ...origins };
  for (const column of entry.sections.flatMap((section) => columnsOf(section))) {
    const at = entry.places[column];
    if (at && entry.values[column] !== null) replaced[column] = { source: entry.source, at };
    else delete replaced[column];
  }
  return replaced;
}
