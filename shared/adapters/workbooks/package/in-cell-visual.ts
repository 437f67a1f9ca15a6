/**
 * Bars behind the numbers of a range, as long as the numbers are great: pale, solid, with a border, so that the
 * number is read through it and the bar survives a print in black and white.
 * `true`: from zero to the greatest of the range. `to`: from zero to that number (`{ to: 1 }` for rates: a full
 * cell is 100 %). `'signed'`: from an axis, negative numbers to its left in white (a change).
 */
export type Bars = true | 'signed' | { readonly to: number };

/** Sets that tell by their shape, in black and white too, from the lowest to the highest. */
const ICON_COUNTS = {
  /** ↓ → ↑, in grey: a change that is neither good nor bad. */
  '3ArrowsGray': 3,
  /** ↓ ↘ → ↗ ↑, in grey. */
  '5ArrowsGray': 5,
  /** ✗ ! ✓ */
  '3Symbols2': 3,
  /** Diamond, triangle, circle. */
  '3Signs': 3,
  /** Discs from empty to full: a level out of five. */
  '5Quarters': 5,
  /** Signal bars: one to four lit. */
  '4Rating': 4,
  /** Signal bars: none to four lit. */
  '5Rating': 5,
} as const;

/** An icon before each number of a range. A cell without a number has none. */
export interface Icons {
  readonly set: keyof typeof ICON_COUNTS;
  /** From which number on each icon but the first is shown, ascending: one less than the set has icons. */
  readonly thresholds: readonly number[];
  /** The first icon for the highest. */
  readonly reversed?: true;
}

export type Visual = { readonly bars: Bars } | { readonly icons: Icons };

/** @throws RangeError for a limit that is no number above zero, or thresholds that do not suit the set. */
export function checkVisual(visual: Visual): void {
  if ('bars' in visual) {
    const { bars } = visual;
    if (typeof bars === 'object' && !(Number.isFinite(bars.to) && bars.to > 0))
      throw new RangeError(`bars from zero to ${bars.to}`);
    return;
  }
  const { set, thresholds } = visual.icons;
  if (thresholds.length !== ICON_COUNTS[set] - 1)
    throw new RangeError(`${thresholds.length} thresholds for the icons of ${set}`);
  for (const [i, threshold] of thresholds.entries())
    if (!Number.isFinite(threshold) || threshold <= (thresholds[i - 1] ?? Number.NEGATIVE_INFINITY))
      throw new RangeError(`thresholds of icons that do not ascend: ${thresholds.join(', ')}`);
}
