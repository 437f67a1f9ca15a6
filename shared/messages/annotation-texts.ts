import type { Severity } from '../domain/issues/codes.ts';
import type { Verdict, VerdictIssue } from '../domain/verdict/verdict.ts';
import { counted } from './count.ts';
import { grouped } from './french-number.ts';
import { placeInWords } from './place.ts';

/** The sheet added to a depositor's workbook. Excel wants 31 characters at most. */
export const ANOMALIES_SHEET = 'Anomalies';

/** The sheet of a CSV handed back as a workbook. */
export const DEPOSIT_SHEET = 'Dépôt';

export const ANOMALY_HEADINGS = [
  'N°',
  'Gravité',
  'Feuille',
  'Cellule',
  'Colonne',
  'Lu',
  'Attendu',
  'Exemple',
  'Que faire',
] as const;

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = {
  error: 'Erreur',
  warning: 'Avertissement',
};

/** In whose name cells are commented, and the first words of each comment. */
export const COMMENT_AUTHOR = 'Contrôle de la collecte';

/** The first line of a comment. */
export function commentTitle(severity: Severity): string {
  return `${COMMENT_AUTHOR} – ${severity === 'error' ? 'à corriger' : 'à vérifier'}`;
}

/** What our sheet says under the sentence of the verdict. */
export const HOW_TO_GO_ON =
  'Corrigez les cellules signalées, enregistrez ce classeur, puis déposez-le tel quel : les couleurs, les commentaires et cette feuille ne sont pas lus.';

/** The same of a file in which nothing is signalled. */
export const NOTHING_TO_DO = 'Rien n’est signalé dans ce classeur.';

/** Of a file that holds more cells than a workbook may. */
export function tooLargeAsWorkbook(limit: number): string {
  return `Ce classeur sert à repérer les anomalies : il compte plus de ${grouped(String(limit))} cellules, le plus qu'un classeur déposé peut contenir. Corrigez le fichier d'origine et déposez celui-ci.`;
}

/** Of a list that does not show everything; blank when it does. */
export function notAllShown({ issues, total }: Pick<Verdict, 'issues' | 'total'>): string {
  return total > issues.length
    ? `${counted(total, 'anomalie')} en tout : celles qui se répètent sont regroupées.`
    : '';
}

/** Put after the sentence of an issue whose cell bears a comment of its owner. */
export const COMMENT_KEPT = 'Le commentaire que portait déjà la cellule a été laissé tel quel.';

/** The sentence of an issue where its place is plain to see. */
export function sentenceWithoutPlace({ at, message }: Pick<VerdictIssue, 'at' | 'message'>): string {
  const place = `${placeInWords(at)} : `;
  if (!message.startsWith(place)) return message;
  const sentence = message.slice(place.length);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** What the comment of a cell says of one issue, under its severity. */
export function commentText(issue: VerdictIssue): string {
  return [
    sentenceWithoutPlace(issue),
    ...(issue.expected === '' ? [] : [`Attendu : ${issue.expected}`]),
    ...(issue.example === '' ? [] : [`Exemple : ${issue.example}`]),
  ].join('\n');
}
