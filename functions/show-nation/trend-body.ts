import type { Trend, TrendStep } from '../../shared/application/show-trend.ts';
import type { RouteAnswer } from '../../shared/contracts/routes.ts';
import type { SliceAsked } from '../../shared/domain/explain/slice-sums.ts';

type Body = RouteAnswer<'show-trend'>;

export function trendBody({ axis, slice, indicator }: SliceAsked, { steps, unknown }: Trend): Body {
  return {
    axe: axis,
    tranche: slice,
    indicateur: indicator,
    campagnes: steps.map(stepBody),
    sans_donnee: [...unknown],
  };
}

function stepBody({
  campaign,
  source,
  edition,
  line,
  ruleSet,
  isBreak,
}: TrendStep): Body['campagnes'][number] {
  return {
    campagne: campaign,
    source,
    edition: edition?.number ?? null,
    publie_le: edition?.builtAt ?? null,
    sha256: edition?.hash ?? null,
    jeu_de_regles: ruleSet,
    rupture: isBreak,
    n: line['n'] ?? '',
    attendus: line['attendus'] ?? '',
    numerateur: line['numerateur'] ?? '',
    denominateur: line['denominateur'] ?? '',
    valeur: line['valeur'] ?? '',
    mediane: line['mediane'] ?? '',
    q1: line['q1'] ?? '',
    q3: line['q3'] ?? '',
  };
}
