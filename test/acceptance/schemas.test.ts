import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runCampaign } from '../../infra/local/run-campaign.ts';
import { makeReference } from '../../shared/adapters/sae/make-reference.ts';
import { simulateCampaign } from '../../shared/adapters/simulation/simulate-campaign.ts';
import { REFERENCE_FILE_NAMES } from '../../shared/domain/declarant/reading/reference-files.ts';
import { tableSchemas } from '../../shared/messages/schemas/data-package.ts';
import type { TableSchema } from '../../shared/messages/schemas/table-schema.ts';
import { FIXTURE, foldersOf, inFolder, jobOf, PROJECT } from '../builders/campaign-job.ts';
import { SOUND_REFERENCE } from '../builders/reference-folder.ts';
import { foreignKeyFaults, readInDialect, schemaFaults, type TextTable } from '../builders/table-schema.ts';

const SHARED = join(PROJECT, '..', 'shared');
const EXAMPLES = ['bretagne', 'cas-limites', 'corse']
  .map((name) => join(SHARED, 'examples', name))
  .filter((example) => existsSync(example));

function schemaOf(name: string): TableSchema {
  const schema = tableSchemas().get(name);
  if (!schema) throw new Error(`no schema ${name}`);
  return schema;
}

/** Files of a reference set by name, and what is wrong with them. */
function referenceTables(files: ReadonlyMap<string, Uint8Array>) {
  const tables = new Map<string, TextTable>();
  const faults = [...files].flatMap(([file, bytes]) => {
    const name = file.replace('.csv', '');
    const { table, faults } = readInDialect(bytes);
    tables.set(name, table);
    // Some of a file's columns may be left out: those that its description says to be optional.
    const columns = table.columns.every((column) =>
      schemaOf(name).fields.some((field) => field.name === column),
    );
    return [...(columns ? [] : [file]), ...faults, ...schemaFaults(schemaOf(name), table, 'some')];
  });
  return { tables, faults };
}

function folderOf(reference: string): ReadonlyMap<string, Uint8Array> {
  const names = readdirSync(reference).filter((name) => name.endsWith('.csv'));
  return new Map(names.map((name) => [name, readFileSync(join(reference, name))]));
}

describe('what a campaign writes', () => {
  it.each([FIXTURE, ...EXAMPLES].map((example) => [basename(example), example] as const))(
    'is what the schemas say, with the reference set that it read: %s',
    async (_name, example) => {
      await inFolder(async (folder) => {
        const folders = foldersOf(example, folder);
        await runCampaign(jobOf(folders));
        const { tables, faults } = referenceTables(folderOf(folders.reference));
        expect(faults).toEqual([]);
        for (const name of ['figures', 'aggregates']) {
          const { table, faults } = readInDialect(readFileSync(join(folders.out, `${name}.csv`)));
          expect(table.rows.length).toBeGreaterThan(5);
          expect(faults).toEqual([]);
          expect(schemaFaults(schemaOf(name), table)).toEqual([]);
          expect(foreignKeyFaults(schemaOf(name), table, tables)).toEqual([]);
        }
      });
    },
  );
});

describe('a reference set', () => {
  it.each([1, 2, 3])('that is simulated is what the schemas say: seed %i', (seed) => {
    const { referenceFiles } = simulateCampaign({ seed, declarants: 300 });
    expect(referenceFiles.size).toBe(7);
    expect(referenceTables(referenceFiles).faults).toEqual([]);
  });

  it.each([
    ['fictional', join(PROJECT, 'test', 'fixtures', 'sae')],
    ['of the DREES', join(SHARED, 'data', 'sae-2022')],
  ])('from the SAE is what the schemas say: %s', (_name, folder) => {
    if (!existsSync(folder)) return;
    const read = (name: string) => readFileSync(join(folder, name));
    const { files } = makeReference(read('ID_2022r.csv'), read('SYGEN_2022r.csv'));
    expect(files.size).toBe(3);
    expect(referenceTables(files).faults).toEqual([]);
  });

  it('with a file of each kind is what the schemas say, but for what is read beside', () => {
    const files = new Map(
      Object.entries(SOUND_REFERENCE).map(([name, text]) => [name, new TextEncoder().encode(text)]),
    );
    expect(files.size).toBe(REFERENCE_FILE_NAMES.length);
    const seen = referenceTables(files).faults.map((fault) =>
      typeof fault === 'string' ? fault : fault.seen,
    );
    expect(seen).toEqual(expect.arrayContaining(['1,5', 'Avertissement', '1/3/2026']));
    // A decimal comma, a day as it is written in French, a capital.
    expect(seen.filter((text) => !/^(\d+,\d+|\d+\/\d+\/\d{4}|Avertissement)$/.test(text))).toEqual([]);
  });
});
