import { categoryLabel } from '../domain/declarant/categories.ts';
import type { PastFigures } from '../domain/declarant/reference-set.ts';
import type { Alert } from '../domain/figures/alerts.ts';
import type { Figures, Outcome, Reason } from '../domain/figures/figures.ts';
import { formatHundredths } from '../domain/numbers/format-hundredths.ts';
import { formatRatio, type Ratio, ratio } from '../domain/numbers/ratio.ts';
import type { ComparabilityBreak } from '../domain/report/comparability.ts';
import type { Difference } from '../domain/report/differences.ts';
import type { PeerMedian, PeerMedians } from '../domain/report/peer-medians.ts';
import { yearOnYear } from '../domain/report/year-on-year.ts';
import { ALERT_WORDINGS } from './alerts.ts';
import { counted } from './count.ts';
import { differenceInWords, previousYearInWords } from './differences.ts';
import { enumerated } from './enumeration.ts';
import { frenchDecimal } from './french-number.ts';
import { REASON_SENTENCES } from './reasons.ts';

/** A return as a file would leave it, and what it compares to. */
export interface Previewed {
  readonly finess: string;
  readonly name: string;
  /** Null for an external carrier. */
  readonly outcome: Outcome | null;
  readonly previous: PastFigures | null;
  /** Why `previous` may not compare. */
  readonly breaks: readonly ComparabilityBreak[];
  readonly peers: (PeerMedians & { readonly category: string }) | null;
  readonly alerts: readonly Alert[];
  /** What the file would change of what stands. */
  readonly differences: readonly Difference[];
  /** Labels of the pools of which the carrier's return is not at hand. */
  readonly unknownPools: readonly string[];
}

/** What a file would give, as a person reads it on a screen: body by body, then how many others; blank where it gives nothing. */
export function previewInWords(returns: readonly Previewed[], others: number): string {
  if (returns.length === 0) return '';
  return [
    'Ce que donnerait ce fichier',
    ...returns.flatMap(returnInWords),
    ...(others > 0 ? ['', `… et ${counted(others, 'autre établissement', 'autres établissements')}.`] : []),
  ].join('\n');
}

function returnInWords(previewed: Previewed): readonly string[] {
  const { finess, name, alerts, differences } = previewed;
  const changes = differences.map(differenceInWords);
  const doubts = alerts.map(({ code, facts }) => ALERT_WORDINGS[code].sentence(facts));
  return [
    '',
    `${name} (${finess})`,
    ...outcomeInWords(previewed).map((line) => `  ${line}`),
    ...listed('À vérifier, ou à justifier', doubts),
    ...listed('Ce qui change', changes),
  ];
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    - ${line}`)];
}

function outcomeInWords({ outcome, previous, breaks, peers, unknownPools }: Previewed): readonly string[] {
  if (outcome === null)
    return ['Porteur externe : ses charges sont réparties entre les membres du groupement.'];
  if (outcome.state === 'non_repondant') return ['Aucune donnée n’est déclarée.'];
  if (outcome.state === 'non_calcule') {
    return [
      'Chiffres non calculés',
      ...outcome.reasons.map((reason) => `  - ${reasonInWords(reason, unknownPools)}`),
    ];
  }
  return [...figuresInWords(outcome.figures, peers), ...onYear(outcome.figures, previous, breaks)];
}

function reasonInWords(reason: Reason, unknownPools: readonly string[]): string {
  if (reason !== 'mutualisation-non-close' || unknownPools.length === 0) return REASON_SENTENCES[reason];
  const pools = enumerated(unknownPools.map((label) => `« ${label} »`));
  return `Ce que déclare le porteur (groupement ${pools}) n'est pas connu hors ligne : le calcul se fera après le dépôt. Pour le voir avant, donnez la déclaration du porteur par --previous.`;
}

function figuresInWords(figures: Figures, peers: Previewed['peers']): readonly string[] {
  const share = median(peers, peers?.digitalShare ?? null, (text) => percent(readRatio(text)));
  const fte = median(peers, peers?.ssiFte ?? null, frenchDecimal);
  return [
    `Part du budget dédiée au numérique : ${percent(figures.digitalShare)}${share}`,
    `ETP SSI retenus : ${frenchDecimal(formatHundredths(figures.retainedSsiFte))}${fte}`,
  ];
}

function median(
  peers: Previewed['peers'],
  value: PeerMedian | null,
  write: (text: string) => string,
): string {
  if (!peers || !value) return '';
  const among = counted(Number(value.n), 'établissement');
  return ` (médiane de la catégorie « ${categoryLabel(peers.category)} » : ${write(value.median)}, ${among})`;
}

function onYear(
  figures: Figures,
  previous: PastFigures | null,
  breaks: readonly ComparabilityBreak[],
): readonly string[] {
  if (!previous) return [];
  const lines = previousYearInWords(yearOnYear(figures, previous), breaks);
  return [`Par rapport à la campagne ${previous.campaign}`, ...lines.map((line) => `  - ${line}`)];
}

/** As aggregates.csv writes a ratio: `0.018900`. */
function readRatio(text: string): Ratio {
  const [whole = '', decimals = ''] = text.split('.');
  return ratio(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length));
}

function percent({ numerator, denominator }: Ratio): string {
  return `${frenchDecimal(formatRatio(ratio(numerator * 100n, denominator), 2))} %`;
}
