import Papa from 'papaparse';
import type { Constraints, Field, TableSchema } from '../../shared/messages/schemas/table-schema.ts';

/** One place where a CSV is not what its schema says. */
export interface SchemaFault {
  readonly kind:
    | 'encoding'
    | 'line-end'
    | 'header'
    | 'width'
    | 'type'
    | 'decimals'
    | keyof Constraints
    | 'primaryKey'
    | 'foreignKey';
  /** From 1, the header being 1; 0 for the file as a whole. */
  readonly line: number;
  readonly column: string;
  readonly seen: string;
}

/** A CSV without its dialect: the names of its columns, and its rows of text. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const TYPES: Readonly<Record<Field['type'], (text: string) => boolean>> = {
  string: () => true,
  integer: (text) => /^[+-]?\d+$/.test(text),
  number: (text) => /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text),
  datetime: (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text),
  boolean: (text) => text === 'oui' || text === 'non',
  year: (text) => /^\d{4}$/.test(text),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
};

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Bytes in our dialect (UTF-8 without BOM, `;`, LF at the end of every line) as a table; what is not so is a fault. */
export function readInDialect(bytes: Uint8Array): {
  readonly table: TextTable;
  readonly faults: readonly SchemaFault[];
} {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const faults: SchemaFault[] = [];
  if (text.startsWith('\uFEFF') || text.includes('\uFFFD')) faults.push(fault('encoding', 0, '', ''));
  if (text.includes('\r') || !text.endsWith('\n')) faults.push(fault('line-end', 0, '', ''));
  const { data, errors } = Papa.parse<string[]>(text.replace(/\n$/, ''), { delimiter: ';', newline: '\n' });
  faults.push(...errors.map(({ message, row = 0 }) => fault('width', row + 1, '', message)));
  const [columns = [], ...rows] = data;
  return { table: { columns, rows }, faults };
}

/**
 * Where a table is not what its schema says.
 *
 * @param columns `all`: those of the schema, in its order; `some`: in any order, others beside are not read
 */
export function schemaFaults(
  schema: TableSchema,
  { columns, rows }: TextTable,
  expected: 'all' | 'some' = 'all',
): readonly SchemaFault[] {
  const names = schema.fields.map(({ name }) => name);
  if (expected === 'all' && columns.join(';') !== names.join(';'))
    return [fault('header', 1, '', columns.join(';'))];
  const faults: SchemaFault[] = [];
  rows.forEach((cells, index) => {
    if (expected === 'all' && cells.length !== columns.length)
      faults.push(fault('width', index + 2, '', String(cells.length)));
  });
  for (const field of schema.fields) {
    const at = columns.indexOf(field.name);
    if (at < 0) continue;
    const values = rows.map((cells) => cells[at] ?? '');
    values.forEach((seen, index) => {
      for (const kind of cellFaults(field, seen)) faults.push(fault(kind, index + 2, field.name, seen));
    });
    if (field.constraints?.unique) faults.push(...repeated(values, 'unique', field.name));
  }
  const { primaryKey } = schema;
  if (primaryKey?.every((name) => columns.includes(name))) {
    const keys = keysOf({ columns, rows }, primaryKey);
    faults.push(...repeated(keys, 'primaryKey', primaryKey.join(', ')));
  }
  return faults;
}

/** Where a table points at a row that another has not. @param tables by the name of their resource */
export function foreignKeyFaults(
  schema: TableSchema,
  table: TextTable,
  tables: ReadonlyMap<string, TextTable>,
): readonly SchemaFault[] {
  return (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const other = tables.get(reference.resource);
    if (!other) throw new Error(`no table ${reference.resource}`);
    const known = new Set(keysOf(other, reference.fields));
    return keysOf(table, fields).flatMap((key, index) =>
      known.has(key) ? [] : [fault('foreignKey', index + 2, fields.join(', '), key)],
    );
  });
}

function cellFaults(field: Field, seen: string): readonly SchemaFault['kind'][] {
  const { constraints = {}, type } = field;
  if (seen === '') return constraints.required ? ['required'] : [];
  if (!TYPES[type](seen)) return ['type'];
  const wrong: Readonly<Partial<Record<SchemaFault['kind'], boolean>>> = {
    enum: constraints.enum !== undefined && !constraints.enum.includes(seen),
    pattern: constraints.pattern !== undefined && !new RegExp(constraints.pattern).test(seen),
    minimum: constraints.minimum !== undefined && Number(seen) < constraints.minimum,
    maximum: constraints.maximum !== undefined && Number(seen) > constraints.maximum,
    maxLength: constraints.maxLength !== undefined && seen.length > constraints.maxLength,
    decimals:
      (field.decimals !== undefined && decimalsOf(seen) !== field.decimals) ||
      (field.maxDecimals !== undefined && decimalsOf(seen) > field.maxDecimals),
  };
  return (Object.keys(wrong) as SchemaFault['kind'][]).filter((kind) => wrong[kind]);
}

function decimalsOf(number: string): number {
  const [, decimals = '', exponent = '0'] = /(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  return Math.max(0, decimals.length - Number(exponent));
}

function keysOf({ columns, rows }: TextTable, names: readonly string[]): readonly string[] {
  const places = names.map((name) => columns.indexOf(name));
  return rows.map((cells) => places.map((at) => cells[at] ?? '').join(' | '));
}

function repeated(
  values: readonly string[],
  kind: 'unique' | 'primaryKey',
  column: string,
): readonly SchemaFault[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (value !== '' && seen.has(value)) return [fault(kind, index + 2, column, value)];
    seen.add(value);
    return [];
  });
}

function fault(kind: SchemaFault['kind'], line: number, column: string, seen: string): SchemaFault {
  return { kind, line, column, seen };
}
