import { byText } from '../../domain/declarant/reading/by-text.ts';
import type { Declarant } from '../../domain/declarant/reference-set.ts';
import type { RegionCode } from '../../domain/territory/regions.ts';
import type { Establishment } from './establishments.ts';

/** Soins de longue durée: a unit of a hospital, whose name says nothing of the whole. */
const LONG_STAY = '362';

/**
 * Who owes a return, by FINESS: the entité juridique (EJ) of public establishments, each private one by itself.
 *
 * SAE says nothing of an EJ but its number. It takes the region of most of its establishments, ties to the
 * lowest code; its name, category and département are those of its leading establishment: in that region, the
 * one of lowest FINESS that is not a long-stay unit (else the one of lowest FINESS).
 */
export function declarantsOf(establishments: readonly Establishment[]): readonly Declarant[] {
  const entities = new Map<string, Establishment[]>();
  const declarants: Declarant[] = [];
  for (const establishment of establishments) {
    const siblings = entities.get(establishment.legalEntity);
    if (establishment.status !== 'public') declarants.push(establishment);
    else if (siblings) siblings.push(establishment);
    else entities.set(establishment.legalEntity, [establishment]);
  }
  for (const ofEntity of entities.values()) {
    const leading = leadingOf(ofEntity);
    if (leading) declarants.push({ ...leading, finess: leading.legalEntity });
  }
  return declarants.sort(byText((declarant) => declarant.finess));
}

function leadingOf(establishments: readonly Establishment[]): Establishment | undefined {
  const region = regionOfMost(establishments);
  const there = establishments
    .filter((establishment) => establishment.region === region)
    .sort(byText((establishment) => establishment.finess));
  return there.find((establishment) => establishment.category !== LONG_STAY) ?? there[0];
}

function regionOfMost(establishments: readonly Establishment[]): RegionCode | undefined {
  const counts = new Map<RegionCode, number>();
  for (const { region } of establishments) counts.set(region, (counts.get(region) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts.keys()].sort().find((region) => counts.get(region) === most);
}
