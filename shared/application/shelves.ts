import { type Perimeter, regionOf } from '../domain/access/perimeter.ts';
import type { Directory } from '../domain/declarant/directory.ts';
import type { Shelf } from './ports.ts';

/**
 * Where an opened deposit is found again: on the shelf of its lowest FINESS where it is of named bodies, on that of
 * the region in which all of it lies, and among all. Who looks along a shelf still holds each against its own
 * perimeter.
 */
export function shelvesOf(perimeter: Perimeter, directory: Directory): readonly Shelf[] {
  const shelves: Shelf[] = [{ kind: 'all' }];
  const region = regionOf(perimeter, directory);
  if (region !== null) shelves.unshift({ kind: 'region', region });
  if (perimeter.kind === 'bodies') shelves.unshift({ kind: 'body', finess: perimeter.finess[0] });
  return shelves;
}
