import { writeFileSync } from 'node:fs';
import { createWorkbookWriter } from '../../shared/adapters/workbooks/workbook-writer.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { nationalReport, regionalReport } from '../builders/report.ts';
import { mostHeldMb } from './most-held-mb.ts';

/** What the parent reads on the last line: of one workbook, in a process that did nothing before. */
export interface WorkbookTimes {
  readonly milliseconds: number;
  /** Of processor, since others may be using the machine. */
  readonly processorMilliseconds: number;
  /** Most memory held by the process, the report included. */
  readonly peakMb: number;
}

const [kind = '', declarants = '', path = ''] = process.argv.slice(2);
const writer = createWorkbookWriter({ wording: frenchWording });

/** The report is made first: it is not what is measured. */
function writing(count: number): () => Promise<Uint8Array> {
  if (kind === 'regional') {
    const report = regionalReport(count);
    return () => writer.regional(report);
  }
  const report = nationalReport(count);
  return () => writer.national(report);
}

const write = writing(Number(declarants));
const processor = process.cpuUsage();
const started = performance.now();
const bytes = await write();
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(processor);
const times: WorkbookTimes = {
  milliseconds,
  processorMilliseconds: (user + system) / 1000,
  peakMb: mostHeldMb(),
};
writeFileSync(path, bytes);
console.log(JSON.stringify(times));
