import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CRUISER = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const CONFIG = '.dependency-cruiser.mjs';

/** Of our own sources; a folder that is not there yet holds nothing to check. */
const FOLDERS = ['shared', 'functions', 'infra', 'portal'].filter((folder) =>
  existsSync(path.join(ROOT, folder)),
);

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** What the layers check of package.json finds under a root: the same configuration, the same program. */
function cruise(root: string, ...folders: readonly string[]): Cruise['summary'] {
  const args = [CRUISER, '--config', CONFIG, '--no-cache', '--output-type', 'json', ...folders];
  try {
    return parse(
      execFileSync(process.execPath, args, {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  } catch (failure) {
    // With violations the program says as much by its exit code, and gives its report all the same.
    const { stdout } = failure as { readonly stdout?: unknown };
    if (typeof stdout === 'string' && stdout.startsWith('{')) return parse(stdout);
    throw failure;
  }
}

function parse(json: string): Cruise['summary'] {
  return (JSON.parse(json) as Cruise).summary;
}

describe('the layers', () => {
  it('hold over the whole tree', () => {
    const { violations, totalCruised } = cruise(ROOT, ...FOLDERS);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(50);
  });
});

/** Imports that no layer may have: the file that has it, what it imports, the rule that says no. */
const FORBIDDEN = [
  ['shared/domain/plant-a.ts', '../adapters/target.ts', 'layer shared/domain'],
  ['shared/domain/plant-b.ts', '../application/target.ts', 'layer shared/domain'],
  ['shared/domain/plant-c.ts', '../messages/target.ts', 'layer shared/domain'],
  ['shared/domain/plant-d.ts', 'node:fs', 'domain-is-pure'],
  ['shared/domain/plant-e.ts', 'node:crypto', 'domain-is-pure'],
  ['shared/domain/plant-f.ts', 'zod', 'domain-is-pure'],
  ['shared/messages/plant-g.ts', '../application/target.ts', 'layer shared/messages'],
  ['shared/messages/plant-h.ts', '../adapters/target.ts', 'layer shared/messages'],
  ['shared/application/plant-i.ts', 'zod', 'application-has-no-library'],
  ['shared/application/plant-j.ts', 'node:fs', 'application-reaches-no-machine'],
  ['shared/application/plant-k.ts', '../adapters/target.ts', 'layer shared/application'],
  ['shared/application/plant-l.ts', '../messages/target.ts', 'layer shared/application'],
  ['shared/adapters/plant-m.ts', '../application/target.ts', 'layer shared/adapters'],
  ['shared/adapters/plant-n.ts', '../../infra/local/target.ts', 'layer shared/adapters'],
  ['shared/contracts/plant-o.ts', '../adapters/target.ts', 'layer shared/contracts'],
  ['functions/anything/plant-p.ts', '../../test/target.ts', 'nothing-imports-tests'],
  ['infra/local/plant-q.ts', '../../test/target.ts', 'nothing-imports-tests'],
  ['infra/local/plant-r.ts', '../../portal/target.ts', 'layer infra/local'],
  ['shared/lambda/plant-s.ts', '../adapters/target.ts', 'layer shared/lambda'],
  ['functions/planted/handler.ts', '../../shared/adapters/target.ts', 'layer functions/[^/]+/(?!index)'],
  ['functions/planted/event.ts', '../other/target.ts', 'functions-stand-alone'],
  ['functions/planted/index.ts', '../../infra/local/target.ts', 'layer functions/[^/]+/index'],
  ['infra/stacks/plant-t.ts', '../../shared/application/target.ts', 'layer infra/(?!local|cost)'],
  ['infra/stacks/plant-u.ts', '../local/target.ts', 'layer infra/(?!local|cost)'],
  ['infra/local/plant-v.ts', 'aws-cdk-lib', 'cdk-in-infra-alone'],
  ['shared/adapters/plant-w.ts', 'constructs', 'cdk-in-infra-alone'],
  ['portal/plant-x.ts', '../shared/domain/target.ts', 'layer portal'],
  ['shared/domain/plant-s.ts', './nowhere.ts', 'resolvable'],
] as const;

const ALLOWED = [
  ['shared/domain/plain-a.ts', './target.ts'],
  ['shared/messages/plain-b.ts', '../domain/target.ts'],
  ['shared/application/plain-c.ts', '../domain/target.ts'],
  ['shared/application/plain-d.ts', 'node:crypto'],
  ['shared/adapters/plain-e.ts', '../application/ports.ts'],
  ['shared/adapters/plain-f.ts', 'node:fs'],
  ['shared/adapters/plain-g.ts', 'zod'],
  ['functions/anything/plain-h.ts', '../../shared/application/target.ts'],
  ['infra/local/plain-i.ts', '../../shared/adapters/target.ts'],
  ['functions/anything/index.ts', '../../shared/adapters/target.ts'],
  ['functions/anything/handler.ts', './event.ts'],
  ['shared/lambda/plain-j.ts', '../application/target.ts'],
  ['infra/stacks/plain-k.ts', '../../shared/contracts/target.ts'],
  ['infra/stacks/plain-l.ts', 'aws-cdk-lib'],
] as const;

const TARGETS = [
  'shared/domain/target.ts',
  'shared/messages/target.ts',
  'shared/application/target.ts',
  'shared/application/ports.ts',
  'shared/adapters/target.ts',
  'shared/contracts/target.ts',
  'functions/anything/event.ts',
  'functions/other/target.ts',
  'infra/local/target.ts',
  'portal/target.ts',
  'test/target.ts',
];

describe('a forbidden import', () => {
  let root = '';
  let found: Cruise['summary'];

  const plant = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };

  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'layers-'));
    for (const file of [CONFIG, 'package.json', 'tsconfig.json'])
      cpSync(path.join(ROOT, file), path.join(root, file));
    for (const name of ['zod', 'aws-cdk-lib', 'constructs']) {
      plant(`node_modules/${name}/package.json`, `{"name":"${name}","version":"4.0.0","main":"index.js"}`);
      plant(`node_modules/${name}/index.js`, 'module.exports = { target: 1 };');
    }
    for (const file of TARGETS) plant(file, 'export const target = 1;\n');
    for (const [file, to] of FORBIDDEN)
      plant(file, `import type * as planted from '${to}';\nexport type Planted = typeof planted;\n`);
    for (const [file, to] of ALLOWED)
      plant(file, `import * as plain from '${to}';\nexport const kept = plain;\n`);
    plant('shared/domain/cycle-a.ts', "import { b } from './cycle-b.ts';\nexport const a = () => b;\n");
    plant('shared/domain/cycle-b.ts', "import { a } from './cycle-a.ts';\nexport const b = () => a;\n");
    plant('shared/domain/orphan.ts', 'export const alone = 1;\n');
    found = cruise(root, 'shared', 'functions', 'infra', 'portal', 'test');
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  const rulesAgainst = (file: string) =>
    found.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  it.each(FORBIDDEN)('is caught: %s → %s', (file, _, rule) => {
    expect(rulesAgainst(file)).toContain(rule);
  });

  it.each(ALLOWED)('is told from one that is not: %s → %s', (file) => {
    expect(rulesAgainst(file)).toEqual([]);
  });

  it('is caught in a circle, and a module that nobody imports is too', () => {
    expect(rulesAgainst('shared/domain/cycle-a.ts')).toContain('no-cycles');
    expect(rulesAgainst('shared/domain/orphan.ts')).toEqual(['no-orphans']);
  });
});
