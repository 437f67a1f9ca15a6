import type { Place } from '../../shared/domain/issues/issue.ts';
import { TODO_OF } from '../../shared/domain/issues/todo-of.ts';
import type { Verdict, VerdictIssue } from '../../shared/domain/verdict/verdict.ts';

/** An issue of a verdict, an unreadable number unless told otherwise. */
export function issueAt(at: Place, over: Partial<VerdictIssue> = {}): VerdictIssue {
  const code = over.code ?? 'NUMBER_UNREADABLE';
  return {
    code,
    severity: 'error',
    at,
    seen: 'douze',
    expected: 'un nombre',
    example: '1234,56',
    todo: TODO_OF[code],
    message: '« douze » n’est pas un nombre lisible.',
    ...over,
  };
}

/** A verdict with these issues, on no file in particular. */
export function verdictWith(issues: readonly VerdictIssue[], over: Partial<Verdict> = {}): Verdict {
  return {
    file: 'depot.xlsx',
    sha256: '0'.repeat(64),
    kind: 'declaration',
    status: issues.length === 0 ? 'accepted' : 'accepted-with-warnings',
    rows: { read: 1, accepted: 1, refused: 0 },
    sections: [],
    summary: `Le fichier compte ${issues.length} anomalies.`,
    issues,
    total: issues.length,
    ...over,
  };
}
