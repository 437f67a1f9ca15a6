import type { Directory } from '../declarant/directory.ts';
import type { Declarant } from '../declarant/reference-set.ts';
import type { EditionFigures, PublishedOutcome } from '../figures/edition-figures.ts';
import type { Reason } from '../figures/figures.ts';
import type { Finess } from '../finess/finess.ts';
import type { Ratio } from '../numbers/ratio.ts';
import type { RegionCode } from '../territory/regions.ts';
import { FIGURE_COLUMNS, type FigureColumn, figureTexts } from './figure-texts.ts';
import { outcomeOf, type Standing } from './standing.ts';

/** Where a declarant stands in one of the two editions compared. */
export interface ComparedOutcome {
  readonly state: PublishedOutcome['state'];
  /** Of `non_calcule`. */
  readonly reasons: readonly Reason[];
  /** To be read with six decimals, as published. Null without figures, as all that follows. */
  readonly digitalShare: Ratio | null;
  /** Cents. */
  readonly retainedDigital: bigint | null;
  readonly totalExpenses: bigint | null;
  /** Hundredths of an FTE. */
  readonly retainedSsiFte: bigint | null;
}

/** A declarant of which something published is not what it was in the reference edition. */
export interface DeclarantChange {
  readonly finess: Finess;
  /** In today's reference set; null where it is no declarant any more. */
  readonly name: string | null;
  /** Of the region: it may have come from another, or gone to it. */
  readonly kind: 'arrive' | 'parti' | 'modifie';
  /** Null when it came. */
  readonly before: ComparedOutcome | null;
  /** Null when it left. */
  readonly after: ComparedOutcome | null;
  /** Columns of figures.csv that differ, where it has figures in both; blank elsewhere. */
  readonly columns: readonly FigureColumn[];
}

/** What changed in a region since the reference edition. */
export interface ChangesSince {
  /** How many declarants of the region the reference edition has. */
  readonly compared: number;
  /** By FINESS. */
  readonly changes: readonly DeclarantChange[];
}

/** Null where no reference edition is given. @param standing at least the region's declarants */
export function changesSince(
  region: RegionCode,
  standing: Standing,
  directory: Directory,
): ChangesSince | null {
  const edition = directory.reference.referenceEdition;
  if (!edition) return null;
  const before = new Map(edition.filter((line) => line.region === region).map((line) => [line.finess, line]));
  const after = new Map(directory.inRegion(region).map((declarant) => [declarant.finess, declarant]));
  const numbers = [...new Set([...before.keys(), ...after.keys()])].sort();
  return {
    compared: before.size,
    changes: numbers.flatMap(
      (finess) => changeOf(finess, before.get(finess), after.get(finess), standing, directory) ?? [],
    ),
  };
}

function changeOf(
  finess: Finess,
  before: EditionFigures | undefined,
  after: Declarant | undefined,
  standing: Standing,
  directory: Directory,
): DeclarantChange | null {
  const then = before?.outcome ?? null;
  const now = after ? outcomeOf(standing, finess) : null;
  const columns = then && now ? differingColumns(then, now) : [];
  if (then && now && columns.length === 0 && sameState(then, now)) return null;
  return {
    finess,
    name: directory.declarant(finess)?.name ?? null,
    kind: then === null ? 'arrive' : now === null ? 'parti' : 'modifie',
    before: then && comparedOutcome(then),
    after: now && comparedOutcome(now),
    columns,
  };
}

/** Of two with figures, the columns whose published text differs. */
function differingColumns(then: PublishedOutcome, now: PublishedOutcome): readonly FigureColumn[] {
  if (then.state !== 'calcule' || now.state !== 'calcule') return [];
  const [before, after] = [figureTexts(then.figures), figureTexts(now.figures)];
  return FIGURE_COLUMNS.filter((column) => before[column] !== after[column]);
}

function sameState(then: PublishedOutcome, now: PublishedOutcome): boolean {
  const reasons = (outcome: PublishedOutcome) => comparedOutcome(outcome).reasons.join('|');
  return then.state === now.state && reasons(then) === reasons(now);
}

function comparedOutcome(outcome: PublishedOutcome): ComparedOutcome {
  const figures = outcome.state === 'calcule' ? outcome.figures : null;
  return {
    state: outcome.state,
    reasons: outcome.state === 'non_calcule' ? outcome.reasons : [],
    digitalShare: figures?.digitalShare ?? null,
    retainedDigital: figures?.retainedDigital ?? null,
    totalExpenses: figures?.totalExpenses ?? null,
    retainedSsiFte: figures?.retainedSsiFte ?? null,
  };
}
