import { isRegion, OUT_OF_SCOPE } from '../../territory/regions.ts';
import { isLegalStatus } from '../legal-status.ts';
import type { Declarant } from '../reference-set.ts';
import { byText } from './by-text.ts';
import type { Line } from './lines.ts';

/**
 * declarants.csv, by FINESS, and the numbers that stand in it. A line with a fault gives no declarant (the set
 * is refused anyway), but its number counts: its group is not blamed for it.
 */
export function readDeclarants(lines: readonly Line<'declarants.csv'>[]): {
  readonly declarants: readonly Declarant[];
  readonly numbers: ReadonlySet<string>;
} {
  const firstLines = new Map<string, number>();
  const declarants: Declarant[] = [];
  for (const line of lines) {
    const finess = line.finess('finess');
    // The entité juridique may be left out; given, it is a FINESS number like another.
    const legalEntity = line.text('finess_ej') === '' ? '' : line.finess('finess_ej');
    const region = line.text('region');
    const status = line.text('statut');
    const territory = OUT_OF_SCOPE[region];
    if (territory !== undefined) line.fault('REGION_OUT_OF_SCOPE', 'region', { territory });
    else if (!isRegion(region)) line.fault('REGION_UNKNOWN', 'region');
    if (!isLegalStatus(status)) line.fault('STATUS_UNKNOWN', 'statut');
    if (finess === null) continue;

    const first = firstLines.get(finess);
    if (first !== undefined) line.fault('DECLARANT_TWICE', 'finess', { first: String(first) });
    else firstLines.set(finess, line.line);
    if (legalEntity === null || !isRegion(region) || !isLegalStatus(status)) continue;
    const name = line.text('raison_sociale');
    const category = line.text('categorie');
    const department = line.text('departement');
    declarants.push({ finess, name, status, category, region, department, legalEntity });
  }
  return {
    declarants: declarants.sort(byText((declarant) => declarant.finess)),
    numbers: new Set(firstLines.keys()),
  };
}
