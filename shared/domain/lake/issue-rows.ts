import type { Finess } from '../finess/finess.ts';
import type { Standing } from '../report/standing.ts';
import type { FactId, Source } from '../return/entry.ts';
import type { Return } from '../return/fold.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { severityOf } from '../rules/severity.ts';
import type { LakeRow } from './lake-tables.ts';

type IssueRow = LakeRow<'issues'>;

/**
 * One line per issue of the rows that still matter: those of the deposits in force, and of the last one. The bodies in
 * their order, their rows in that of the journal. A deposit that others replaced is history.
 */
export function issueRows(bodies: Iterable<Finess>, standing: Standing, rules: RuleSet): readonly IssueRow[] {
  return [...bodies].flatMap((finess) => {
    const state = standing.get(finess)?.state;
    return state ? issuesOf(finess, state, rules) : [];
  });
}

function issuesOf(finess: Finess, state: Return, rules: RuleSet): readonly IssueRow[] {
  const sources = sourcesOf(state);
  return state.judgements.flatMap(({ fact, taken, issues }) => {
    const source = sources.get(fact);
    if (!source) return [];
    return issues.flatMap(({ code, at, seen }): readonly IssueRow[] => {
      const severity = severityOf(code, source.day, rules);
      if (severity === null) return [];
      return [
        {
          finess,
          fait: fact,
          fichier: source.file,
          jour_depot: source.day,
          retenue: taken,
          code,
          severite: severity,
          feuille: at.sheet ?? null,
          cellule: at.cell ?? null,
          ligne: at.line ?? null,
          derniere_ligne: at.lastLine ?? null,
          colonne: at.column ?? null,
          lu: seen,
        },
      ];
    });
  });
}

function sourcesOf({ sections, lastTaken, lastTry, budgetCheck }: Return): ReadonlyMap<FactId, Source> {
  const all = [...Object.values(sections), lastTaken, lastTry, budgetCheck?.source];
  return new Map(all.flatMap((source) => (source ? [[source.fact, source] as const] : [])));
}
