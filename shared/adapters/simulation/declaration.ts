import { writeDay } from '../../domain/calendar/day.ts';
import type { CampaignYear } from '../../domain/campaign/campaign.ts';
import type { Directory } from '../../domain/declarant/directory.ts';
import type { Declarant, Group } from '../../domain/declarant/reference-set.ts';
import { NO_VALUES, type Values } from '../../domain/deposit/columns.ts';
import { type Budget, budgetOf } from './budget.ts';
import { chargedBack, type Pool, poolOf } from './pools.ts';
import type { Random } from './random.ts';

/** What everyone would rightly declare; each is worked out when asked for, and always the same. */
export interface TrueDeclarations {
  ofDeclarant(declarant: Declarant): Values;
  /** An external carrier files its closure and its pool, nothing else. */
  ofExternalCarrier(group: Group): Values;
}

export function trueDeclarations(
  campaign: CampaignYear,
  directory: Directory,
  random: Random,
): TrueDeclarations {
  const budget = (declarant: Declarant): Budget => budgetOf(declarant, random);
  const poolsByCode = new Map<string, Pool>();
  const pool = (group: Group): Pool => {
    const known = poolsByCode.get(group.code);
    if (known) return known;
    const carrier = directory.declarant(group.carrier);
    const made = poolOf(group, carrier && budget(carrier), random);
    poolsByCode.set(group.code, made);
    return made;
  };
  const closure = (finess: string): Partial<Values> => {
    const draw = random.of(`closure ${finess}`);
    const date = writeDay(campaign, draw.integer(3, 6), draw.integer(1, 28));
    return { cloture: 'definitive', date_cloture: date };
  };
  const pooled = (group: Group): Partial<Values> => ({
    mutualise_charges: pool(group).charges,
    mutualise_etp_ssi: pool(group).ssiFte,
    quotes_parts_refacturees: chargedBack(pool(group)),
  });

  return {
    ofExternalCarrier: (group) => ({ ...NO_VALUES, ...closure(group.carrier), ...pooled(group) }),
    ofDeclarant: (declarant) => {
      const { finess } = declarant;
      const draw = random.of(`declaration ${finess}`);
      const year = budget(declarant);
      const carried = directory.carried(finess);
      const paid = directory
        .groupsOf(finess)
        .reduce((sum, group) => sum + (pool(group).contributions.get(finess) ?? 0n), 0n);
      return {
        ...NO_VALUES,
        ...closure(finess),
        charges_titre1: year.titles[0],
        charges_titre2: year.titles[1],
        // What is paid to a group is a general expense, and digital.
        charges_titre3: year.titles[2] + paid,
        charges_titre4: year.titles[3],
        emplois_investissement: year.investment,
        num_personnel: year.digital[0],
        num_medical: year.digital[1],
        num_general: year.digital[2] + paid,
        num_amortissement: year.digital[3],
        num_investissement: year.digitalInvestment,
        ...(carried ? pooled(carried) : {}),
        quote_part_versee: paid > 0n ? paid : null,
        etp_total: year.fte,
        etp_ssi_internes: year.ssiFte < year.fte ? year.ssiFte : year.fte,
        etp_ssi_externes: year.externalSsiFte,
        maturite_date: writeDay(campaign, draw.integer(1, 6), draw.integer(1, 28)),
      };
    },
  };
}
