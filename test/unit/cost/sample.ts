import { CASES, KEPT, Measured } from '../../../infra/cost/measured.ts';
import { FUNCTIONS, type FunctionName } from '../../../shared/contracts/functions.ts';

const NAMES = Object.keys(FUNCTIONS) as readonly FunctionName[];

const BY_CASE: Readonly<Record<string, FunctionName>> = {
  'read-deposits': 'read-deposit',
  'compute-many': 'compute-figures',
  'sweep-glance': 'sweep',
  'sweep-editions': 'sweep',
  'sweep-returns': 'sweep',
  'show-deposit': 'show-establishment',
  'list-deposits': 'show-establishment',
  'show-return': 'show-establishment',
  'show-receipt': 'show-establishment',
  'list-declarants': 'show-region',
  'download-edition': 'show-region',
  'national-read': 'show-nation',
};

/** Figures easy to work out by hand: each call takes 10 ms of processor, 4 read units in 2 calls, 1 write unit. */
export function measuredSample(): Measured {
  const work = (name: string) => ({
    function: BY_CASE[name] ?? name,
    invocations: 10,
    cpuUs: 100_000,
    wallUs: 150_000,
    tableCalls: 20,
    readUnits: 40,
    writeUnits: 10,
    objectReads: 10,
    objectWrites: 10,
    objectLists: 0,
    queueCalls: 10,
    logBytes: 3_000,
    answerBytes: 10_000,
  });
  return Measured.parse({
    date: '2026-11-24',
    machine: 'two processors',
    commit: '0123456',
    population: {
      declarants: 3_400,
      territories: 19,
      deposits: 10_200,
      largestTerritory: 340,
      largestPool: 12,
    },
    cases: Object.fromEntries(CASES.map((name) => [name, work(name)])),
    kept: Object.fromEntries(KEPT.map((name) => [name, { count: 2, bytes: 4_096 }])),
    memory: { 'build-national': { startMb: 100, peakMb: 300 } },
    referenceUs: 50_000,
    coldImportUs: Object.fromEntries(['bare', ...NAMES].map((name) => [name, 100_000])),
  });
}
