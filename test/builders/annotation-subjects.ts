import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readXlsx } from '../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { buildTemplate } from '../../shared/adapters/template/build-template.ts';
import { templateFiller } from '../../shared/adapters/template/fill-template.ts';
import { createWorkbookWriter } from '../../shared/adapters/workbooks/workbook-writer.ts';
import { FileRefusal } from '../../shared/domain/deposit/file-refusal.ts';
import type { WorkbookContent } from '../../shared/domain/deposit/table.ts';
import { requestOfAnyone } from '../../shared/domain/deposit/template/make-request.ts';
import type { VerdictIssue } from '../../shared/domain/verdict/verdict.ts';
import { frenchWording } from '../../shared/messages/fr.ts';
import { LONER } from './directory.ts';
import { CAMPAIGN } from './entry.ts';
import { regionalReport } from './report.ts';
import { issueAt } from './verdict.ts';
import { xlsxPackage } from './xlsx-package.ts';

/** A workbook to be annotated. */
export interface Subject {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly content: WorkbookContent;
}

const HOSTILE = new URL('../../../shared/data/hostile/xlsx/', import.meta.url);
const EARLIER = new URL('../fixtures/templates/modele-2026-1.xlsx', import.meta.url);

/** The project's own workbooks, and the collected ones that the reader of deposits reads, where they are. */
export async function subjects(): Promise<readonly Subject[]> {
  const fill = await templateFiller(CAMPAIGN);
  const writer = createWorkbookWriter({ wording: frenchWording });
  const own: readonly (readonly [string, Uint8Array])[] = [
    ['modele-2026-1.xlsx', readFileSync(EARLIER)],
    ['modele.xlsx', await buildTemplate(requestOfAnyone(CAMPAIGN))],
    [
      'modele-rempli.xlsx',
      await fill({ finess: LONER, campaign: '2026', values: { charges_titre1: 12_345n } }),
    ],
    ['regional.xlsx', await writer.regional(regionalReport(5))],
    ['petit.xlsx', await xlsxPackage({ sheets: [{ name: 'Feuil1', data: '<row><c><v>1</v></c></row>' }] })],
  ];
  const collected = existsSync(HOSTILE)
    ? readdirSync(HOSTILE)
        .filter((name) => /\.xls[xm]$/.test(name))
        .map((name) => [name, readFileSync(new URL(encodeURIComponent(name), HOSTILE))] as const)
    : [];
  const found: Subject[] = [];
  for (const [name, bytes] of [...own, ...collected]) {
    const content = await readUnlessRefused(bytes);
    if (content) found.push({ name: name.replace(/\.xlsm$/, '.xlsx'), bytes, content });
  }
  return found;
}

async function readUnlessRefused(bytes: Uint8Array): Promise<WorkbookContent | null> {
  try {
    return await readXlsx(bytes);
  } catch (error) {
    if (error instanceof FileRefusal) return null;
    throw error;
  }
}

/** On each sheet: its first cells that hold something, a range, a cell far away; some errors, some warnings. */
export function issuesOn({ content }: Pick<Subject, 'content'>): readonly VerdictIssue[] {
  return content.sheets.flatMap(({ name: sheet, cells }) => {
    const filled = [...cells.keys()].slice(0, 3);
    return [...filled, 'D3:E4', 'CV200'].map((cell, at) =>
      issueAt(
        { sheet, cell },
        { severity: at % 2 === 0 ? 'error' : 'warning', todo: at % 3 === 0 ? 'completer' : 'verifier' },
      ),
    );
  });
}
