import type * as z from 'zod';
import type { FieldErrors } from './problem.ts';

/** What is wrong, field by field, in French: which one, and what was expected. */
export function fieldErrors(error: z.ZodError, whole: string): FieldErrors {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          champ: fieldName([...issue.path, key], whole),
          message: 'Champ inconnu : retirez-le.',
        }))
      : [{ champ: fieldName(issue.path, whole), message: sentence(issue) }],
  );
}

function fieldName(path: readonly PropertyKey[], whole: string): string {
  return path.length === 0 ? whole : path.map(String).join('.');
}

type Issue = z.core.$ZodIssue;

function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Attendu : ${KINDS[issue.expected] ?? 'une autre valeur'}.`;
    case 'invalid_value':
      return `Attendu : ${oneOf(issue.values)}.`;
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `Attendu : ${oneOf(issue.options)}.`
        : 'Attendu : une autre valeur.';
    case 'too_small':
      return issue.origin === 'string'
        ? `Attendu : ${issue.minimum} caractère${Number(issue.minimum) > 1 ? 's' : ''} au moins.`
        : `Attendu : ${issue.minimum} au moins.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `Attendu : ${issue.maximum} caractères au plus.`
        : `Attendu : ${issue.maximum} au plus.`;
    case 'custom':
      return issue.message;
    default:
      return 'Ce texte n’a pas la forme attendue.';
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'vrai ou faux',
  object: 'un objet JSON',
  array: 'une liste',
};

function oneOf(values: readonly unknown[]): string {
  return values.map((value) => `« ${String(value)} »`).join(' ou ');
}
