import { aggregatesTable } from '../domain/report/aggregates-table.ts';
import { buildNationalReport } from '../domain/report/build-national-report.ts';
import { figuresTable } from '../domain/report/figures-table.ts';
import type { NationalReport } from '../domain/report/national-report.ts';
import { sha256 } from './digest.ts';
import type { Generation } from './generation.ts';
import type {
  Clock,
  Documents,
  EditionRecord,
  Editions,
  Pause,
  ReturnRecord,
  Returns,
  WorkbookWriter,
  WriteCsv,
} from './ports.ts';
import { putEdition } from './put-edition.ts';
import { editionInputs, nationalReturns, reportContext, standingOf } from './standing.ts';

export interface BuildNationalPorts {
  readonly returns: Returns;
  readonly editions: Editions;
  readonly documents: Documents;
  readonly workbooks: WorkbookWriter;
  readonly writeCsv: WriteCsv;
  readonly clock: Clock;
  readonly pause: Pause;
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
      write: () => writeDocuments(ports, nationalSnapshot(records, generation)),
    };
  });
}

function nationalSnapshot(records: readonly ReturnRecord[], generation: Generation): Snapshot {
  const standing = standingOf(records);
  const report = buildNationalReport(standing, reportContext(generation));
  const { campaign } = generation.scope;
  return {
    figures: figuresTable(campaign, generation.directory.reference.declarants, standing),
    aggregates: aggregatesTable(campaign, report.aggregates),
    report,
  };
}

async function writeDocuments(
  { documents, workbooks, writeCsv }: BuildNationalPorts,
  snapshot: Snapshot,
): Promise<EditionRecord['documents']> {
  const keep = async (bytes: Uint8Array, extension: string): Promise<string> => {
    const key = `editions/${snapshot.report.campaign}/FR/${sha256(bytes)}.${extension}`;
    await documents.put(key, bytes);
    return key;
  };
  return {
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
