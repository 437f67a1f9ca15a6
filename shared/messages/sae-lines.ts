const SENTENCES = {
  finess: (seen: string) => `le numéro FINESS « ${seen} » est faux.`,
  'legal-entity': (seen: string) => `le numéro FINESS de l'entité juridique « ${seen} » est faux.`,
  status: (seen: string) =>
    `le statut « ${seen} » n'est ni 1 (public), ni 2 (lucratif), ni 3 (non lucratif).`,
  region: (seen: string) => `« ${seen} » n'est pas un code de région.`,
  'out-of-scope': (seen: string) => `le territoire « ${seen} » est hors du champ de l'instruction.`,
} as const;

/** Why a line of the SAE gives no establishment. */
export type LeftOutReason = keyof typeof SENTENCES;

export function leftOutSentence(line: number, reason: LeftOutReason, seen: string): string {
  return `ligne ${line} écartée : ${SENTENCES[reason](seen)}`;
}
