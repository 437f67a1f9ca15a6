/** What a cell must be, beside its type. The words are those of the standard. */
export interface Constraints {
  readonly required?: true;
  readonly unique?: true;
  readonly enum?: readonly string[];
  /** A regular expression, of text alone: a number and a date have none. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** A column, without its name: https://specs.frictionlessdata.io/table-schema/. */
export interface Field {
  readonly title: string;
  readonly description?: string;
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'datetime' | 'year' | 'boolean';
  /** What stands for yes and for no. */
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
  readonly decimalChar?: '.';
  /** Ours: how many decimals are written, neither more nor less. */
  readonly decimals?: number;
  /** Ours: how many decimals there may be. */
  readonly maxDecimals?: number;
  readonly constraints?: Constraints;
}

interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

export interface TableSchema {
  readonly title: string;
  readonly description: string;
  /** In the order of the columns. */
  readonly fields: readonly (Field & { readonly name: string })[];
  readonly missingValues: readonly [''];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly ForeignKey[];
}

/** A table in words: what the standard asks for, with a field for each of its columns. */
export interface TableWords<C extends string> {
  readonly title: string;
  readonly description: string;
  readonly fields: Readonly<Record<C, Field>>;
  readonly primaryKey?: readonly C[];
  readonly foreignKeys?: readonly ForeignKey[];
}

/** The schema of a table. @param columns in their order; each has its field. */
export function tableSchema<C extends string>(
  columns: readonly C[],
  { title, description, fields, primaryKey, foreignKeys }: TableWords<C>,
): TableSchema {
  return {
    title,
    description,
    fields: columns.map((name) => ({ name, ...fields[name] })),
    missingValues: [''],
    ...(primaryKey ? { primaryKey } : {}),
    ...(foreignKeys ? { foreignKeys } : {}),
  };
}
