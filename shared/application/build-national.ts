import { aggregatesTable } from '../domain/report/aggregates-table.ts';
import { buildNationalReport } from '../domain/report/build-national-report.ts';
import { figuresTable } from '../domain/report/figures-table.ts';
import type { NationalReport } from '../domain/report/national-report.ts';
import { observedTable } from '../domain/report/observed-table.ts';
import { pastTable } from '../domain/report/past-table.ts';
import type { Table } from '../domain/report/table-lines.ts';
import { sha256 } from './digest.ts';
import type { Generation } from './generation.ts';
import { keepDocument } from './keep-document.ts';
import { editionManifest } from './manifest.ts';
import type { EditionRecord, ReturnRecord, Returns, Sha256, WorkbookWriter, WriteCsv } from './ports.ts';
import { type PublishLakePorts, publishLake } from './publish-lake.ts';
import { type PutEditionPorts, putEdition } from './put-edition.ts';
import { editionInputs, nationalReturns, reportContext, standingOf } from './standing.ts';

export interface BuildNationalPorts extends PutEditionPorts, PublishLakePorts {
  readonly returns: Returns;
  readonly workbooks: WorkbookWriter;
  readonly writeCsv: WriteCsv;
}

/** The nation's figures, aggregates and report as they stand now. */
interface Snapshot {
  readonly figures: Table;
  readonly aggregates: Table;
  /** Aggregates of axis `taille_budget`, in the form of the others. */
  readonly sizes: Table;
  readonly observed: Table;
  readonly past: Table;
  readonly report: NationalReport;
}

/**
 * Publishes a new national snapshot (figures, aggregates, workbook), unless the last one already says the same; then the
 * tables of the lake, unless they already are those of the last one.
 * @returns whether an edition was published.
 */
export async function buildNational(ports: BuildNationalPorts, generation: Generation): Promise<boolean> {
  let records: readonly ReturnRecord[] = [];
  const published = await putEdition(ports, generation.scope, 'FR', async () => {
    const read = await nationalReturns(ports.returns, generation);
    records = read;
    return {
      inputs: editionInputs(read.map(({ finess, inputs }) => [finess, inputs])),
      nation: null,
      write: () => writeDocuments(ports, generation, read),
    };
  });
  await publishLake(ports, generation, records);
  return published;
}

function nationalSnapshot(
  records: readonly ReturnRecord[],
  generation: Generation,
  manifest: Sha256,
): Snapshot {
  const standing = standingOf(records);
  const context = { ...reportContext(generation), manifest };
  const report = buildNationalReport(standing, context);
  const { campaign } = generation.scope;
  const { declarants } = generation.directory.reference;
  return {
    figures: figuresTable(campaign, declarants, standing),
    aggregates: aggregatesTable(campaign, report.aggregates),
    sizes: aggregatesTable(campaign, report.sizes),
    observed: observedTable(declarants, standing, generation.rules),
    past: pastTable(declarants, context),
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

/**
 * What the national view reads, without reading CSV: the two tables as they are in theirs, and what it answers by beside,
 * headings first.
 */
function tablesAsJson({ report, ...tables }: Snapshot): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ ...tables, ruleSet: report.ruleSet }));
}
