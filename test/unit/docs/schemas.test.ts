import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { apiListSchemas } from '../../../infra/local/schemas/api-lists.ts';
import { COLUMN_NAMES } from '../../../shared/domain/deposit/columns.ts';
import { columnOf } from '../../../shared/domain/deposit/match-header.ts';
import { readCell } from '../../../shared/domain/deposit/read-cell.ts';
import { schemaFiles, tableSchemas } from '../../../shared/messages/schemas/data-package.ts';
import type { TableSchema } from '../../../shared/messages/schemas/table-schema.ts';
import { foreignKeyFaults, readInDialect, schemaFaults } from '../../builders/table-schema.ts';

const FOLDER = join(import.meta.dirname, '../../../docs/schemas');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');
/** Of the files, and of the lists of the API. */
const SCHEMAS: readonly (readonly [string, TableSchema])[] = [...tableSchemas(), ...apiListSchemas()];
const FILES = new Map<string, object>([
  ...schemaFiles(),
  ...[...apiListSchemas()].map(([name, schema]) => [`api/${name}.json`, schema] as const),
]);

function schemaOf(name: string): TableSchema {
  const schema = tableSchemas().get(name);
  if (!schema) throw new Error(`no schema ${name}`);
  return schema;
}

describe('the schemas of docs/schemas', () => {
  it.each([...FILES])(
    'are committed as the code makes them (when not: npm run schemas): %s',
    (name, made) => {
      expect(JSON.parse(read(name))).toEqual(JSON.parse(JSON.stringify(made)));
    },
  );

  it('are those of the code and no other, each told of by the page', () => {
    const committed = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    expect(committed.toSorted()).toEqual([...FILES.keys()].toSorted());
    expect(committed.filter((name) => !read('README.md').includes(`](${name})`))).toEqual([]);
  });

  it.each(SCHEMAS)(
    'give each column once, with a title, and the keys of what is there: %s',
    (_name, schema) => {
      const names = schema.fields.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(schema.fields.filter(({ title }) => !/^[A-ZÉ]/.test(title))).toEqual([]);
      expect(names).toEqual(expect.arrayContaining([...(schema.primaryKey ?? [])]));
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        expect(names).toEqual(expect.arrayContaining([...fields]));
        const others = schemaOf(reference.resource).fields.map(({ name }) => name);
        expect(others).toEqual(expect.arrayContaining([...reference.fields]));
      }
    },
  );

  // Table Schema 1: https://specs.frictionlessdata.io/table-schema/#constraints.
  it.each(SCHEMAS)('ask of each type what the standard lets ask: %s', (_name, schema) => {
    const allowed = {
      string: ['required', 'unique', 'enum', 'pattern', 'maxLength'],
      number: ['required', 'unique', 'enum', 'minimum', 'maximum'],
      integer: ['required', 'unique', 'enum', 'minimum', 'maximum'],
      date: ['required', 'unique', 'enum'],
      datetime: ['required', 'unique', 'enum'],
      boolean: ['required'],
      year: ['required', 'unique', 'enum'],
    } as const;
    for (const { type, constraints = {} } of schema.fields)
      expect(allowed[type]).toEqual(expect.arrayContaining(Object.keys(constraints)));
  });
});

describe('what the schema of a declaration lets write', () => {
  const amount = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 13n - 1n }), fc.integer({ min: 0, max: 2 }), fc.nat(99))
    .map(([whole, decimals, part]) => {
      const digits = String(part).padStart(2, '0').slice(0, decimals);
      return decimals === 0 ? `${whole}` : `${whole}.${digits}`;
    });
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it.each(COLUMN_NAMES)('is read without a fault: %s', (name) => {
    const field = schemaOf('declaration').fields.find((one) => one.name === name);
    const words = field?.constraints?.enum ?? [];
    const cell = field?.type === 'date' ? day : words.length > 0 ? fc.constantFrom(...words) : amount;
    fc.assert(
      fc.property(cell, (text) => {
        const table = { columns: [name], rows: [[text]] };
        expect(schemaFaults(schemaOf('declaration'), table, 'some')).toEqual([]);
        expect(readCell(name, { kind: 'text', text })).toMatchObject({ ok: true });
      }),
    );
  });

  it('is a column of the declaration', () => {
    const names = schemaOf('declaration').fields.map(({ name }) => name);
    expect(names.map(columnOf)).toEqual(names);
  });
});

