import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCampaign } from '../../../infra/local/run-campaign.ts';
import { FIXTURE, foldersOf, jobOf, PROJECT } from '../../builders/campaign-job.ts';

const folder = mkdtempSync(join(tmpdir(), 'sql-'));
const { out } = foldersOf(FIXTURE, folder);

beforeAll(async () => {
  await runCampaign(jobOf(foldersOf(FIXTURE, folder)));
});
afterAll(() => rmSync(folder, { recursive: true }));

function sql(args: readonly string[], input = '') {
  const script = join(PROJECT, 'infra/local/sql.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    cwd: folder,
    input,
  });
  return { status, stdout, stderr };
}

describe('npm run sql', () => {
  it('gives aggregates.csv back from the tables alone, byte for byte', () => {
    const { stdout, stderr, status } = sql(['--data', out, '--csv', 'SELECT * FROM agregats']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(readFileSync(join(out, 'aggregates.csv'), 'utf8'));
  });

  it('gives figures.csv back as well', () => {
    const written = readFileSync(join(out, 'figures.csv'), 'utf8');
    const [headings = ''] = written.split('\n');
    const query = `SELECT ${headings.replaceAll(';', ', ')} FROM figures ORDER BY finess`;
    expect(sql(['--data', out, '--csv', query]).stdout).toBe(written);
  });

  it('aligns a result for a person, numbers to the right, and counts its lines', () => {
    const query =
      "SELECT region, charges_totales AS total FROM figures WHERE finess LIKE '84990010%' ORDER BY finess";
    const { stdout } = sql(['--data', join(out, 'parquet'), query]);
    const [headings, rule, first] = stdout.split('\n');
    expect(headings).toMatch(/^region +total$/);
    expect(rule).toMatch(/^─+ {2}─+$/);
    expect(first).toMatch(/^84 +\d+\.\d\d$/);
    expect(stdout).toMatch(/\n\(\d+ lignes?\)\n$/);
  });

  it('reads the query on standard input, and shows the tables where there is none', () => {
    expect(sql(['--data', out, '--csv'], 'SELECT 1 AS un;\n').stdout).toBe('un\n1\n');
    const { stdout, status } = sql(['--data', out]);
    expect(status).toBe(0);
    for (const said of ['declarants – ', 'charges_totales (decimal(18,2))', 'agregats – ', 'SELECT'])
      expect(stdout).toContain(said);
  });

  it('keeps a region as text', () => {
    const { stdout } = sql([
      '--data',
      out,
      '--csv',
      'SELECT DISTINCT region FROM declarants ORDER BY region',
    ]);
    expect(stdout).toBe('region\n01\n53\n84\n');
  });

  it.each([
    ['SELECT * FORM figures', /pas du SQL/],
    ['SELECT charge FROM figures', /n'existe pas.*declarants, figures, sections, issues, pools, agregats/],
    ["SELECT * FROM read_csv('/etc/passwd')", /ne lit que les tables/],
    ["COPY figures TO 'vol.csv'", /ne lit que les tables/],
    ['SET enable_external_access = true', /ne lit que les tables/],
    ["SELECT CAST('x' AS INTEGER)", /ne se convertit pas/],
    ['SELECT 170141183460469231731687303715884105727::HUGEINT * 10', /trop grand/],
  ])('refuses %s in words that say what to do', (query, words) => {
    const { status, stdout, stderr } = sql(['--data', out, query]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Erreur : /);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/interne/);
    expect(readdirSync(folder)).not.toContain('vol.csv');
  });

  it('refuses folders without tables, twice the same campaign, files that are damaged, and two queries', () => {
    const damaged = join(folder, 'abîmé');
    cpSync(join(out, 'parquet'), damaged, { recursive: true });
    writeFileSync(join(damaged, 'pools/campagne=2026/region=84/pools.parquet'), 'PAR1');
    const cases = [
      [sql(['SELECT 1']), 1, /pas de tables dans « resultats\/parquet »/],
      [sql(['--data', folder, 'SELECT 1']), 1, /pas de tables dans/],
      [sql(['--data', out, '--data', join(out, 'parquet'), 'SELECT 1']), 1, /compterait deux fois/],
      [sql(['--data', damaged, 'SELECT 1']), 1, /endommagé/],
      [sql(['--data', out, 'SELECT 1', 'SELECT 2']), 2, /une seule requête/],
      [sql(['--donnees', out]), 2, /« --donnees » n'est pas comprise/],
    ] as const;
    for (const [{ status, stdout, stderr }, code, words] of cases) {
      expect([status, stdout]).toEqual([code, '']);
      expect(stderr).toMatch(words);
      expect(stderr).not.toMatch(/interne/);
    }
  });

  it('reads several campaigns at once', () => {
    const other = join(folder, '2025');
    for (const table of readdirSync(join(out, 'parquet')))
      cpSync(join(out, 'parquet', table, 'campagne=2026'), join(other, table, 'campagne=2025'), {
        recursive: true,
      });
    const query = "SELECT campagne, n FROM agregats WHERE axe = 'nation' AND indicateur = 'part_numerique'";
    const { stdout } = sql(['--data', out, '--data', other, '--csv', query]);
    const [, n] = /^campagne;n\n2025;(\d+)\n2026;\1\n$/.exec(stdout) ?? [];
    expect(Number(n)).toBeGreaterThan(0);
  });
});
