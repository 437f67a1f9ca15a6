/**
 * The 18 ARS regions by INSEE code (code officiel géographique, 2026), and Saint-Pierre-et-Miquelon, in scope
 * of the instruction but without an ARS. A code is a string: `01` is Guadeloupe.
 */
export const REGIONS = {
  '01': 'Guadeloupe',
  '02': 'Martinique',
  '03': 'Guyane',
  '04': 'La Réunion',
  '06': 'Mayotte',
  '11': 'Île-de-France',
  '24': 'Centre-Val de Loire',
  '27': 'Bourgogne-Franche-Comté',
  '28': 'Normandie',
  '32': 'Hauts-de-France',
  '44': 'Grand Est',
  '52': 'Pays de la Loire',
  '53': 'Bretagne',
  '75': 'Nouvelle-Aquitaine',
  '76': 'Occitanie',
  '84': 'Auvergne-Rhône-Alpes',
  '93': "Provence-Alpes-Côte d'Azur",
  '94': 'Corse',
  '975': 'Saint-Pierre-et-Miquelon',
} as const satisfies Record<string, string>;

export type RegionCode = keyof typeof REGIONS;

/** Seed, « Mention Outre-mer »: the instruction does not apply there. */
export const OUT_OF_SCOPE: Readonly<Record<string, string>> = {
  '986': 'Wallis-et-Futuna',
  '987': 'Polynésie française',
  '988': 'Nouvelle-Calédonie',
};

export function isRegion(code: string): code is RegionCode {
  return Object.hasOwn(REGIONS, code);
}
