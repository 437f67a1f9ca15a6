/** An expected no to somebody who asks through the API: coded, never a defect. Its sentence is in lambda/http/problem.ts. */
export const REFUSAL_CODES = [
  /** No right, or a revoked one. */
  'NO_RIGHT',
  /** The role may never ask this. */
  'ROLE_FORBIDDEN',
  /** There is no such thing, or not for the one who asks: the two look the same. */
  'NOT_FOUND',
  /** Deposits of the campaign are over, or not open yet, and nothing was reopened. */
  'CAMPAIGN_CLOSED',
  'CAMPAIGN_NOT_OPEN',
  'DEPOSIT_TOO_LARGE',
  /** A file that cannot be opened has no cell to write its verdict in. */
  'FILE_NOT_ANNOTABLE',
  /** The FINESS of a deposit or an act is outside what the caller holds. */
  'OUTSIDE_PERIMETER',
  /** The role does not hold that kind of perimeter. */
  'PERIMETER_OF_OTHER_ROLE',
  /** The last administrator cannot be revoked. */
  'LAST_ADMINISTRATOR',
  /** Another writer came first: read again. */
  'CONFLICT',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** What the sentence needs. */
  readonly facts: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, facts: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
