import { type DerivationJob, deriveFromFacts } from './derive-from-facts.ts';
import { exportResults, writeSummary } from './export-results.ts';

export interface RebuildJob extends DerivationJob {
  readonly out: string;
}

/** Derives everything again from raw facts alone, and writes its results. @returns how many facts there were. */
export async function rebuildFromFacts({ out, ...job }: RebuildJob): Promise<number> {
  const started = performance.now();
  return deriveFromFacts(job, async ({ ports, generation, facts }) => {
    const exported = await exportResults(ports, generation, out);
    const durations = { totalMs: Math.round(performance.now() - started) };
    await writeSummary(out, { campaign: job.campaign, durations, ...exported });
    return facts;
  });
}
