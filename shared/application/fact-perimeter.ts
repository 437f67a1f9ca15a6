import { type Perimeter, readPerimeter } from '../domain/access/perimeter.ts';
import { FactDamaged } from './errors.ts';
import type { Fact } from './ports.ts';

/** The perimeter in which a fact was brought. @throws FactDamaged when its record says none */
export function perimeterOf({ id, scope }: Pick<Fact, 'id' | 'scope'>): Perimeter {
  const perimeter = readPerimeter(scope);
  if (!perimeter) throw new FactDamaged(`fact ${id} has no perimeter: ${scope}`);
  return perimeter;
}
