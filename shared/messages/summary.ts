import type { Verdict } from '../domain/verdict/verdict.ts';

/** The sentence that a depositor reads first. */
export function summaryInWords({ status, rows, issues }: Omit<Verdict, 'summary'>): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  if (status === 'accepted') return 'Fichier accepté : rien à corriger.';
  if (status === 'rejected')
    return `Fichier refusé : ${errors} point(s) à corriger, rien n'a été pris en compte.`;
  return rows.refused > 0
    ? `Fichier accepté en partie : ${rows.refused} ligne(s) refusée(s) sur ${rows.read}.`
    : `Fichier accepté, avec ${issues.length} point(s) à vérifier.`;
}
