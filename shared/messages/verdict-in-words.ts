import type { Verdict, VerdictStatus } from '../domain/verdict/verdict.ts';

const HEADLINES: Readonly<Record<VerdictStatus, string>> = {
  accepted: 'Fichier accepté',
  'accepted-with-warnings': 'Fichier accepté avec avertissements',
  rejected: 'Fichier refusé',
};

/** A verdict as a person reads it on a screen: one sentence first, then errors, then warnings. */
export function verdictInWords({ file, status, rows, issues, total }: Verdict): string {
  const lines = [`${HEADLINES[status]} : ${file}`];
  if (rows.read > 0)
    lines.push(`${rows.read} ligne(s) lue(s), ${rows.accepted} acceptée(s), ${rows.refused} refusée(s).`);
  for (const [severity, title] of [
    ['error', 'À corriger'],
    ['warning', 'À vérifier'],
  ] as const) {
    const messages = issues
      .filter((issue) => issue.severity === severity)
      .map(({ message }) => `  - ${message}`);
    if (messages.length > 0) lines.push(`${title} :`, ...messages);
  }
  if (total > issues.length) lines.push(`${total} anomalies en tout ; les semblables sont regroupées.`);
  return lines.join('\n');
}
