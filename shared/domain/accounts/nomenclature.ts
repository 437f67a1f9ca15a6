import type { LegalStatus } from '../declarant/legal-status.ts';
import { NOMENCLATURES, type Nomenclature } from './digital-account.ts';

/** The chart of accounts of a body that does not name its own: M21 for public ones, PCG for private ones. Our rule. */
export function nomenclatureOf(status: LegalStatus): Nomenclature {
  return status === 'public' ? 'M21' : 'PCG';
}

/** `m21`, `M 21`, `PCG`: null for anything else. */
export function readNomenclature(text: string): Nomenclature | null {
  const word = text.replace(/[\s.-]/gu, '').toUpperCase();
  return NOMENCLATURES.find((known) => known === word) ?? null;
}
