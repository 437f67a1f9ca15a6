import { coversBody, type Perimeter } from '../domain/access/perimeter.ts';
import type { Directory } from '../domain/declarant/directory.ts';
import type { Finess } from '../domain/finess/finess.ts';
import type { Caller } from './authorize.ts';
import { Refusal } from './refusal.ts';

/**
 * What a deposit would speak of: one body, or all that its caller holds. A body elsewhere and a body that does not exist
 * are refused in the same words.
 *
 * @throws Refusal OUTSIDE_PERIMETER
 */
export function askedPerimeter(
  { perimeter }: Caller,
  finess: Finess | null,
  directory: Directory,
): Perimeter {
  if (finess === null) return perimeter;
  if (!coversBody(perimeter, finess, directory)) throw new Refusal('OUTSIDE_PERIMETER', { finess });
  return { kind: 'bodies', finess: [finess] };
}