describe('a table that is not what its schema says', () => {
  const DECLARANT = ['849900105', 'CHU fictif', 'public', '101', '84', '69', '849900105'];
  const FIGURES = [
    ...['2026', '849900105', '84', 'calcule', '', '100.00', '2.00', '0.00', '0.00', '0.00', '2.00'],
    ...['0.020000', '', '1.00', '0.00', '0.00', '1.00', ''],
  ];
  const STAFF = ['RSSI', 'interne', '0.8', '12', '1', '849900105', '2025', '2026'];
  const faultsOf = (name: string, ...rows: readonly (readonly string[])[]) =>
    schemaFaults(schemaOf(name), { columns: schemaOf(name).fields.map((field) => field.name), rows });
  const kinds = (faults: ReturnType<typeof schemaFaults>) =>
    faults.map(({ kind, line, column }) => [kind, line, column]);
  const withCell = (row: readonly string[], at: number, text: string) => row.with(at, text);

  it('has no fault where it is', () => {
    expect(faultsOf('declarants', DECLARANT)).toEqual([]);
    expect(faultsOf('figures', FIGURES)).toEqual([]);
    expect(faultsOf('etp', STAFF)).toEqual([]);
  });

  it.each([
    ['required', 'declarants', withCell(DECLARANT, 2, ''), 'statut'],
    ['enum', 'declarants', withCell(DECLARANT, 4, '1'), 'region'],
    ['pattern', 'declarants', withCell(DECLARANT, 6, '84990010'), 'finess_ej'],
    ['type', 'figures', withCell(FIGURES, 5, '100,00'), 'charges_totales'],
    ['type', 'figures', withCell(FIGURES, 0, '26'), 'campagne'],
    ['decimals', 'figures', withCell(FIGURES, 5, '100.0'), 'charges_totales'],
    ['decimals', 'figures', withCell(FIGURES, 11, '0.02'), 'part_numerique'],
    ['minimum', 'figures', withCell(FIGURES, 10, '-2.00'), 'charges_numeriques_retenues'],
    ['maximum', 'etp', withCell(STAFF, 3, '12.5'), 'mois'],
    ['decimals', 'etp', withCell(STAFF, 3, '1.125'), 'mois'],
  ] as const)('is caught: %s in %s', (kind, table, row, column) => {
    expect(kinds(faultsOf(table, row))).toEqual([[kind, 2, column]]);
  });

  it.each([
    ['a date that is none', 'campagnes', ['2026', '2026-02-30', '', '', ''], ['type', 'ouverture']],
    ['a level that is not whole', 'mesures', ['M1', '', '', '2.5', ''], ['type', 'niveau_max']],
    [
      'a comment that is too long',
      'maturite',
      ['M1', '2', '', 'x'.repeat(2_001), '2026-03-01', '', '', '', '', '', ''],
      ['maxLength', 'commentaire'],
    ],
  ] as const)('is caught: %s', (_what, table, row, [kind, column]) => {
    expect(kinds(faultsOf(table, row))).toEqual([[kind, 2, column]]);
  });

  it('is caught: a value and a key that stand twice', () => {
    expect(kinds(faultsOf('declarants', DECLARANT, DECLARANT))).toEqual([
      ['unique', 3, 'finess'],
      ['primaryKey', 3, 'finess'],
    ]);
    const group = ['GHT', 'GHT fictif', '849900105', 'porteur', '1.5'];
    const member = withCell(group, 2, '849900113');
    expect(faultsOf('groupes', group, member)).toEqual([]);
    expect(kinds(faultsOf('groupes', group, member, withCell(group, 3, 'membre')))).toEqual([
      ['primaryKey', 4, 'groupe, finess'],
    ]);
  });

  it('is caught: a key of another table that is not there', () => {
    const table = { columns: schemaOf('figures').fields.map(({ name }) => name), rows: [FIGURES] };
    const declarants = (row: readonly string[]) =>
      new Map([['declarants', { columns: ['finess'], rows: [row] }]]);
    expect(foreignKeyFaults(schemaOf('figures'), table, declarants(['849900105']))).toEqual([]);
    const faults = foreignKeyFaults(schemaOf('figures'), table, declarants(['849900113']));
    expect(kinds(faults)).toEqual([['foreignKey', 2, 'finess']]);
  });

  it('is caught: columns that miss, or in another order, and a row of another width', () => {
    const columns = schemaOf('groupes').fields.map(({ name }) => name);
    const rows = [['GHT', '', '849900105', 'porteur']];
    const faults = (names: readonly string[]) => schemaFaults(schemaOf('groupes'), { columns: names, rows });
    expect(kinds(faults(columns))).toEqual([['width', 2, '']]);
    expect(kinds(faults(columns.slice(0, 4)))).toEqual([['header', 1, '']]);
    expect(kinds(faults(columns.toReversed()))).toEqual([['header', 1, '']]);
  });

  it.each([
    ['a BOM', '\uFEFFa;b\n1;2\n', 'encoding'],
    ['lines that end with CR LF', 'a;b\r\n1;2\r\n', 'line-end'],
    ['a last line without an end', 'a;b\n1;2', 'line-end'],
  ])('is caught: %s', (_what, content, kind) => {
    const { faults } = readInDialect(new TextEncoder().encode(content));
    expect(faults.map((one) => one.kind)).toEqual([kind]);
  });

  it('is caught: bytes that are not UTF-8', () => {
    const { faults } = readInDialect(Buffer.from('é\n', 'latin1'));
    expect(faults.map((one) => one.kind)).toEqual(['encoding']);
  });
});
