import { aggregate } from '../../shared/domain/aggregates/aggregate.ts';
import { computeFigures } from '../../shared/domain/figures/compute.ts';
import { aggregatesTable } from '../../shared/domain/report/aggregates-table.ts';
import { figuresTable } from '../../shared/domain/report/figures-table.ts';
import { RULES_2026_1 } from '../../shared/domain/rules/2026-1.ts';
import { declarantOf, GCS, MEMBER, NEIGHBOUR } from '../builders/directory.ts';
import { CAMPAIGN } from '../builders/entry.ts';
import { returnOf } from '../builders/return.ts';
import { findingsIn, type SourceFile, sourcesIn } from './scan.ts';

/** Where figures are made: text becomes whole hundredths here, and whole hundredths become text. */
const FOLDERS = ['numbers', 'pool', 'figures', 'aggregates', 'return', 'rules', 'report', 'lake'].map(
  (folder) => `shared/domain/${folder}`,
);

/** Ways by which a binary float could enter: conversions, Math, a literal with decimals or an exponent, division of numbers. */
const FLOATS = [
  /\bNumber\b/,
  /\bparse(Float|Int)\b/,
  /\bMath\b/,
  /\.to(Fixed|Precision|Exponential)\b/,
  /\bvalueOf\(/,
  /(?<![\w$.])(?:\d[\d_]*\.\d|\.\d|\d[\d_]*\.?\d*[eE][+-]?\d)/,
  /\bFloat(16|32|64)Array\b/,
  /\bIntl\b/,
];

/** The lines that may, each with its reason. */
const REASONS: Readonly<Record<string, string>> = {
  'const point = digits.length + Number(exponent) - fraction.length + 2;':
    'counts digits: the place of the mark',
  "const padded = '0'.repeat(Math.max(-point, 0)) + digits.padEnd(point, '0');": 'counts digits',
  'const mark = Math.max(point, 0);': 'counts digits',
  'const lucky = new Set(byRest.slice(0, Number(left)).map(({ finess }) => finess));':
    'counts members: the units left over are fewer than they are',
  'const low = sorted[Math.floor(position / 4)];': 'an index in a list',
  'const high = sorted[Math.ceil(position / 4)] ?? low;': 'an index in a list',
  "n: Number(line['n']),": 'counts declarants',
  "expected: Number(line['attendus']),": 'counts declarants',
};

const suspicious = (source: SourceFile) =>
  findingsIn(source, FLOATS).filter(({ code }) => !Object.hasOwn(REASONS, code));

describe('no binary float enters a figure', () => {
  const sources = sourcesIn(...FOLDERS);

  it('in the sources: no conversion, no Math, no decimal literal, but for the lines that say why', () => {
    expect(sources.length).toBeGreaterThan(15);
    expect(sources.flatMap(suspicious)).toEqual([]);
  });

  it('and the list of those lines holds none that is gone', () => {
    const found = new Set(sources.flatMap((source) => findingsIn(source, FLOATS)).map(({ code }) => code));
    expect(Object.keys(REASONS).filter((code) => !found.has(code))).toEqual([]);
  });

  it.each([
    'const cents = Math.round(amount * 100);',
    'return Number(retained) / Number(total);',
    'const share = ratios.map(Number);',
    "const value = parseFloat('12.5');",
    'const limit = 0.003;',
    'const limit = .003;',
    'const limit = 3e-3;',
    'const limit = 1_000.5;',
    'return value.toFixed(2);',
    `return \`\${Number(cents) / 100} €\`;`,
    'const low = sorted[Math.floor(position / 4)] * 0.5;',
  ])('and a planted one is caught: %s', (line) => {
    for (const { path, text } of sources.filter(({ path }) =>
      /allocate|compute|aggregate\.ts|ratio/.test(path),
    ))
      expect(suspicious({ path, text: `${text}\n${line}\n` })).toHaveLength(1);
  });

  it.each([
    'const limit = 3_000n;',
    'const half = 2n * x;',
    '// 0.5 of a cent',
    "const text = '0.5';",
    'a[0].b',
    '/** Math.round, 1.5 */',
  ])('and what is none is let through: %s', (line) => {
    expect(suspicious({ path: 'planted.ts', text: line })).toEqual([]);
  });
});

describe('amounts beyond 2^53 cents', () => {
  const BIG = 9_007_199_254_740_993n; // 2^53 + 1, which no binary float holds
  const statement = {
    answered: true,
    cloture: 'definitive',
    mutualise_charges: BIG,
    mutualise_etp_ssi: 3n,
  } as const;
  const own = returnOf({ charges_titre1: 3n * BIG, num_personnel: BIG, quote_part_versee: 2n });
  const outcomes = [MEMBER, NEIGHBOUR].map((finess) => ({
    finess,
    outcome: computeFigures(
      { campaign: CAMPAIGN, finess, own, carries: false, pools: [{ group: GCS, carrier: statement }] },
      RULES_2026_1,
    ),
  }));
  const declarants = [declarantOf(MEMBER), declarantOf(NEIGHBOUR)];

  it('stay exact to the cent from the return to figures.csv', () => {
    const standing = new Map(outcomes.map(({ finess, outcome }) => [finess, { state: own, outcome }]));
    const [, first = [], second = []] = figuresTable(CAMPAIGN, declarants, standing);
    // 27,021,597,764,222,979 + 40,000,000 cents; own 2^53 + 1 + 1,000,000; halves of 2^53 + 1, the odd cent to the lowest.
    expect(first.slice(5, 11)).toEqual([
      '270215978042229.79',
      '90071992557409.93',
      '0.00',
      '0.02',
      '45035996273704.97',
      '135107988831114.88',
    ]);
    expect(second.slice(9, 11)).toEqual(['45035996273704.96', '135107988831114.87']);
  });

  it('stay exact to the cent in aggregates.csv', () => {
    const observations = outcomes.map(({ outcome }, index) => ({
      declarant: declarants[index] ?? declarantOf(MEMBER),
      outcome,
    }));
    const line = aggregatesTable(CAMPAIGN, aggregate(observations))[1];
    expect(line?.slice(6, 8)).toEqual(['270215977662229.75', '540431956084459.58']);
    expect(line?.[8]).toBe('0.500000');
  });
});
