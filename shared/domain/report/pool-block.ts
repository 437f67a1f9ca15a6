import type { Directory } from '../declarant/directory.ts';
import type { Group } from '../declarant/reference-set.ts';
import { isPoolClosed, poolStatementOf } from '../figures/compute.ts';
import type { Finess } from '../finess/finess.ts';
import { allocate } from '../pool/allocate.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { RegionCode } from '../territory/regions.ts';
import type { PoolBlock, PoolMember } from './regional-report.ts';
import { outcomeOf, type Standing } from './standing.ts';

/**
 * How a pool was shared, as one region may see it: its own members by name, those of other regions on one line
 * « Autres régions » (contracts.md). Nothing disappears: the lines sum to what the carrier declared.
 */
export function poolBlock(
  group: Group,
  region: RegionCode,
  directory: Directory,
  standing: Standing,
  rules: RuleSet,
): PoolBlock {
  const carrier = standing.get(group.carrier)?.state ?? null;
  const closed = carrier !== null && isPoolClosed(poolStatementOf(carrier), rules);
  const charges = closed ? carrier.values.mutualise_charges : null;
  const ssiFte = closed ? carrier.values.mutualise_etp_ssi : null;
  const chargeShares = charges === null ? null : allocate(charges, group.members);
  const fteShares = ssiFte === null ? null : allocate(ssiFte, group.members);

  const members = group.members.map(({ finess, activity }): PoolMember & { readonly elsewhere: boolean } => {
    const declarant = directory.declarant(finess);
    return {
      finess,
      name: declarant?.name ?? finess,
      situation: situationOf(finess, directory, standing),
      activity,
      charges: chargeShares?.get(finess) ?? null,
      ssiFte: fteShares?.get(finess) ?? null,
      elsewhere: declarant !== null && declarant.region !== region,
    };
  });
  const elsewhere = members.filter((member) => member.elsewhere);
  const here = members.filter((member) => !member.elsewhere).map(({ elsewhere: _, ...member }) => member);
  const silent = members.filter(({ situation }) => situation !== 'calcule');
  return {
    code: group.code,
    label: group.label,
    carrier: {
      finess: group.carrier,
      name: directory.declarant(group.carrier)?.name ?? group.label,
      external: group.externalCarrier,
    },
    charges: chargeShares ? charges : null,
    ssiFte: fteShares ? ssiFte : null,
    origins: {
      charges: carrier?.origins.mutualise_charges ?? null,
      ssiFte: carrier?.origins.mutualise_etp_ssi ?? null,
    },
    closed,
    members: elsewhere.length === 0 ? here : [...here, otherRegions(elsewhere)],
    withoutFigures:
      chargeShares && fteShares
        ? { charges: sum(silent.map((m) => m.charges)) ?? 0n, ssiFte: sum(silent.map((m) => m.ssiFte)) ?? 0n }
        : null,
  };
}

function situationOf(finess: Finess, directory: Directory, standing: Standing): PoolMember['situation'] {
  if (!directory.declarant(finess)) return 'hors-champ';
  return outcomeOf(standing, finess).state === 'calcule' ? 'calcule' : 'sans-chiffres';
}

function otherRegions(members: readonly PoolMember[]): PoolMember {
  return {
    finess: null,
    name: 'Autres régions',
    situation: 'autres-regions',
    activity: sum(members.map((m) => m.activity)),
    charges: sum(members.map((m) => m.charges)),
    ssiFte: sum(members.map((m) => m.ssiFte)),
  };
}

/** Null as soon as one is unknown. */
function sum(values: readonly (bigint | null)[]): bigint | null {
  return values.reduce<bigint | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    0n,
  );
}
