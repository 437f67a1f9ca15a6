import { ALL_AXES, type AnyAxis, INDICATORS, type Indicator } from '../aggregates/aggregate.ts';
import type { TableLine } from './table-lines.ts';

/** What a line of aggregates.csv is about: there is one line for each. */
export interface SlicePlace {
  readonly axis: AnyAxis;
  readonly slice: string;
  readonly indicator: Indicator;
}

/** @param line of aggregates.csv */
export function slicePlaceOf(line: TableLine): SlicePlace {
  return {
    axis: line['axe'] as AnyAxis,
    slice: line['tranche'] ?? '',
    indicator: line['indicateur'] as Indicator,
  };
}

/** The order of aggregates.csv (contracts.md, « Main job »): below zero when the first comes first. */
export function compareSlicePlaces(a: SlicePlace, b: SlicePlace): number {
  if (a.axis !== b.axis) return ALL_AXES.indexOf(a.axis) - ALL_AXES.indexOf(b.axis);
  if (a.slice !== b.slice) return a.slice < b.slice ? -1 : 1;
  return INDICATORS.indexOf(a.indicator) - INDICATORS.indexOf(b.indicator);
}

/** `region_statut|84|public|part_numerique`: a slice may hold the separator, the others never do. */
export function writeSlicePlace({ axis, slice, indicator }: SlicePlace): string {
  return `${axis}|${slice}|${indicator}`;
}

/** The reverse; null for any other text. */
export function readSlicePlace(text: string): SlicePlace | null {
  const words = text.split('|');
  const axis = ALL_AXES.find((name) => name === words[0]);
  const indicator = INDICATORS.find((name) => name === words.at(-1));
  return axis && indicator && words.length > 2
    ? { axis, slice: words.slice(1, -1).join('|'), indicator }
    : null;
}
