import { byText } from '../../domain/declarant/reading/by-text.ts';
import type { Declarant, Group, Member } from '../../domain/declarant/reference-set.ts';
import type { Finess } from '../../domain/finess/finess.ts';
import { outsiderFiness } from './population.ts';
import type { Random } from './random.ts';
import { TERRITORIES } from './territories.ts';

/** Most members of a group. */
const MOST = 12;

/**
 * Fictional groups: one GHT per region that has two public declarants (the first carries, and a medico-social
 * member that is no declarant takes its share); a GCS that is no declarant and carries for the private
 * non-profit; a chain of private hospitals across regions; one member of two groups.
 */
export function fictionalGroups(declarants: readonly Declarant[], random: Random): readonly Group[] {
  const groups: Group[] = [];
  for (const { region, departments } of TERRITORIES) {
    const bodies = declarants.filter((d) => d.region === region && d.status === 'public').slice(0, MOST);
    const outsider = outsiderFiness(departments[0], region, 1);
    if (bodies.length > 1) {
      groups.push(group(`GHT-${region}`, `GHT fictif ${region}`, [...finessOf(bodies), outsider], random));
    }
  }
  const nonProfit = declarants.filter((d) => d.status === 'prive_non_lucratif').slice(0, MOST);
  if (nonProfit.length > 0) {
    // It also belongs to a GHT, where there is one.
    const also = groups[0]?.members.find(({ finess }) => finess !== groups[0]?.carrier)?.finess;
    const members = also === undefined ? finessOf(nonProfit) : [...finessOf(nonProfit), also];
    const carrier = outsiderFiness('69', '84', 2);
    groups.push({
      ...group('GCS-NUM', 'GCS fictif du numérique', members, random),
      carrier,
      externalCarrier: true,
    });
  }
  const chain = declarants
    .filter((d) => d.status === 'prive_lucratif' && d.category === '365')
    .slice(0, MOST);
  if (chain.length > 1) groups.push(group('CHAINE', 'Chaîne fictive de cliniques', finessOf(chain), random));
  return groups.sort(byText(({ code }) => code));
}

/** The first carries. */
function group(code: string, label: string, bodies: readonly Finess[], random: Random): Group {
  const members = bodies.map((finess, index): Member => {
    const draw = random.of(`activity ${code} ${finess}`);
    // The carrier is the largest; one decimal, as some ARS give it.
    const activity = BigInt(draw.integer(50, 2_000) * (index === 0 ? 100 : 10)) * 1_000n;
    return { finess, activity };
  });
  const [carrier] = bodies;
  if (carrier === undefined) throw new RangeError(`a group without members: ${code}`);
  return {
    code,
    label,
    carrier,
    externalCarrier: false,
    members: members.sort(byText(({ finess }) => finess)),
  };
}

function finessOf(declarants: readonly Declarant[]): Finess[] {
  return declarants.map(({ finess }) => finess);
}
