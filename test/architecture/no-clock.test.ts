import { findingsIn, type SourceFile, sourcesIn } from './scan.ts';

/** What makes a function give another answer another day, or on another machine. */
const IMPURE = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /(?<!new )\bDate\(\s*\)/,
  /\bMath\.random\b/,
  /\bprocess\b/,
  /\bperformance\b/,
  /\bcrypto\b/,
  /\bTemporal\.Now\b/,
  /\bset(Timeout|Interval|Immediate)\b/,
  /\b(fetch|require)\(/,
  /\bimport\(/,
  /\bglobalThis\b/,
  /\.toLocale\w*\(/,
  /\blocaleCompare\b/,
  /\bconsole\b/,
];
const impure = (source: SourceFile) => findingsIn(source, IMPURE);

describe('the domain has no clock, no chance and no machine', () => {
  const sources = sourcesIn('shared/domain', 'shared/messages');

  it('in any of its sources', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap(impure)).toEqual([]);
  });

  it.each([
    'const today = Date.now();',
    'const today = new Date();',
    'const today = new Date( );',
    'const today = Date();',
    'const id = Math.random();',
    'const zone = process.env.TZ;',
    'const start = performance.now();',
    'const id = crypto.randomUUID();',
    'const other = await import(name);',
    "rows.sort((a, b) => a.localeCompare(b, 'fr'));",
    `return \`\${Date.now()}\`;`,
  ])('and a planted one is caught: %s', (line) => {
    expect(impure({ path: 'planted.ts', text: `const a = 1;\n${line}\n` })).toHaveLength(1);
  });

  it.each([
    'export function parisDay(instant: Date): Day {',
    'const of = new Date(instant);',
    '// Date.now() is not here',
    "say('Math.random');",
  ])('and what is none is let through: %s', (line) => {
    expect(impure({ path: 'planted.ts', text: line })).toEqual([]);
  });
});
