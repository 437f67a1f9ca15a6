import type { DepositKind, Found, Verdict } from '../domain/verdict/verdict.ts';
import { counted } from './count.ts';
import { enumerated } from './enumeration.ts';
import { SECTION_WORDS } from './sections.ts';

type Judged = Omit<Verdict, 'summary'>;

/** Kinds of which one row of the verdict is one line of the file; of the others it is a whole body. */
const BY_LINE: readonly DepositKind[] = ['declaration', 'unknown'];

/** The sentence that a depositor reads first: what became of the file, what it filled, what is left to do. */
export function summaryInWords(verdict: Judged, found: Found): string {
  const { file, kind, status, issues } = verdict;
  if (kind === 'act') return status === 'rejected' ? 'Cet acte est refusé.' : 'Cet acte est enregistré.';
  const [first] = issues;
  if (first?.code === 'FILE_ERASED')
    return `Le dépôt du fichier « ${file} » a été effacé : il ne compte plus.`;
  return `Le fichier « ${file} » ${outcome(verdict)} ; ${leftToDo(found)}.`;
}

function outcome(verdict: Judged): string {
  const { status, rows } = verdict;
  if (status === 'rejected')
    return `est refusé : ${rows.read === 0 ? "il n'a pas pu être lu" : "rien n'a été pris en compte"}`;
  return `est accepté${rows.refused > 0 ? ' en partie' : ''} : ${filled(verdict)}`;
}

function filled({ kind, sections, rows }: Judged): string {
  if (kind === 'diamant')
    return `il servira à vérifier le budget de ${counted(rows.accepted, 'établissement')}`;
  const what =
    sections.length === 0
      ? 'il ne renseigne aucune donnée'
      : `il renseigne ${enumerated(sections.map((section) => SECTION_WORDS[section]))}`;
  return `${what}${forWhom(kind, rows)}`;
}

function forWhom(kind: DepositKind, { read, accepted, refused }: Judged['rows']): string {
  if (BY_LINE.includes(kind))
    return read > 1 ? ` pour ${counted(accepted, 'ligne')}${refused > 0 ? ` sur ${read}` : ''}` : '';
  return read > 1 ? ` pour ${counted(accepted, 'établissement')}` : '';
}

function leftToDo({ errors, warnings }: Found): string {
  if (errors + warnings === 0) return "rien n'est à corriger";
  return enumerated([
    ...(errors > 0 ? [`${counted(errors, 'anomalie est', 'anomalies sont')} à corriger`] : []),
    ...(warnings > 0 ? [`${counted(warnings, 'point est', 'points sont')} à vérifier`] : []),
  ]);
}
