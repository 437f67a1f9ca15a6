/** A cell: both count from 1. */
interface Place {
  readonly column: number;
  readonly row: number;
}

/** A rectangle of cells, corners included. */
export interface Area {
  readonly from: Place;
  readonly to: Place;
}

/** Excel's own. */
const LAST = { column: 16_384, row: 1_048_576 } as const;

/** `A1:B3`, and `A1` for a single cell. @throws RangeError for what is no rectangle of a sheet. */
export function areaRef({ from, to }: Area): string {
  checkArea({ from, to });
  const first = `${letters(from.column)}${from.row}`;
  const last = `${letters(to.column)}${to.row}`;
  return first === last ? first : `${first}:${last}`;
}

/** As a chart names cells: `'Part numérique'!$A$6:$A$20`. */
export function absoluteRef(sheet: string, { from, to }: Area): string {
  checkArea({ from, to });
  const first = `$${letters(from.column)}$${from.row}`;
  const last = `$${letters(to.column)}$${to.row}`;
  return `'${sheet.replaceAll("'", "''")}'!${first === last ? first : `${first}:${last}`}`;
}

/** How many cells. */
export function sizeOf({ from, to }: Area): number {
  return (to.column - from.column + 1) * (to.row - from.row + 1);
}

/** 1 is A, 27 is AA. */
export function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

function checkArea({ from, to }: Area): void {
  for (const axis of ['column', 'row'] as const) {
    const [first, last] = [from[axis], to[axis]];
    const isWhole = Number.isInteger(first) && Number.isInteger(last);
    if (!isWhole || first < 1 || last < first || last > LAST[axis])
      throw new RangeError(`no range of cells: ${axis}s ${first} to ${last}`);
  }
}
