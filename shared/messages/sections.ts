import type { SectionName } from '../domain/deposit/columns.ts';

/** What each section of a return is called in a sentence. */
export const SECTION_WORDS: Readonly<Record<SectionName, string>> = {
  cloture: 'la clôture des comptes',
  budget: 'le budget',
  numerique: 'les charges numériques',
  mutualisation: 'la mutualisation',
  etp: 'les ETP',
  maturite: 'la maturité',
  actions: 'le suivi des actions',
};
