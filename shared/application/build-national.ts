import { aggregatesTable } from '../domain/report/aggregates-table.ts';
import { buildNationalReport } from '../domain/report/build-national-report.ts';
import { figuresTable } from '../domain/report/figures-table.ts';
import type { NationalReport } from '../domain/report/national-report.ts';
import { sha256 } from './digest.ts';
import type { Generation } from './generation.ts';
import { keepDocument } from './keep-document.ts';
import { editionManifest } from './manifest.ts';
import type { EditionRecord, ReturnRecord, Returns, Sha256, WorkbookWriter, WriteCsv } from './ports.ts';
import { type PutEditionPorts, putEdition } from './put-edition.ts';
import { editionInputs, nationalReturns, reportContext, standingOf } from './standing.ts';

export interface BuildNationalPorts extends PutEditionPorts {
  readonly returns: Returns;
  readonly workbooks: WorkbookWriter;
  readonly writeCsv: WriteCsv;
}

type Table = readonly (readonly string[])[];

/** The nation's figures, aggregates and report as they stand now. */
interface Snapshot {
  readonly figures: Table;
  readonly aggregates: Table;
  readonly report: NationalReport;
}

/** Publishes a new national snapshot (figures, aggregates, workbook), unless the last one already says the same. */
export async function buildNational(ports: BuildNationalPorts, generation: Generation): Promise<boolean> {
  return putEdition(ports, generation.scope, 'FR', async () => {
    const records = await nationalReturns(ports.returns, generation);
    return {
      inputs: editionInputs(records.map(({ finess, inputs }) => [finess, inputs])),
      nation: null,
      write: () => writeDocuments(ports, generation, records),
    };
  });
}

function nationalSnapshot(
  records: readonly ReturnRecord[],
  generation: Generation,
  manifest: Sha256,
): Snapshot {
  const standing = standingOf(records);
  const report = buildNationalReport(standing, { ...reportContext(generation), manifest });
  const { campaign } = generation.scope;
  return {
    figures: figuresTable(campaign, generation.directory.reference.declarants, standing),
    aggregates: aggregatesTable(campaign, report.aggregates),
    report,
  };
}

async function writeDocuments(
  { documents, workbooks, writeCsv }: BuildNationalPorts,
  generation: Generation,
  records: readonly ReturnRecord[],
): Promise<EditionRecord['documents']> {
  const manifest = new TextEncoder().encode(editionManifest(generation, { records, nation: null }));
  const snapshot = nationalSnapshot(records, generation, sha256(manifest));
  const keep = (bytes: Uint8Array, extension: string) =>
    keepDocument(documents, generation.scope, 'FR', bytes, extension);
  return {
    manifest: await keep(manifest, 'txt'),
    figures: await keep(writeCsv(snapshot.figures), 'csv'),
    aggregates: await keep(writeCsv(snapshot.aggregates), 'csv'),
    workbook: await keep(await workbooks.national(snapshot.report), 'xlsx'),
    snapshot: await keep(tablesAsJson(snapshot), 'json'),
  };
}

/** The two tables as they are in their CSV, headings first: what the national view reads, without reading CSV. */
function tablesAsJson({ figures, aggregates }: Snapshot): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ figures, aggregates }));
}
