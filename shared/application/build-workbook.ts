import { buildRegionalReport } from '../domain/report/build-regional-report.ts';
import type { RegionalReport } from '../domain/report/regional-report.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import { sha256 } from './digest.ts';
import type { Generation } from './generation.ts';
import type { Clock, Documents, Editions, Pause, Returns, WorkbookWriter } from './ports.ts';
import { putEdition } from './put-edition.ts';
import { editionInputs, regionalReturns, reportContext, standingOf } from './standing.ts';

export interface BuildWorkbookPorts {
  readonly returns: Returns;
  readonly editions: Editions;
  readonly documents: Documents;
  readonly workbooks: WorkbookWriter;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** Publishes a new edition of a region's workbook, unless the last one already says the same. */
export async function buildWorkbook(
  ports: BuildWorkbookPorts,
  generation: Generation,
  region: RegionCode,
): Promise<boolean> {
  return putEdition(ports, generation.scope, region, async () => {
    const records = await regionalReturns(ports.returns, generation, region);
    return {
      inputs: editionInputs(records.map(({ finess, inputs }) => [finess, inputs])),
      write: () =>
        writeDocuments(ports, buildRegionalReport(region, standingOf(records), reportContext(generation))),
    };
  });
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
