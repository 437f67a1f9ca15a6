import type { RegionCode } from '../../domain/territory/regions.ts';

interface Territory {
  readonly region: RegionCode;
  /** Out of 1,000 declarants. */
  readonly weight: number;
  readonly departments: readonly [string, ...string[]];
}

/** The 18 ARS regions, weighed as the declarants of the SAE of 2022. */
export const TERRITORIES: readonly Territory[] = [
  { region: '01', weight: 9, departments: ['971'] },
  { region: '02', weight: 7, departments: ['972'] },
  { region: '03', weight: 4, departments: ['973'] },
  { region: '04', weight: 16, departments: ['974'] },
  { region: '06', weight: 1, departments: ['976'] },
  { region: '11', weight: 124, departments: ['75', '92', '94', '77'] },
  { region: '24', weight: 39, departments: ['45', '37', '18'] },
  { region: '27', weight: 46, departments: ['21', '25', '71'] },
  { region: '28', weight: 50, departments: ['14', '76', '61'] },
  { region: '32', weight: 90, departments: ['59', '62', '80'] },
  { region: '44', weight: 85, departments: ['67', '54', '51'] },
  { region: '52', weight: 49, departments: ['44', '49', '85'] },
  { region: '53', weight: 52, departments: ['35', '29', '56'] },
  { region: '75', weight: 103, departments: ['33', '86', '64'] },
  { region: '76', weight: 112, departments: ['31', '34', '30'] },
  { region: '84', weight: 115, departments: ['69', '38', '63'] },
  { region: '93', weight: 89, departments: ['13', '06', '83'] },
  { region: '94', weight: 9, departments: ['2A', '2B'] },
];

/** How many of `count` declarants each region has: one at least, the others by weight. `count` is 18 or more. */
export function sharesByRegion(count: number): ReadonlyMap<RegionCode, number> {
  const shares = new Map<RegionCode, number>(TERRITORIES.map(({ region }) => [region, 1]));
  const total = TERRITORIES.reduce((sum, { weight }) => sum + weight, 0);
  // One by one to the region furthest below its weight: exact, and the same for every count.
  for (let left = count - TERRITORIES.length; left > 0; left--) {
    let best = TERRITORIES[0];
    let lack = Number.NEGATIVE_INFINITY;
    for (const territory of TERRITORIES) {
      const missing = territory.weight * count - (shares.get(territory.region) ?? 0) * total;
      if (missing > lack) [best, lack] = [territory, missing];
    }
    if (best) shares.set(best.region, (shares.get(best.region) ?? 0) + 1);
  }
  return shares;
}
