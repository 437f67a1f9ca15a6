import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { CaseName, Measured, MeasuredCase } from '../../infra/cost/measured.ts';
import { readReference, writeReference } from '../../shared/adapters/references/reference-record.ts';
import { FUNCTIONS, type FunctionName } from '../../shared/contracts/functions.ts';
import { directoryOf } from '../../shared/domain/declarant/directory.ts';
import { bundleFunctions } from './bundle-functions.ts';
import { benchColdImports } from './cold-import.ts';
import { type FunctionCase, functionCases } from './function-cases.ts';
import { type FunctionProcess, startFunction } from './function-process.ts';
import { inScratch } from './in-scratch.ts';
import { type MachineCloud, startMachineCloud } from './machine-cloud.ts';
import { median } from './median.ts';
import { type SownCampaign, sowCampaign } from './sow-campaign.ts';
import { weighKept } from './weigh-kept.ts';

/** Numbers where the model has bigints: as infra/cost/measured.json is written. */
type Written<T> = T extends bigint
  ? number
  : T extends object
    ? { readonly [K in keyof T]: Written<T[K]> }
    : T;
export type MeasuredFigures = Written<Measured>;
type CaseFigures = Written<MeasuredCase>;

/** The campaign that infra/cost prices. */
const NATIONAL = { declarants: 3_400, rounds: 3 };

/**
 * Runs every function as it is deployed, bundled and in a process of its own, against a DynamoDB and an S3 of this
 * machine that hold a campaign, and counts what each asks for.
 */
export async function measureFunctions(size = NATIONAL): Promise<MeasuredFigures> {
  return inScratch(async (folder) => {
    const cloud = await startMachineCloud();
    try {
      const campaign = await sowCampaign(cloud, size);
      const bundles = await bundleFunctions(join(folder, 'bundles'));
      const { cases, memory } = await measureCases(
        cloud,
        bundles,
        await functionCases(cloud.ports, campaign),
      );
      return {
        date: new Date().toISOString().slice(0, 10),
        machine: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
        commit: execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim(),
        population: populationOf(campaign),
        cases,
        kept: await weighKept(cloud),
        memory,
        referenceUs: referenceUs(campaign),
        coldImportUs: await coldImportUs(),
      };
    } finally {
      await cloud.stop();
    }
  });
}

async function measureCases(
  { meter, environment }: MachineCloud,
  bundles: Readonly<Record<FunctionName, string>>,
  all: readonly FunctionCase[],
): Promise<Pick<MeasuredFigures, 'cases' | 'memory'>> {
  const processes = new Map<FunctionName, FunctionProcess>();
  const processOf = async (name: FunctionName): Promise<FunctionProcess> => {
    const known = processes.get(name) ?? (await startFunction(name, bundles[name], environment));
    processes.set(name, known);
    return known;
  };
  try {
    const cases = new Map<CaseName, CaseFigures>();
    for (const one of all) {
      const process = await processOf(one.function);
      for (const event of one.warmUps) {
        await one.before?.();
        await process.call(event);
      }
      meter.take();
      if (one.events.length === 0) continue;
      const figures = { ...(await measureCalls(one, process)), ...meter.take() };
      cases.set(one.name, together(cases.get(one.name), figures));
    }
    const weighed = await Promise.all(
      [...processes].map(async ([name, process]) => [name, await process.weigh()] as const),
    );
    return {
      cases: Object.fromEntries(cases) as MeasuredFigures['cases'],
      memory: Object.fromEntries(weighed),
    };
  } finally {
    await Promise.all([...processes.values()].map((process) => process.stop()));
  }
}

async function measureCalls(
  one: FunctionCase,
  process: FunctionProcess,
): Promise<Pick<CaseFigures, 'function' | 'invocations' | 'cpuUs' | 'wallUs' | 'logBytes' | 'answerBytes'>> {
  const logged = process.logged();
  let [cpuUs, wallUs, answerBytes] = [0, 0, 0];
  for (const event of one.events) {
    await one.before?.();
    const call = await process.call(event);
    cpuUs += call.cpuUs;
    wallUs += call.wallUs;
    answerBytes += call.answerBytes;
  }
  return {
    function: one.function,
    invocations: one.events.length,
    cpuUs,
    wallUs,
    logBytes: process.logged() - logged,
    answerBytes,
  };
}

function together(before: CaseFigures | undefined, figures: CaseFigures): CaseFigures {
  if (!before) return figures;
  const summed = Object.entries(figures).map(([name, value]) => {
    const earlier = before[name as keyof CaseFigures];
    return [name, typeof value === 'number' && typeof earlier === 'number' ? earlier + value : value];
  });
  return Object.fromEntries(summed) as CaseFigures;
}

function populationOf({ generation: { directory }, deposits }: SownCampaign): MeasuredFigures['population'] {
  const regions = directory.regions().map((region) => directory.inRegion(region).length);
  const pools = directory.reference.groups.map(({ members }) => members.length);
  return {
    declarants: directory.reference.declarants.length,
    territories: regions.length,
    deposits,
    largestTerritory: Math.max(...regions),
    largestPool: Math.max(0, ...pools),
  };
}

const REFERENCE_RUNS = 5;

/** Processor time to read a published reference set back and to index it, as a function does before its first call. */
function referenceUs({ generation: { directory, rules } }: SownCampaign): number {
  const text = writeReference({ reference: directory.reference, ruleSet: rules.id, files: {} });
  const times = Array.from({ length: REFERENCE_RUNS }, () => {
    const before = process.cpuUsage();
    directoryOf(readReference('bench', text).reference);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return median(times);
}

async function coldImportUs(): Promise<MeasuredFigures['coldImportUs']> {
  const imports = await benchColdImports();
  return Object.fromEntries(
    imports.map(({ name, milliseconds }) => [name, Math.round(milliseconds * 1_000)]),
  ) as MeasuredFigures['coldImportUs'];
}

/** By case, in the words of the bench: processor and clock milliseconds per call, units. */
export function figureLines({ cases }: MeasuredFigures): readonly (readonly [string, string])[] {
  return Object.entries(cases).map(([name, { invocations, cpuUs, wallUs, readUnits, writeUnits }]) => {
    const mean = (total: number) => (total / invocations).toFixed(1);
    const times = `${mean(cpuUs / 1_000)} ms of processor, ${mean(wallUs / 1_000)} ms`;
    const memory = FUNCTIONS[cases[name as CaseName].function].memory;
    return [name, `${times}, ${mean(readUnits)} read and ${mean(writeUnits)} write units (${memory} MB)`];
  });
}
