import { DECLARATION_SCHEMA } from './declaration.ts';
import { BALANCE_SCHEMA, EXTRACT_SCHEMA, MATURITY_SCHEMA, STAFF_SCHEMA } from './deposits.ts';
import { REFERENCE_SCHEMAS } from './reference.ts';
import { AGGREGATES_SCHEMA, FIGURES_SCHEMA } from './results.ts';
import type { TableSchema } from './table-schema.ts';

/** How our CSV are written; deposits may be written otherwise. contracts.md. */
const DIALECT = {
  delimiter: ';',
  lineTerminator: '\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
} as const;

/** A CSV that is read or written: where it lies, and its schema. */
interface Resource {
  readonly path: string;
  readonly schema: TableSchema;
}

/** By name, in the order of the package. */
const RESOURCES: ReadonlyMap<string, Resource> = new Map([
  ['figures', { path: 'resultats/figures.csv', schema: FIGURES_SCHEMA }],
  ['aggregates', { path: 'resultats/aggregates.csv', schema: AGGREGATES_SCHEMA }],
  ...[...REFERENCE_SCHEMAS].map(([file, schema]): [string, Resource] => [
    file.replace('.csv', ''),
    { path: `reference/${file}`, schema },
  ]),
  ['declaration', { path: 'deposits/declaration.csv', schema: DECLARATION_SCHEMA }],
  ['balance', { path: 'deposits/balance.csv', schema: BALANCE_SCHEMA }],
  ['etp', { path: 'deposits/etp.csv', schema: STAFF_SCHEMA }],
  ['maturite', { path: 'deposits/maturite.csv', schema: MATURITY_SCHEMA }],
  ['diamant', { path: 'deposits/diamant.csv', schema: EXTRACT_SCHEMA }],
]);

/** The schema of each table, by the name of its resource. */
export function tableSchemas(): ReadonlyMap<string, TableSchema> {
  return new Map([...RESOURCES].map(([name, { schema }]) => [name, schema]));
}

/** The files of docs/schemas: a Table Schema for each table, and the Tabular Data Package that they make. */
export function schemaFiles(): ReadonlyMap<string, object> {
  return new Map<string, object>([
    ['datapackage.json', dataPackage()],
    ...[...tableSchemas()].map(([name, schema]): [string, object] => [`${name}.json`, schema]),
  ]);
}

function dataPackage(): object {
  return {
    profile: 'tabular-data-package',
    name: 'collecte-numerique-sante',
    title: 'Part du budget dédiée au numérique et ETP SSI des établissements de santé',
    description:
      'Les CSV lus et écrits par la collecte. Les chemins sont ceux d’une campagne ; un dépôt porte le nom que l’on veut.',
    resources: [...RESOURCES].map(([name, { path, schema }]) => ({
      profile: 'tabular-data-resource',
      name,
      title: schema.title,
      path,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: DIALECT,
      schema: `${name}.json`,
    })),
  };
}
