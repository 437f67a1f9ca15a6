import ExcelJS from 'exceljs';
import { readDepositBytes } from '../../shared/adapters/tables/read-deposit-bytes.ts';
import { buildTemplate } from '../../shared/adapters/template/build-template.ts';
import { checkFile } from '../../shared/application/check-file.ts';
import type { Block, DigitalAccount } from '../../shared/domain/accounts/digital-account.ts';
import { templateRequest } from '../../shared/domain/deposit/template/make-request.ts';
import { LATEST_RULE_SET } from '../../shared/domain/rules/rule-sets.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { readingContext } from '../builders/declaration.ts';
import { directory, MEMBER } from '../builders/directory.ts';
import { CAMPAIGN } from '../builders/entry.ts';
import { median } from './median.ts';

const WARM_UPS = 30;
const RUNS = 31;

export interface TemplateTimes {
  /** Milliseconds, warm, from the request to the bytes of the template. */
  readonly made: number;
  /** Milliseconds, warm and in one process, from the bytes of a template whose tables are filled to its verdict. */
  readonly checked: number;
  readonly cells: number;
  readonly issues: number;
}

/** As many lines as a large establishment fills. */
const LINES = { accounts: 40, staff: 25, measures: 80 } as const;

const account = (index: number): DigitalAccount => ({
  nomenclature: 'M21',
  year: 2025,
  account: String(60_000 + index),
  label: `Compte ${index}`,
  block: (['personnel', 'medical', 'general', 'amortissement'] as const satisfies readonly Block[])[
    index % 4
  ] as Block,
  mode: 'retraitement',
});
const reference = directory({
  accounts: Array.from({ length: LINES.accounts }, (_, index) => account(index)),
  measures: Array.from({ length: LINES.measures }, (_, index) => ({
    code: `M${index}`,
    theme: 'Protection',
    label: `Mesure ${index} du questionnaire`,
    highest: 4,
  })),
});

/** Times the making of a template, and the verdict of the same once filled. */
export async function benchTemplate(): Promise<TemplateTimes> {
  const request = templateRequest(MEMBER, reference, CAMPAIGN, null);
  if (!request) throw new Error('the member is in the reference set');
  const made = await medianOf(() => buildTemplate(request));
  const file = await filled(await buildTemplate(request));
  const ports = { readFile: readDepositBytes, wording: frenchWording, standing: async () => new Map() };
  const check = () => checkFile(ports, file, readingContext({ directory: reference }), LATEST_RULE_SET);
  const { verdict } = await check();
  if (verdict.status !== 'accepted') throw new Error(JSON.stringify(verdict.issues));
  const content = await readDepositBytes(file);
  if (content.kind !== 'workbook') throw new Error('a template is a workbook');
  const cells = content.content.sheets.reduce((sum, sheet) => sum + sheet.cells.size, 0);
  return { made, checked: await medianOf(check), cells, issues: verdict.issues.length };
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = -WARM_UPS; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

async function filled(template: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(template.buffer as ArrayBuffer);
  const named = (name: string): ExcelJS.Cell => {
    const [, sheet = '', cell = ''] =
      /^'?(.*?)'?!(.*)$/.exec(workbook.definedNames.getRanges(name).ranges[0] ?? '') ?? [];
    const found = workbook.getWorksheet(sheet)?.getCell(cell.replaceAll('$', ''));
    if (!found) throw new Error(`no cell is named ${name}`);
    return found;
  };
  const inputs = { charges_titre1: 9e6, charges_titre2: 9e6, charges_titre3: 9e6, charges_titre4: 9e6 };
  for (const [name, value] of Object.entries({ ...inputs, etp_total: 900 })) named(name).value = value;
  named('cloture').value = 'definitive';
  for (const name of ['date_cloture', 'maturite_date']) named(name).value = new Date(Date.UTC(2026, 4, 20));
  fillTable(named('tableau_comptes'), LINES.accounts, { 5: 1_234.5, 6: 234.5 });
  fillTable(named('tableau_etp'), LINES.staff, { 0: 'Ingénieur', 1: 'interne', 2: 0.5, 3: 12, 4: 1 });
  fillTable(named('tableau_mesures'), LINES.measures, { 3: 2, 6: 'En cours de déploiement' });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** @param values by the column's rank from the first heading */
function fillTable(
  heading: ExcelJS.Cell,
  lines: number,
  values: Readonly<Record<number, string | number>>,
): void {
  for (let line = 1; line <= lines; line += 1) {
    for (const [rank, value] of Object.entries(values)) {
      heading.worksheet.getCell(Number(heading.row) + line, Number(heading.col) + Number(rank)).value = value;
    }
  }
}
