import type { Finess } from '../../finess/finess.ts';
import type { Group, Member } from '../reference-set.ts';
import { readActivity } from './activity.ts';
import { byText } from './by-text.ts';
import type { Line } from './lines.ts';

type GroupLine = Line<'groupes.csv'>;
export const ROLES = ['porteur', 'porteur_externe', 'membre'] as const;
type Role = (typeof ROLES)[number];

interface Belonging {
  readonly line: GroupLine;
  readonly finess: Finess;
  readonly role: Role;
  readonly activity: bigint | null;
}

/**
 * groupes.csv, by code: each with one carrier, whoever takes a share by FINESS.
 *
 * @param declarants the numbers of declarants.csv; null when some of its lines could not be read, and who is a
 * declarant is not known
 */
export function readGroups(
  lines: readonly GroupLine[],
  declarants: ReadonlySet<string> | null,
): readonly Group[] {
  const groups = new Map<string, GroupLine[]>();
  for (const line of lines) {
    const code = line.text('groupe');
    const ofGroup = groups.get(code);
    if (code === '') line.fault('GROUP_BLANK', 'groupe');
    else if (ofGroup) ofGroup.push(line);
    else groups.set(code, [line]);
  }
  const carriers = new Map<string, string>();
  const read = [...groups].map(([code, ofGroup]) => readGroup(code, ofGroup, declarants, carriers));
  return read.filter((group) => group !== null).sort(byText((group) => group.code));
}

/** @param carriers the group that each body read so far carries, added to */
function readGroup(
  code: string,
  lines: readonly GroupLine[],
  declarants: ReadonlySet<string> | null,
  carriers: Map<string, string>,
): Group | null {
  const all = lines.map(readBelonging);
  const belongings = all.filter((belonging) => belonging !== null);
  faultMembersTwice(belongings);
  const bearing = belongings.filter((belonging) => belonging.role !== 'membre');
  for (const carrier of bearing) faultCarrier(carrier, code, declarants, carriers);
  const [carrier, second] = bearing;
  second?.line.fault('GROUP_WITH_TWO_CARRIERS', 'role', { group: code });
  if (!carrier) {
    // A line that cannot be read may well be the carrier's: its own fault says enough.
    if (belongings.length === all.length) lines[0]?.fault('GROUP_WITHOUT_CARRIER', 'groupe');
    return null;
  }
  const members: Member[] = belongings
    .filter((belonging) => belonging.role !== 'porteur_externe')
    .map(({ finess, activity }) => ({ finess, activity }));
  return {
    code,
    label: lines[0]?.text('libelle') ?? '',
    carrier: carrier.finess,
    externalCarrier: carrier.role === 'porteur_externe',
    members: members.sort(byText((member) => member.finess)),
  };
}

function readBelonging(line: GroupLine): Belonging | null {
  const finess = line.finess('finess');
  const role = ROLES.find((known) => known === line.text('role'));
  if (role === undefined) line.fault('ROLE_UNKNOWN', 'role');
  const activity = readActivity(line.text('activite_combinee'));
  if (!activity.ok) {
    const code = activity.fault === 'negative' ? 'ACTIVITY_NEGATIVE' : 'ACTIVITY_UNREADABLE';
    line.fault(code, 'activite_combinee');
  }
  return finess === null || role === undefined
    ? null
    : { line, finess, role, activity: activity.ok ? activity.value : null };
}

function faultMembersTwice(belongings: readonly Belonging[]): void {
  const first = new Map<string, number>();
  for (const { line, finess } of belongings) {
    const earlier = first.get(finess);
    if (earlier === undefined) first.set(finess, line.line);
    else line.fault('MEMBER_TWICE', 'finess', { group: line.text('groupe'), first: String(earlier) });
  }
}

function faultCarrier(
  { line, finess, role }: Belonging,
  code: string,
  declarants: ReadonlySet<string> | null,
  carriers: Map<string, string>,
): void {
  if (role === 'porteur' && declarants?.has(finess) === false)
    line.fault('CARRIER_IS_NO_DECLARANT', 'finess');
  if (role === 'porteur_externe' && declarants?.has(finess)) {
    line.fault('EXTERNAL_CARRIER_IS_DECLARANT', 'finess');
  }
  const other = carriers.get(finess);
  if (other !== undefined && other !== code) line.fault('CARRIER_OF_TWO_GROUPS', 'finess', { other });
  carriers.set(finess, other ?? code);
}
