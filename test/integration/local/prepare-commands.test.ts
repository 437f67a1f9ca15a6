import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'prepare-'));
const path = (...names: string[]) => join(folder, ...names);

afterAll(() => rmSync(folder, { recursive: true }));

function run(command: 'reference' | 'template' | 'simulate', ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, `infra/local/${command}.ts`), ...args],
    { encoding: 'utf8', cwd: folder },
  );
  return { status, stdout, stderr };
}

describe('what cannot be understood or done', () => {
  it.each([
    ['reference', [], 2],
    ['reference', ['sae', 'x'], 2],
    ['reference', ['sae', 'x', '--out', 'y', '--groups', 'region'], 2],
    ['reference', ['sae', 'nowhere', '--out', 'y'], 1],
    ['template', [], 2],
    ['template', ['--campaign', '2026', '--out', 'x', '--finess', '699900015'], 2],
    ['simulate', [], 2],
    ['simulate', ['--out', 'x', '--declarants', '17'], 2],
    ['simulate', ['--out', 'x', '--format', 'ods'], 2],
    ['simulate', ['--out', 'x', '--reference', 'nowhere'], 1],
    ['simulate', ['--out', 'x', '--reference', 'nowhere', '--declarants', '20'], 2],
  ] as const)('is said by %s %j in French, with its exit code', (command, args, code) => {
    const { status, stdout, stderr } = run(command, ...args);
    expect(stderr).toMatch(/^Erreur : .+/);
    expect(stderr).not.toMatch(/interne|undefined|null|\bat /);
    expect([status, stdout]).toEqual([code, '']);
  });
});

describe('a campaign prepared from the command line', () => {
  it('goes from the SAE to a reference set, a template and deposits', () => {
    const sae = join(root, 'test/fixtures/sae');
    const made = run('reference', 'sae', sae, '--out', path('reference'), '--groups', 'departement');
    expect([made.status, made.stderr]).toEqual([0, '']);
    expect(made.stdout).toContain('5 déclarants dans 3 régions');
    expect(made.stdout).toContain('hors du champ');
    expect(readdirSync(path('reference')).sort()).toEqual(['comptes.csv', 'declarants.csv', 'groupes.csv']);

    const template = ['--campaign', '2026', '--reference', path('reference'), '--out', path('modele.xlsx')];
    expect(run('template', ...template, '--finess', '699900106').status).toBe(0);
    expect(existsSync(path('modele.xlsx'))).toBe(true);
    expect(run('template', ...template, '--finess', '699900015').stderr).toContain('pas un déclarant');

    const simulated = run('simulate', '--reference', path('reference'), '--out', path('campagne'));
    expect([simulated.status, simulated.stderr]).toEqual([0, '']);
    expect(readFileSync(path('campagne/reference/declarants.csv'))).toEqual(
      readFileSync(path('reference/declarants.csv')),
    );
    expect(readdirSync(path('campagne/deposits')).length).toBeGreaterThan(0);
    const again = run('simulate', '--reference', path('reference'), '--out', path('campagne'));
    expect(again.status).toBe(1);
    expect(again.stderr).toContain("n'est pas vide");
  });

  it.each(['reference', 'template', 'simulate'] as const)('explains %s with --help', (command) => {
    const { status, stdout } = run(command, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain(`npm run ${command}`);
  });
});
