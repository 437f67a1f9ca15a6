/** A line of a CSV file that is not the same on both sides. */
export interface LineDifference {
  /** What the line is of: its first columns, joined by `;`. */
  readonly key: string;
  /** Its number in the published file, the headings being 1; null where it is not there. */
  readonly line: number | null;
  /** Columns that differ, by heading; blank where the line is on one side only. */
  readonly columns: readonly {
    readonly column: string;
    readonly published: string;
    readonly rebuilt: string;
  }[];
  readonly alone: 'published' | 'rebuilt' | null;
}

/**
 * Lines of two CSV files of the system's own form (`;`, one line a record) that differ, in the order of the published
 * file, then those that it does not have.
 *
 * @param keyColumns how many of the first columns say what a line is of
 */
export function lineDifferences(
  published: string,
  rebuilt: string,
  keyColumns: number,
): readonly LineDifference[] {
  const before = tableOf(published, keyColumns);
  const after = tableOf(rebuilt, keyColumns);
  const known = [...before.lines].flatMap(([key, { line, cells }]): LineDifference[] => {
    const other = after.lines.get(key);
    if (!other) return [{ key, line, columns: [], alone: 'published' }];
    const width = Math.max(cells.length, other.cells.length);
    const columns = Array.from({ length: width }, (_, i) => ({
      column: before.headings[i] ?? after.headings[i] ?? String(i + 1),
      published: cells[i] ?? '',
      rebuilt: other.cells[i] ?? '',
    })).filter((column) => column.published !== column.rebuilt);
    return columns.length === 0 ? [] : [{ key, line, columns, alone: null }];
  });
  const added = [...after.lines.keys()].filter((key) => !before.lines.has(key));
  return [
    ...known,
    ...added.map((key): LineDifference => ({ key, line: null, columns: [], alone: 'rebuilt' })),
  ];
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The headings are a line too: they are compared under their own names. */
function tableOf(text: string, keyColumns: number) {
  const rows = text.split('\n').map((row) => row.split(';'));
  const lines = new Map<string, Line>();
  for (const [index, cells] of rows.entries()) {
    const named = cells.slice(0, keyColumns).join(';');
    // The same line twice is told by its number.
    const key = lines.has(named) ? `${named} (ligne ${index + 1})` : named;
    lines.set(key, { line: index + 1, cells });
  }
  return { headings: rows[0] ?? [], lines };
}
