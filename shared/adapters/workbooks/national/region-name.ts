import { isRegion, REGIONS } from '../../../domain/territory/regions.ts';

/** A code that is no region's is shown as it is. */
export function regionName(code: string): string {
  return isRegion(code) ? REGIONS[code] : code;
}
