/** Amounts: whole cents of a euro. Full-time equivalents: whole hundredths. Never a binary float. */
export type Cents = bigint;
export type FteHundredths = bigint;
