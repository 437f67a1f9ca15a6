import type { Directory } from '../declarant/directory.ts';
import { type Finess, readFiness } from '../finess/finess.ts';
import { isRegion, type RegionCode } from '../territory/regions.ts';

/** The bodies that a person, or a deposit, may speak of. */
export type Perimeter =
  /** By FINESS in ASCII order, each once, at least one. */
  | { readonly kind: 'bodies'; readonly finess: readonly [Finess, ...Finess[]] }
  | { readonly kind: 'region'; readonly region: RegionCode }
  | { readonly kind: 'nation' };

export const NATION: Perimeter = { kind: 'nation' };

/** FINESS numbers separated by a space, a region code, or `*`. */
export function writePerimeter(perimeter: Perimeter): string {
  switch (perimeter.kind) {
    case 'bodies':
      return perimeter.finess.join(' ');
    case 'region':
      return perimeter.region;
    case 'nation':
      return '*';
  }
}

/** The reverse, FINESS numbers in any order; null for anything else. */
export function readPerimeter(text: string): Perimeter | null {
  const words = text.trim().split(/\s+/);
  const [only = ''] = words;
  if (words.length === 1 && only === '*') return NATION;
  if (words.length === 1 && isRegion(only)) return { kind: 'region', region: only };
  const readings = words.map(readFiness);
  const numbers = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  return numbers.length === words.length ? bodiesPerimeter(numbers) : null;
}

/** Null when there is none. */
export function bodiesPerimeter(bodies: readonly Finess[]): Perimeter | null {
  const [first, ...others] = [...new Set(bodies)].sort();
  return first === undefined ? null : { kind: 'bodies', finess: [first, ...others] };
}

/** Whether a body is within; a body that the reference set does not know is within no region and not within the nation. */
export function coversBody(perimeter: Perimeter, finess: string, directory: Directory): boolean {
  switch (perimeter.kind) {
    case 'bodies':
      return perimeter.finess.some((own) => own === finess);
    case 'region':
      return directory.territory(finess) === perimeter.region;
    case 'nation':
      return directory.isKnown(finess);
  }
}

export function coversRegion(perimeter: Perimeter, region: RegionCode): boolean {
  return perimeter.kind === 'nation' || (perimeter.kind === 'region' && perimeter.region === region);
}

/** Whether everything of another perimeter is within this one. */
export function coversPerimeter(perimeter: Perimeter, other: Perimeter, directory: Directory): boolean {
  switch (other.kind) {
    case 'bodies':
      return perimeter.kind === 'nation' || other.finess.every((f) => coversBody(perimeter, f, directory));
    case 'region':
      return coversRegion(perimeter, other.region);
    case 'nation':
      return perimeter.kind === 'nation';
  }
}

/** The region in which all of it lies; null when it lies in several, or in none. */
export function regionOf(perimeter: Perimeter, directory: Directory): RegionCode | null {
  switch (perimeter.kind) {
    case 'bodies': {
      const [territory = null, ...others] = new Set(perimeter.finess.map((f) => directory.territory(f)));
      return others.length > 0 || territory === 'EXT' ? null : territory;
    }
    case 'region':
      return perimeter.region;
    case 'nation':
      return null;
  }
}
