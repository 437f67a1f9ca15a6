import * as z from 'zod';

/** Whether a reader asks for CSV rather than JSON, by its header `Accept`. */
export function prefersCsv(accept = ''): boolean {
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...params] = range.split(';').map((part) => part.trim().toLowerCase());
    const quality = params.find((param) => param.startsWith('q='));
    return { type, weight: quality === undefined ? 1 : Number(quality.slice(2)) || 0 };
  });
  const weightOf = (wanted: string) => ranges.find(({ type }) => type === wanted)?.weight ?? 0;
  return weightOf('text/csv') > 0 && weightOf('text/csv') >= weightOf('application/json');
}

/**
 * The list that stands in an answer, as rows: headings first, in the order of its schema; what is within a field of a row
 * is a column of its own (`at_cell`). A list of lines without a schema of their own has the headings of its first line.
 *
 * @param path of the list in the answer; where it leads to nothing there is no row.
 */
export function csvRows(answer: unknown, schema: z.ZodType, path: readonly string[]): readonly string[][] {
  const list = path.reduce<unknown>((at, step) => fieldOf(at, step), answer);
  const rows: readonly unknown[] = Array.isArray(list) ? list : [];
  const columns =
    listColumns(schema, path)?.map((column) => column.path) ??
    Object.keys(rows[0] ?? {}).map((name) => [name]);
  if (columns.length === 0) return [];
  return [
    columns.map((column) => column.join('_')),
    ...rows.map((row) => columns.map((column) => cellOf(column.reduce(fieldOf, row)))),
  ];
}

/** A column of a list: the way to its field in an element, and what the field may hold. */
interface ListColumn {
  readonly path: readonly string[];
  readonly field: unknown;
}

/** The columns of the list that stands in an answer, in their order; null where its lines have no schema of their own. */
export function listColumns(schema: z.ZodType, path: readonly string[]): readonly ListColumn[] | null {
  return columnsOf(elementAt(schema, path));
}

function fieldOf(at: unknown, name: string): unknown {
  return typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[name] : undefined;
}

function elementAt(schema: z.ZodType, path: readonly string[]): unknown {
  const list = path.reduce<unknown>((at, step) => {
    const inner = present(at);
    return inner instanceof z.ZodObject ? inner.shape[step] : undefined;
  }, schema);
  const inner = present(list);
  return inner instanceof z.ZodArray ? inner.element : undefined;
}

/** A schema without its leave to be null or absent. */
function present(schema: unknown): unknown {
  return schema instanceof z.ZodNullable ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional
    ? present(schema.unwrap())
    : schema;
}

/** Each leaf of an object; null for anything else. */
function columnsOf(schema: unknown): readonly ListColumn[] | null {
  const object = present(schema);
  if (!(object instanceof z.ZodObject)) return null;
  return Object.entries(object.shape).flatMap(([name, field]) => {
    const within = columnsOf(field);
    return within
      ? within.map((column) => ({ ...column, path: [name, ...column.path] }))
      : [{ path: [name], field }];
  });
}

/** A list in one cell: `|` between its elements, as between reasons in figures.csv. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (Array.isArray(value)) return value.map(cellOf).join('|');
  if (typeof value === 'object') return Object.values(value).map(cellOf).join(' ');
  return String(value);
}
