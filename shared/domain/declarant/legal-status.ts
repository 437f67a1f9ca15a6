/** Legal status of a declarant, with what users read. */
export const LEGAL_STATUSES = {
  public: 'Public',
  prive_non_lucratif: 'Privé non lucratif',
  prive_lucratif: 'Privé lucratif',
} as const satisfies Record<string, string>;

export type LegalStatus = keyof typeof LEGAL_STATUSES;

export function isLegalStatus(text: string): text is LegalStatus {
  return Object.hasOwn(LEGAL_STATUSES, text);
}
