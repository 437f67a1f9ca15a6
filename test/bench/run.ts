import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { templateFiller } from '../../shared/adapters/template/fill-template.ts';
import { campaignYear } from '../../shared/domain/campaign/campaign.ts';
import { benchAnnotation } from './annotate.ts';
import { benchNational, benchSize } from './campaign.ts';
import { benchTemplate } from './check-template.ts';
import { benchColdImports } from './cold-import.ts';
import { figureLines, measureFunctions } from './measure-functions.ts';
import { median, percentile } from './median.ts';
import { benchNationalQueries } from './national-queries.ts';
import { benchBalance } from './read-balance.ts';
import { openpyxlMilliseconds } from './read-openpyxl.ts';
import { benchReadXlsx } from './read-xlsx.ts';
import { benchServer, DEBOUNCE } from './server.ts';
import { benchWorkbook } from './write-workbook.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, measured: { type: 'string' } } });

/**
 * Prints figures and asserts none: machines differ, and are noisy. Compare within one run.
 * `npm run bench -- --only national,sizes` runs some parts; 30,000 declarants take minutes, and so do functions.
 * `--measured FILE` writes what functions were measured at: infra/cost/measured.json, which `npm run cost` prices.
 */
const PARTS = {
  national: async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const { files, milliseconds, peakMb, population } = await benchNational(format);
      const speed = Math.round((files / milliseconds) * 1000);
      print(
        `national campaign, ${format}`,
        `${files} deposits (${population}) in ${seconds(milliseconds)}: ${speed} deposits/s, peak ${Math.round(peakMb)} MB`,
      );
    }
  },
  read: async () => {
    const file = await filledTemplate();
    const { cells, milliseconds, exceljsMilliseconds } = await benchReadXlsx(file);
    const times = (other: number) => `${other.toFixed(1)} ms (×${(other / milliseconds).toFixed(1)})`;
    print(
      'template workbook read',
      `${cells} cells in ${milliseconds.toFixed(1)} ms; exceljs ${times(exceljsMilliseconds)}`,
    );
    const openpyxl = await openpyxlMilliseconds(file);
    print('', openpyxl === null ? 'openpyxl is not there to compare with' : `openpyxl ${times(openpyxl)}`);
  },
  template: async () => {
    const { made, checked, cells, issues } = await benchTemplate();
    print('template made for a body', `${made.toFixed(0)} ms`);
    print('filled template to verdict', `${cells} cells, ${issues} issues in ${checked.toFixed(1)} ms`);
  },
  balance: async () => {
    for (const quoted of [false, true]) {
      const { status, milliseconds, processorMilliseconds, growthMb } = await benchBalance(quoted);
      const figures = `${seconds(milliseconds)} (${seconds(processorMilliseconds)} of processor), ${Math.round(growthMb)} MB`;
      print(
        `balance of 100,000 lines${quoted ? ', quoted' : ''}`,
        `${status} in ${figures} beyond the start`,
      );
    }
  },
  annotate: async () => {
    const { megabytes, cells, known, unknown, exceljs, openpyxl } = await benchAnnotation();
    const times = (other: number) => `${Math.round(other)} ms (×${(other / known).toFixed(1)})`;
    print(
      `workbook annotated, ${megabytes.toFixed(1)} MB`,
      `${cells} cells, 500 issues in ${Math.round(known)} ms; read again before ${times(unknown)}`,
    );
    print('', `loaded and saved by exceljs ${times(exceljs)}`);
    print('', openpyxl === null ? 'openpyxl is not there to compare with' : `by openpyxl ${times(openpyxl)}`);
  },
  workbook: async () => {
    for (const [kind, declarants] of [
      ['regional', 500],
      ['national', 3_400],
    ] as const) {
      const { cells, kilobytes, peakMb, xlsxwriter, ...times } = await benchWorkbook(kind, declarants);
      const figures = (one: typeof times, size: number) =>
        `${Math.round(one.milliseconds)} ms (${Math.round(one.processorMilliseconds)} of processor), ${Math.round(size)} KB`;
      print(
        `${kind} workbook, ${declarants} declarants`,
        `${cells} cells in ${figures(times, kilobytes)}, peak ${Math.round(peakMb)} MB`,
      );
      const ratio = (xlsxwriter?.processorMilliseconds ?? 0) / times.processorMilliseconds;
      print(
        '',
        xlsxwriter === null
          ? 'xlsxwriter is not there to compare with'
          : `xlsxwriter ${figures(xlsxwriter, xlsxwriter.kilobytes)} (×${ratio.toFixed(1)} of processor)`,
      );
    }
  },
  server: async () => {
    const { requests, toVerdict, toEdition } = await benchServer();
    for (const { what, p50, p95, perSecond } of requests)
      print(what, `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${perSecond} requests/s`);
    print('template upload to verdict', spreadOf(toVerdict));
    print('template upload to edition', `${spreadOf(toEdition)}, workbooks looked at each ${DEBOUNCE} s`);
  },
  queries: async () => {
    const { times, heldMb } = await benchNationalQueries();
    for (const { what, p50, p95 } of times) print(what, `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
    print('five campaigns of the nation held', `${Math.round(heldMb)} MB`);
  },
  cold: async () => {
    for (const { name, milliseconds, bytes } of await benchColdImports())
      print(`cold import, ${name}`, `${milliseconds.toFixed(0)} ms, ${Math.round(bytes / 1024)} KB`);
  },
  functions: async () => {
    const figures = await measureFunctions();
    for (const [name, line] of figureLines(figures)) print(name, line);
    if (values.measured !== undefined)
      await writeFile(values.measured, `${JSON.stringify(figures, null, 2)}\n`);
  },
  sizes: async () => {
    const { milliseconds: anyway } = await benchSize(300, { silent: true });
    print('18 regions without a deposit', `${seconds(anyway)}: start, table, workbooks`);
    for (const declarants of [300, 3_000, 30_000]) {
      const { files, milliseconds, peakMb } = await benchSize(declarants);
      const cost = ((milliseconds - anyway) / files).toFixed(2);
      print(
        `${declarants} declarants, csv`,
        `${files} deposits in ${seconds(milliseconds)}: ${cost} ms each beyond that, peak ${Math.round(peakMb)} MB`,
      );
    }
  },
} as const;

async function filledTemplate(): Promise<Uint8Array> {
  const campaign = campaignYear('2026');
  if (campaign === null) throw new Error('the campaign of the bench is no campaign');
  const fill = await templateFiller(campaign);
  return fill({ finess: '010008407', campaign: '2026', values: { charges_titre1: 123_456_789_01n } });
}

function spreadOf(times: readonly number[]): string {
  return `p50 ${median(times).toFixed(0)} ms, p95 ${percentile(times, 95).toFixed(0)} ms`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function print(what: string, figures: string): void {
  console.log(`${what.padEnd(36)} ${figures}`);
}

const asked = values.only?.split(',') ?? Object.keys(PARTS);
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.includes(name)) await part();
}
