import { readActivity } from '../../domain/declarant/reading/activity.ts';
import { byText } from '../../domain/declarant/reading/by-text.ts';
import type { Declarant, Group } from '../../domain/declarant/reference-set.ts';
import { readSaeTable } from './read-table.ts';

/**
 * Columns of SYGEN_*.csv: full stays and part-day stays in medicine, surgery and obstetrics; full-time psychiatric
 * stays; venues of psychiatric day hospital. A measure of size, not the « activité combinée » of the DGOS, whose
 * formula is not published.
 */
const ACTIVITY_COLUMNS = ['sejhc_mco', 'sejhp_mco', 'sej_htp_tot', 'ven_hdj_tot'] as const;

const ONE = 10_000n;

/**
 * Fictional groups, for want of the real ones in the SAE: the public declarants of a département, carried by the
 * one of greatest activity (ties to the lowest FINESS). Activity in ten-thousandths, never below one.
 */
export function fictionalGroups(declarants: readonly Declarant[], sygen: Uint8Array): readonly Group[] {
  const activities = activityByEntity(sygen);
  const byDepartment = new Map<string, Declarant[]>();
  for (const declarant of declarants) {
    if (declarant.status !== 'public') continue;
    const others = byDepartment.get(declarant.department);
    if (others) others.push(declarant);
    else byDepartment.set(declarant.department, [declarant]);
  }
  const groups: Group[] = [];
  for (const [department, bodies] of byDepartment) {
    const members = bodies
      .map(({ finess }) => {
        const activity = activities.get(finess) ?? 0n;
        return { finess, activity: activity > ONE ? activity : ONE };
      })
      .sort(byText((member) => member.finess));
    const [first, ...others] = members;
    if (!first || others.length === 0) continue; // alone: nothing to share
    const carrier = others.reduce((best, member) => (member.activity > best.activity ? member : best), first);
    groups.push({
      code: `GHT-${department}`,
      label: `Groupement ${department}`,
      carrier: carrier.finess,
      externalCarrier: false,
      members,
    });
  }
  return groups.sort(byText((group) => group.code));
}

/** Ten-thousandths by entité juridique, summed over its establishments. */
function activityByEntity(sygen: Uint8Array): ReadonlyMap<string, bigint> {
  const activities = new Map<string, bigint>();
  for (const line of readSaeTable(sygen, ['fi_ej', ...ACTIVITY_COLUMNS])) {
    const entity = line.text('fi_ej');
    for (const column of ACTIVITY_COLUMNS) {
      const reading = readActivity(line.text(column));
      const activity = reading.ok ? (reading.value ?? 0n) : 0n;
      activities.set(entity, (activities.get(entity) ?? 0n) + activity);
    }
  }
  return activities;
}
