import { categoryLabel } from '../../domain/declarant/categories.ts';
import type { LegalStatus } from '../../domain/declarant/legal-status.ts';
import type { Contact, Declarant } from '../../domain/declarant/reference-set.ts';
import { type Finess, withKey } from '../../domain/finess/finess.ts';
import type { Random } from './random.ts';
import { sharesByRegion, TERRITORIES } from './territories.ts';

type Kind = readonly [LegalStatus, string];

/** Status and category, in about the proportions of the SAE. */
const KINDS: readonly [Kind, ...Kind[]] = [
  ['public', '355'],
  ['public', '355'],
  ['public', '106'],
  ['public', '292'],
  ['prive_lucratif', '365'],
  ['prive_lucratif', '365'],
  ['prive_lucratif', '128'],
  ['prive_lucratif', '109'],
  ['prive_lucratif', '161'],
  ['prive_non_lucratif', '109'],
  ['prive_non_lucratif', '365'],
  ['prive_non_lucratif', '127'],
  ['prive_non_lucratif', '131'],
];

/** Fictional declarants over the 18 regions, 18 at least; the first of each region is a public hospital. */
export function fictionalDeclarants(count: number, random: Random): readonly Declarant[] {
  const shares = sharesByRegion(count);
  return TERRITORIES.flatMap(({ region, departments }) =>
    Array.from({ length: shares.get(region) ?? 0 }, (_, index): Declarant => {
      const draw = random.of(`declarant ${region} ${index}`);
      const [status, category]: Kind = index === 0 ? ['public', leadCategory(region)] : draw.pick(KINDS);
      const department = departments[index % departments.length] ?? departments[0];
      const finess = fictionalFiness(department, region, index);
      const name = `${categoryLabel(category)} fictif ${region}-${index + 1}`;
      return { finess, name, status, category, region, department, legalEntity: finess };
    }),
  );
}

/** Each region has its university hospital, but the smallest overseas. */
function leadCategory(region: string): string {
  return ['03', '06', '94'].includes(region) ? '355' : '101';
}

/** Département, then 99 (a range kept for what does not exist), then a serial number by region. */
function fictionalFiness(department: string, region: string, index: number): Finess {
  // Overseas départements share a prefix: the region tells them apart.
  const serial = department.length === 3 ? Number(region) * 1_000 + index : index + 1;
  return withKey(`${prefix(department)}99${String(serial).padStart(4, '0')}`);
}

/** A fictional body that is no declarant: 98, then its region. */
export function outsiderFiness(department: string, region: string, number: number): Finess {
  return withKey(`${prefix(department)}98${region}${String(number).padStart(2, '0')}`);
}

function prefix(department: string): string {
  return department.length === 3 ? '97' : department;
}

/** A contact for most, as ARS keep them. */
export function fictionalContacts(declarants: readonly Declarant[], random: Random): readonly Contact[] {
  return declarants.flatMap(({ finess }): Contact[] => {
    const draw = random.of(`contact ${finess}`);
    if (draw.chance(0.1)) return [];
    const role = draw.pick(['DSI', 'DAF', 'RSSI']);
    const name = `Contact fictif ${finess}`;
    return [{ finess, role, name, email: `${role.toLowerCase()}@${finess}.exemple.fr`, phone: '' }];
  });
}
