import { bodiesPerimeter, NATION, type Perimeter } from '../../shared/domain/access/perimeter.ts';
import type { Right, Subject } from '../../shared/domain/access/right.ts';
import type { Role } from '../../shared/domain/access/role.ts';
import type { Directory } from '../../shared/domain/declarant/directory.ts';
import type { Group } from '../../shared/domain/declarant/reference-set.ts';
import { REGIONS, type RegionCode } from '../../shared/domain/territory/regions.ts';

/** What each demonstration account may do; its name is the subject of its tokens. */
export type DemonstrationRight = Pick<Right, 'subject' | 'role' | 'perimeter' | 'label'>;

/** In the name of what demonstration rights are granted. */
export const GRANTED_BY: Subject = { issuer: 'local', subject: 'npm start' };

/**
 * One account for each audience, all about one region of a reference set: its agency, a group (one that lies within a
 * region, if any), an establishment that is not of the group; and the nation's. Without a reference set, the nation's
 * alone.
 */
export function demonstrationRights(directory: Directory | null): readonly DemonstrationRight[] {
  const nation = [
    account('dns', 'dns', NATION, 'DNS : toutes les régions'),
    account('administrateur', 'administrateur', NATION, 'Administration : droits et effacements'),
  ];
  if (!directory) return nation;
  const { groups } = directory.reference;
  const group = groups.find((one) => regionsOf(one, directory).length === 1) ?? groups[0];
  const region = (group && regionsOf(group, directory)[0]) ?? directory.regions()[0];
  if (region === undefined) return nation;
  return [...regional(region, group, directory), ...nation];
}

function regional(
  region: RegionCode,
  group: Group | undefined,
  directory: Directory,
): readonly DemonstrationRight[] {
  const bodies = group ? bodiesOf(group, directory) : [];
  const inGroup = new Set<string>(bodies);
  const own = directory.inRegion(region);
  const alone = own.find(({ finess }) => !inGroup.has(finess)) ?? own[0];
  const ofGroup = bodiesPerimeter(bodies);
  const ofAlone = bodiesPerimeter(alone ? [alone.finess] : []);
  return [
    ...(alone && ofAlone
      ? [account('etablissement', 'etablissement', ofAlone, `Établissement : ${alone.name}`)]
      : []),
    ...(group && ofGroup
      ? [account('groupe', 'etablissement', ofGroup, `Groupe : ${group.label} (${bodies.length} entités)`)]
      : []),
    account('ars', 'ars', { kind: 'region', region }, `ARS : ${REGIONS[region]}`),
  ];
}

function account(subject: string, role: Role, perimeter: Perimeter, label: string): DemonstrationRight {
  return { subject, role, perimeter, label };
}

/** Those that file: declarants, and the carrier where it is none. */
function bodiesOf({ carrier, members }: Group, directory: Directory) {
  return [carrier, ...members.map(({ finess }) => finess)].filter((finess) => directory.isKnown(finess));
}

/** Those of its members that are declarants, each once. */
function regionsOf({ members }: Group, directory: Directory): readonly RegionCode[] {
  return [...new Set(members.flatMap(({ finess }) => directory.declarant(finess)?.region ?? []))];
}
