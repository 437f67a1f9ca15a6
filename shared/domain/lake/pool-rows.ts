import type { Directory, Territory } from '../declarant/directory.ts';
import type { Group } from '../declarant/reference-set.ts';
import { isPoolClosed, poolStatementOf } from '../figures/compute.ts';
import type { Finess } from '../finess/finess.ts';
import { allocate } from '../pool/allocate.ts';
import { outcomeOf, type Standing } from '../report/standing.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { LakeRow } from './lake-tables.ts';

type PoolRow = LakeRow<'pools'>;

/**
 * One line per group and member of a territory, by code then FINESS; a member that is no body of the reference set stands
 * where its carrier does, so that the lines of all territories sum to what the carriers declared.
 */
export function poolRows(
  territory: Territory,
  directory: Directory,
  standing: Standing,
  rules: RuleSet,
): readonly PoolRow[] {
  return directory.reference.groups.flatMap((group) => {
    const here = group.members.filter(
      ({ finess }) => (directory.territory(finess) ?? directory.territory(group.carrier)) === territory,
    );
    if (here.length === 0) return [];
    const { charges, ssiFte } = sharesOf(group, standing, rules);
    return here.map(
      ({ finess, activity }): PoolRow => ({
        groupe: group.code,
        libelle: group.label,
        porteur: group.carrier,
        porteur_externe: group.externalCarrier,
        finess,
        activite: activity,
        charges: charges?.get(finess) ?? null,
        etp: ssiFte?.get(finess) ?? null,
        situation: situationOf(finess, directory, standing),
      }),
    );
  });
}

type Shares = ReadonlyMap<Finess, bigint> | null;

/** None until the carrier has closed its accounts and said what it pools. */
function sharesOf(
  { carrier, members }: Group,
  standing: Standing,
  rules: RuleSet,
): { readonly charges: Shares; readonly ssiFte: Shares } {
  const state = standing.get(carrier)?.state;
  const statement = state && poolStatementOf(state);
  if (!statement || !isPoolClosed(statement, rules)) return { charges: null, ssiFte: null };
  const { mutualise_charges: charges, mutualise_etp_ssi: ssiFte } = statement;
  return {
    charges: charges === null ? null : allocate(charges, members),
    ssiFte: ssiFte === null ? null : allocate(ssiFte, members),
  };
}

function situationOf(finess: Finess, directory: Directory, standing: Standing): string {
  if (!directory.declarant(finess)) return 'hors-champ';
  return outcomeOf(standing, finess).state === 'calcule' ? 'calcule' : 'sans-chiffres';
}
