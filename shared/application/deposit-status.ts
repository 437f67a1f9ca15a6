import type { VerdictStatus } from '../domain/verdict/verdict.ts';
import type { Tombstone, VerdictRecord } from './ports.ts';

/** Where a deposit is: its file or its verdict is awaited, it was erased, or it was judged. */
export type DepositStatus = 'awaited' | 'erased' | VerdictStatus;

/** @param verdict the one in force. Erasure comes first, before the verdict says so. */
export function depositStatus(verdict: VerdictRecord | null, tombstone: Tombstone | null): DepositStatus {
  if (tombstone) return 'erased';
  return verdict?.status ?? 'awaited';
}
