import type { Tombstone } from '../../shared/application/ports.ts';
import type { FactId } from '../../shared/domain/return/entry.ts';
import { CAMPAIGN } from './entry.ts';

/** Says that a deposit was erased. */
export function tombstoneOf(fact: FactId, over: Partial<Tombstone> = {}): Tombstone {
  return {
    fact,
    campaign: CAMPAIGN,
    reason: 'Fichier de paie déposé par mégarde',
    erasedAt: '2026-07-16T08:00:00.000Z',
    erasedBy: { issuer: 'https://issuer.example', subject: 'admin' },
    ...over,
  };
}
