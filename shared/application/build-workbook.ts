import { buildRegionalReport } from '../domain/report/build-regional-report.ts';
import { publishedAggregate } from '../domain/report/published-aggregate.ts';
import type { RegionCode } from '../domain/territory/regions.ts';
import { sha256 } from './digest.ts';
import { documentHash } from './document-hash.ts';
import type { Generation } from './generation.ts';
import { keepDocument } from './keep-document.ts';
import type { LoadSnapshot } from './load-snapshot.ts';
import { editionManifest } from './manifest.ts';
import type { EditionRecord, ReturnRecord, Returns, WorkbookWriter } from './ports.ts';
import { type PutEditionPorts, putEdition } from './put-edition.ts';
import { editionInputs, regionalReturns, reportContext, standingOf } from './standing.ts';

export interface BuildWorkbookPorts extends PutEditionPorts {
  readonly returns: Returns;
  readonly workbooks: WorkbookWriter;
  readonly loadSnapshot: LoadSnapshot;
}

/** Publishes a new edition of a region's workbook, unless the last one already says the same. */
export async function buildWorkbook(
  ports: BuildWorkbookPorts,
  generation: Generation,
  region: RegionCode,
): Promise<boolean> {
  return putEdition(ports, generation.scope, region, async () => {
    const nation = await ports.editions.get(generation.scope, 'FR');
    const records = await regionalReturns(ports.returns, generation, region);
    return {
      inputs: editionInputs(records.map(({ finess, inputs }) => [finess, inputs])),
      nation: nation && comparedHash(nation),
      write: () => writeDocuments(ports, generation, region, records, nation),
    };
  });
}

/** What a region's edition is compared with: the aggregates.csv of the nation's. */
export function comparedHash({ documents }: EditionRecord): string {
  return documentHash(documents['aggregates'] ?? '');
}

async function writeDocuments(
  { workbooks, documents, loadSnapshot }: BuildWorkbookPorts,
  generation: Generation,
  region: RegionCode,
  records: readonly ReturnRecord[],
  nation: EditionRecord | null,
): Promise<EditionRecord['documents']> {
  const manifest = new TextEncoder().encode(
    editionManifest(generation, { records, nation: nation && comparedHash(nation) }),
  );
  const compared = nation ? (await loadSnapshot(nation.documents['snapshot'] ?? '')).aggregates : [];
  const report = buildRegionalReport(region, standingOf(records), {
    ...reportContext(generation),
    manifest: sha256(manifest),
    nation: compared.map(publishedAggregate),
  });
  const keep = (bytes: Uint8Array, extension: string) =>
    keepDocument(documents, generation.scope, region, bytes, extension);
  return {
    manifest: await keep(manifest, 'txt'),
    workbook: await keep(await workbooks.regional(report), 'xlsx'),
  };
}
