/** Bytes: a deposit is up to 25 MB (contracts.md, « Deposits »). */
export const LARGEST_DEPOSIT = 25 * 1024 * 1024;
