import type { AnyAxis, Indicator } from '../aggregates/aggregate.ts';
import { compareRatios, type Ratio, ratio } from '../numbers/ratio.ts';
import type { TableLine } from '../report/table-lines.ts';

/** A declarant as an edition of the nation published it: the slices in which it counts, and its exact values. */
export interface ObservedBody {
  readonly finess: string;
  readonly region: string;
  readonly status: string;
  readonly category: string;
  /** As `budgetSize` says it. */
  readonly size: string;
  readonly state: string;
  /** Cents over cents; an FTE in hundredths over one hundred. Null where it counts for nothing. */
  readonly values: Readonly<Record<Indicator, Ratio | null>>;
}

export interface ObservedNation {
  /** By FINESS. */
  readonly bodies: readonly ObservedBody[];
  /** Those that have a value, from the lowest, equal ones by FINESS; sorted once. */
  ranked(indicator: Indicator): readonly ObservedBody[];
}

/**
 * @param figures lines of figures.csv
 * @param observed lines of `observedTable`, in the same order
 * @throws Error when a line of the one has none in the other
 */
export function observedNation(
  figures: readonly TableLine[],
  observed: readonly TableLine[],
): ObservedNation {
  const bodies = figures.map((line, index) => bodyOf(line, observed[index] ?? {}));
  const sorted = new Map<Indicator, readonly ObservedBody[]>();
  return {
    bodies,
    ranked: (indicator) => {
      const known = sorted.get(indicator) ?? rankedBy(indicator, bodies);
      sorted.set(indicator, known);
      return known;
    },
  };
}

/** Whether a declarant counts in a slice. */
export function isInSlice(body: ObservedBody, axis: AnyAxis, slice: string): boolean {
  switch (axis) {
    case 'nation':
      return slice === 'FR';
    case 'region':
      return body.region === slice;
    case 'statut':
      return body.status === slice;
    case 'categorie':
      return body.category === slice;
    case 'region_statut':
      return `${body.region}|${body.status}` === slice;
    case 'taille_budget':
      return body.size === slice;
  }
}

function bodyOf(line: TableLine, beside: TableLine): ObservedBody {
  const { finess = '', region = '', etat: state = '' } = line;
  if (beside['finess'] !== finess) throw new Error(`nothing beside the figures of ${finess}`);
  const { statut: status = '', categorie: category = '', taille_budget: size = '' } = beside;
  return {
    finess,
    region,
    status,
    category,
    size,
    state,
    values: {
      part_numerique: quotient(line['charges_numeriques_retenues'], line['charges_totales']),
      part_investissement: quotient(beside['num_investissement'], beside['emplois_investissement']),
      etp_ssi_retenus: quotient(line['etp_ssi_retenus'], '1.00'),
    },
  };
}

/** Of two amounts as `formatHundredths` writes them; null where the first is blank. */
function quotient(numerator = '', denominator = ''): Ratio | null {
  return numerator === '' ? null : ratio(hundredths(numerator), hundredths(denominator));
}

function hundredths(text: string): bigint {
  return BigInt(text.replace('.', ''));
}

function rankedBy(indicator: Indicator, bodies: readonly ObservedBody[]): readonly ObservedBody[] {
  const valued = bodies.flatMap((body) => {
    const value = body.values[indicator];
    return value ? [{ body, value }] : [];
  });
  // They come by FINESS, and the sort is stable.
  return valued.sort((a, b) => compareRatios(a.value, b.value)).map(({ body }) => body);
}
