import type { Finess } from '../finess/finess.ts';
import type { PastFigures } from './reference-set.ts';
import type { Successions } from './successions.ts';

/** Figures of an earlier campaign under today's number, and the numbers under which they were published. */
export interface ResolvedPast {
  readonly figures: PastFigures;
  /** By FINESS. */
  readonly sources: readonly Finess[];
}

/** `2025#010000016`: a campaign and who holds its figures. */
export function pastKey(finess: string, campaign: number): string {
  return `${campaign}#${finess}`;
}

/**
 * Earlier figures by campaign and holder: those of the numbers that it replaced are added to its own. contracts.md,
 * successions.csv.
 */
export function pastByHolder(
  history: readonly PastFigures[],
  successions: Successions,
): ReadonlyMap<string, ResolvedPast> {
  const byHolder = new Map<string, ResolvedPast>();
  for (const past of history) {
    const holder = successions.holderOf(past.finess, past.campaign);
    const key = pastKey(holder, past.campaign);
    const other = byHolder.get(key);
    const figures = { ...past, finess: holder };
    byHolder.set(
      key,
      other
        ? { figures: added(other.figures, figures), sources: [...other.sources, past.finess].sort() }
        : { figures, sources: [past.finess] },
    );
  }
  return byHolder;
}

/** What not every source has is not known of the whole. */
function added(a: PastFigures, b: PastFigures): PastFigures {
  const known = (left: bigint | null, right: bigint | null) =>
    left === null || right === null ? null : left + right;
  return {
    campaign: a.campaign,
    finess: a.finess,
    totalExpenses: a.totalExpenses + b.totalExpenses,
    retainedDigital: a.retainedDigital + b.retainedDigital,
    retainedSsiFte: a.retainedSsiFte + b.retainedSsiFte,
    ownDigital: known(a.ownDigital, b.ownDigital),
    carriedDigital: known(a.carriedDigital, b.carriedDigital),
    contributions: known(a.contributions, b.contributions),
    ownSsiFte: known(a.ownSsiFte, b.ownSsiFte),
    carriedSsiFte: known(a.carriedSsiFte, b.carriedSsiFte),
    externalSsiFte: known(a.externalSsiFte, b.externalSsiFte),
  };
}
