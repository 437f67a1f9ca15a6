import type { ChaseLine } from '../domain/report/regional-report.ts';
import type { Wording } from '../domain/verdict/verdict.ts';
import { counted } from './count.ts';
import { REASON_SENTENCES } from './reasons.ts';

/** Beyond, one more line says how many: the verdict of the deposit lists them all. */
const MOST_REFUSALS = 5;

/** Where a declarant without figures is, in a few words. */
export function chaseSituation({ situation, carriers }: ChaseLine): string {
  switch (situation) {
    case 'jamais-depose':
      return 'Jamais déposé';
    case 'depot-refuse':
      return 'Dépôt refusé';
    case 'non-calcule':
      return 'Non calculé';
    case 'en-attente-du-porteur': {
      const names = carriers.map(({ finess, name }) => `${name} (${finess})`).join(', ');
      return `En attente du porteur ${names}`.trim();
    }
  }
}

/** What refused its last row, or why its figures are not computed, a sentence each. */
export function chaseSentences(line: ChaseLine, wording: Wording): readonly string[] {
  if (line.situation === 'jamais-depose') return ["Aucun dépôt n'a été reçu pour cet établissement."];
  if (line.situation !== 'depot-refuse') return line.reasons.map((reason) => REASON_SENTENCES[reason]);
  const shown = line.refusal.slice(0, MOST_REFUSALS).map((issue) => wording.issue(issue).message);
  const left = line.refusal.length - shown.length;
  return left > 0 ? [...shown, `… et ${counted(left, 'autre')} : voir le verdict du dépôt.`] : shown;
}

/** What to say of a declarant: why it has no figures, or that nothing is expected of it any more. @param line null where it has figures */
export function chaseInOneSentence(line: ChaseLine | null, waived: boolean, wording: Wording): string {
  if (line === null) return 'Ses chiffres sont calculés.';
  if (waived) return 'Cet établissement est dispensé de déclaration pour cette campagne.';
  const sentences = chaseSentences(line, wording);
  if (line.situation === 'en-attente-du-porteur')
    return `${chaseSituation(line)} : l'établissement a fait sa part.`;
  const missing = line.missing.length > 0 ? [`Il manque : ${line.missing.join(', ')}.`] : [];
  return [...sentences, ...missing].join(' ');
}
