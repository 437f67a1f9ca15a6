import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { checkOffline, type OfflineCheck } from '../../../infra/local/check-offline.ts';
import { CommandFailure } from '../../../infra/local/command.ts';
import { loadReference } from '../../../infra/local/load-reference.ts';
import { readAggregates } from '../../../infra/local/read-aggregates.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { NATION } from '../../../shared/domain/access/perimeter.ts';
import type { Finess } from '../../../shared/domain/finess/finess.ts';
import { previewInWords } from '../../../shared/messages/preview-in-words.ts';
import { FIXTURE, runCli } from '../../builders/campaign-job.ts';
import { CAMPAIGN, day } from '../../builders/entry.ts';

const REFERENCE = join(FIXTURE, 'reference');
const ANSE = join(FIXTURE, 'deposits', '01', 'anse.csv');
/** The one declarant of `ANSE`, of no pool. */
const CLINIC = '019900315' as Finess;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'controle-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A file of the test's own. */
async function written(name: string, text: string): Promise<string> {
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

describe('a file checked offline', () => {
  const fileOf = (text: string) => ({ path: 'essai.csv', bytes: new TextEncoder().encode(text) });
  const depositOf = async (...names: string[]) => {
    const path = join(FIXTURE, 'deposits', ...names);
    return { path, bytes: await readFile(path) };
  };
  const check = async (file: OfflineCheck['file'], over: Partial<OfflineCheck> = {}) => {
    const { generation } = await loadReference(REFERENCE, CAMPAIGN);
    const result = await checkOffline(generation, {
      file,
      previous: null,
      perimeter: NATION,
      day: day('2026-07-15'),
      aggregates: null,
      ...over,
    });
    return { ...result, words: previewInWords(result.returns, result.others) };
  };

  it('compares to its category as it was published', async () => {
    const header = 'campagne;axe;tranche;indicateur;n;attendus;numerateur;denominateur;valeur;mediane;q1;q3';
    const line = (indicator: string, n: number, median: string) =>
      `2026;categorie;365;${indicator};${n};9;1;1;0;${median};0;0`;
    const lines = [header, line('part_numerique', 5, '0.018000'), line('etp_ssi_retenus', 4, '0.40')];
    const aggregates = readAggregates(await written('aggregates.csv', `${lines.join('\n')}\n`));
    const { words } = await check(await depositOf('01', 'anse.csv'), { aggregates });
    expect(words).toMatch(/1,63 % \(médiane de la catégorie « .+ » : 1,80 %, 5 établissements\)\n/);
    expect(words).toMatch(/ETP SSI retenus : 0,15$/);
    expect(() => readAggregates(ANSE)).toThrow(CommandFailure);
  });

  it('has a pool that is not known here, until its carrier is given before', async () => {
    const park = await depositOf('84', 'clinique.csv');
    expect((await check(park)).words).toMatch(/« GCS fictif e-santé »\) n'est pas connu hors ligne/);
    const { words } = await check(park, { previous: await depositOf('gcs', 'porteur.csv') });
    expect(words).toMatch(/Clinique fictive du Parc .*\n {2}Part du budget dédiée au numérique : /);
    expect(words).toMatch(/Par rapport à la campagne 2025/);
  });

  it('is judged after the one given before, and says what changes', async () => {
    const previous = fileOf(`finess;campagne;charges_titre1\n${CLINIC};2026;1000\n`);
    const part = fileOf(`finess;campagne;num_personnel\n${CLINIC};2026;2000\n`);
    expect((await check(part)).verdict.status).toBe('accepted');
    expect((await check(part, { previous })).verdict.issues).toMatchObject([{ code: 'PART_OVER_WHOLE' }]);
    const less = fileOf(`finess;campagne;charges_titre1\n${CLINIC};2026;100\n`);
    expect((await check(less, { previous })).words).toMatch(
      /Ce qui change\n {4}- .+ : 1.000 € → 100 €, −90 %/,
    );
  });

  it('says that one given before does not count where nothing of it is taken', async () => {
    const file = await depositOf('01', 'anse.csv');
    const refused = fileOf(`finess;campagne;charges_titre1\n${CLINIC};2026;-1\n`);
    for (const previous of [fileOf(''), refused])
      expect((await check(file, { previous })).previousRefused).toBe(true);
    expect((await check(file, { previous: file })).previousRefused).toBe(false);
    expect((await check(file)).previousRefused).toBe(false);
  });

  it('without FINESS speaks of the one body of its perimeter', async () => {
    const staff = fileOf('fonction;type;quotite;mois;exercice\nRSSI;interne;80 %;12;2025\n');
    expect((await check(staff)).verdict.issues).toMatchObject([{ code: 'COLUMN_MISSING' }]);
    const narrowed = await check(staff, { perimeter: { kind: 'bodies', finess: [CLINIC] } });
    expect(narrowed.returns.map(({ finess }) => finess)).toEqual([CLINIC]);
  });
});

describe('npm run check', () => {
  const run = (...args: string[]) =>
    runCli('check', ['--campaign', '2026', '--reference', REFERENCE, '--as-of', '2026-07-15', ...args]);

  it('shows the verdict, then what the file would give', async () => {
    const { code, stdout, stderr } = await run('--finess', CLINIC, ANSE);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Le fichier « .*anse\.csv » est accepté/);
    expect(stdout).toMatch(
      /Clinique fictive de l'Anse \(019900315\)\n {2}Part du budget dédiée au numérique : 1,63 %/,
    );
  });

  it.each([
    [['--finess', '12'], 2, /n'est pas un numéro FINESS/],
    [['--finess', '750100042'], 1, /ni un déclarant/],
    [['--annotated', ANSE], 2, /le fichier contrôlé lui-même/],
  ])('refuses %j with one sentence', async (args, code, sentence) => {
    const refused = await run(...args, ANSE);
    expect(refused).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(sentence) });
    expect(refused.stderr).toMatch(/^Erreur : /);
  });

  it('gives the anomalies in CSV, and nothing else on the same output', async () => {
    const bad = await written('faux.csv', `finess;campagne;cloture\n${CLINIC};2026;=bientôt\n`);
    const out = join(folder, 'faux annoté.xlsx');
    const { code, stdout, stderr } = await run('--csv', '--previous', ANSE, '--annotated', out, bad);
    expect([code, stderr]).toEqual([1, `Fichier annoté écrit dans ${out}\n`]);
    const { data } = Papa.parse<string[]>(stdout, { delimiter: ';' });
    expect(data[0]?.slice(0, 3)).toEqual(['code', 'severity', 'todo']);
    expect(data[1]).toEqual(expect.arrayContaining(['CLOSURE_UNKNOWN', '2', "'=bientôt"]));
    const { sheets } = await readXlsx(await readFile(out));
    expect(sheets.length).toBeGreaterThan(1);
  });

  it('says that a file that cannot be opened cannot be annotated', async () => {
    const none = await written('rien.bin', 'PK\u0003\u0004rien');
    const out = join(folder, 'rien annoté.xlsx');
    const { code, stderr } = await run('--annotated', out, none);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^Ce fichier ne peut pas être annoté\. .+/)]);
    await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
