import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listDeposits, readDepositFile } from '../../infra/local/list-deposits.ts';
import { readReferenceFolder } from '../../shared/adapters/files/read-reference-folder.ts';
import { readCsv } from '../../shared/adapters/tables/read-csv.ts';
import { sniff } from '../../shared/adapters/tables/sniff.ts';
import { directoryOf } from '../../shared/domain/declarant/directory.ts';
import { balanceColumn } from '../../shared/domain/deposit/balance/columns.ts';
import { EXTRACT_COLUMN_NAMES, extractColumn } from '../../shared/domain/deposit/diamant/columns.ts';
import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import { columnOf } from '../../shared/domain/deposit/match-header.ts';
import { measureColumn } from '../../shared/domain/deposit/maturity/columns.ts';
import { readDeposit } from '../../shared/domain/deposit/read-deposit.ts';
import type { ReadingContext } from '../../shared/domain/deposit/reading.ts';
import { staffColumn } from '../../shared/domain/deposit/staff/columns.ts';
import { isKnownHeading } from '../../shared/domain/deposit/table-kinds.ts';
import type { IssueCode } from '../../shared/domain/issues/codes.ts';
import { tableSchemas } from '../../shared/messages/schemas/data-package.ts';
import { FIXTURE, PROJECT } from '../builders/campaign-job.ts';
import { readingContext } from '../builders/declaration.ts';
import { DEFECTS_FOLDER } from '../builders/defects.ts';
import { schemaFaults } from '../builders/table-schema.ts';

const SHARED = join(PROJECT, '..', 'shared');

const COLUMN_OF = {
  declaration: columnOf,
  balance: balanceColumn,
  etp: staffColumn,
  maturite: measureColumn,
  diamant: (heading: string) => {
    const column = extractColumn(heading);
    return column && EXTRACT_COLUMN_NAMES[column][0];
  },
} as const satisfies Record<string, (heading: string) => string | null>;
type Kind = keyof typeof COLUMN_OF;

/** Codes that blame the text of a cell, whatever stands around it. */
const OF_TEXT: readonly IssueCode[] = [
  'FINESS_BLANK',
  'FINESS_MALFORMED',
  'NUMBER_UNREADABLE',
  'NUMBER_TOO_PRECISE',
  'NUMBER_NEGATIVE',
  'DATE_UNREADABLE',
  'DATE_IMPOSSIBLE',
  'DATE_SERIAL',
  'CLOSURE_UNKNOWN',
  'NOMENCLATURE_UNKNOWN',
  'ACCOUNT_MALFORMED',
  'STAFF_TYPE_UNKNOWN',
  'MONTHS_OUT_OF_RANGE',
  'QUOTA_OUT_OF_RANGE',
  'CHOICE_UNKNOWN',
  'TEXT_TOO_LONG',
];

/** Cells as `line column`: those where a file is not what its schema says, and those that the reader blames for their text. */
interface Places {
  readonly kind: Kind;
  readonly found: readonly string[];
  readonly blamed: readonly string[];
}

/** Of a CSV of ours; null for any other file. */
function placesIn(bytes: Uint8Array, context: ReadingContext): Places | null {
  const content = contentOf(bytes);
  const [header, ...records] = content?.records ?? [];
  if (!content || !header) return null;
  const { kind, issues, orphans, entries } = readDeposit({ kind: 'delimited', content }, context);
  const schema = tableSchemas().get(kind);
  if (!schema) return null;
  const columnOfKind = COLUMN_OF[kind as Kind];
  const columns = header.cells.map((heading) => columnOfKind(heading) ?? heading);
  const table = { columns, rows: records.map(({ cells }) => cells) };
  const all = [issues, ...orphans.map((row) => row.issues), ...entries.map((entry) => entry.issues)].flat();
  return {
    kind: kind as Kind,
    found: schemaFaults(schema, table, 'some').map(
      ({ line, column }) => `${records[line - 2]?.line} ${column}`,
    ),
    blamed: all
      .filter(({ code }) => OF_TEXT.includes(code))
      .map(({ at: { line, column = '' } }) => `${line} ${columnOfKind(column) ?? column}`),
  };
}

function contentOf(bytes: Uint8Array) {
  try {
    return bytes.length > 0 && sniff(bytes) === 'delimited' ? readCsv(bytes, isKnownHeading) : null;
  } catch (error) {
    if (error instanceof FileRefusal) return null;
    throw error;
  }
}

async function depositsOf(example: string): Promise<readonly Places[]> {
  const reading = await readReferenceFolder(join(example, 'reference'));
  if (!reading.ok) throw new Error('the reference set is refused');
  const context = readingContext({ directory: directoryOf(reading.reference) });
  const files = await listDeposits(join(example, 'deposits'));
  return files.flatMap((file) => placesIn(readDepositFile(file), context) ?? []);
}

function expectNoCellBlamedThatIsNotFound(deposits: readonly Places[]): void {
  expect(deposits.flatMap(({ blamed }) => blamed)).not.toEqual([]);
  for (const { found, blamed } of deposits) expect(found).toEqual(expect.arrayContaining([...blamed]));
}

describe('a cell of a deposited CSV that is what its schema says', () => {
  const examples = [
    [FIXTURE, 13],
    [join(SHARED, 'examples', 'bretagne'), 30],
    [join(SHARED, 'examples', 'cas-limites'), 30],
    [join(SHARED, 'examples', 'corse'), 2],
  ] as const;

  it.each(
    examples
      .filter(([example]) => existsSync(example))
      .map(([example, conforming]) => [basename(example), example, conforming] as const),
  )('is never blamed for what is written there: %s', async (_name, example, conforming) => {
    const deposits = await depositsOf(example);
    expectNoCellBlamedThatIsNotFound(deposits);
    expect(deposits.filter(({ found }) => found.length === 0).length).toBeGreaterThanOrEqual(conforming);
  });

  it('is never blamed for what is written there: the specimens of defects, of every kind', () => {
    const files = readdirSync(DEFECTS_FOLDER).map((name) => readFileSync(join(DEFECTS_FOLDER, name)));
    const deposits = files.flatMap((bytes) => placesIn(bytes, readingContext()) ?? []);
    expectNoCellBlamedThatIsNotFound(deposits);
    expect(new Set(deposits.map(({ kind }) => kind))).toEqual(new Set(Object.keys(COLUMN_OF)));
  });
});

describe('an extract of DIAMANT', () => {
  const extract = join(SHARED, 'data', 'diamant', 'QUO_SAN_FINANCE_2023_01_20.CSV');
  const here = existsSync(extract);
  (here ? it : it.skip)(`is what its schema says${here ? '' : ' (it is not here)'}`, () => {
    expect(placesIn(readFileSync(extract), readingContext())).toEqual({
      kind: 'diamant',
      found: [],
      blamed: [],
    });
  });
});
