import { buildRegionalReport } from '../domain/report/build-regional-report.ts';
import type { RegionalReport } from '../domain/report/regional-report.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import { digestOf, sha256 } from './digest.ts';
import type { Generation } from './generation.ts';
import type { Documents, Editions, Pause, Returns, WorkbookWriter } from './ports.ts';
import { putEdition } from './put-edition.ts';
import { regionalStanding, reportContext } from './standing.ts';

export interface BuildWorkbookPorts {
  readonly returns: Returns;
  readonly editions: Editions;
  readonly documents: Documents;
  readonly workbooks: WorkbookWriter;
  readonly pause: Pause;
}

/** Publishes a new edition of a region's workbook, unless the last one already says the same. */
export async function buildWorkbook(
  ports: BuildWorkbookPorts,
  generation: Generation,
  region: RegionCode,
): Promise<boolean> {
  return putEdition(ports, generation.scope, region, async () => {
    const report = await regionalReport(ports, generation, region);
    return { inputs: digestOf(report), write: () => writeDocuments(ports, report) };
  });
}

/** What the region's workbook would say now. */
export async function regionalReport(
  { returns }: { readonly returns: Returns },
  generation: Generation,
  region: RegionCode,
): Promise<RegionalReport> {
  return buildRegionalReport(
    region,
    await regionalStanding(returns, generation, region),
    reportContext(generation),
  );
}

async function writeDocuments(
  { workbooks, documents }: BuildWorkbookPorts,
  report: RegionalReport,
): Promise<{ workbook: string }> {
  const bytes = await workbooks.regional(report);
  const workbook = `editions/${report.campaign}/${report.region}/${sha256(bytes)}.xlsx`;
  await documents.put(workbook, bytes);
  return { workbook };
}
