import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOffline, type LocalFile, type OfflineResult } from '../../../infra/local/check-offline.ts';
import { readXlsx } from '../../../shared/adapters/tables/xlsx/read-xlsx.ts';
import { buildTemplate } from '../../../shared/adapters/template/build-template.ts';
import type { Generation } from '../../../shared/application/generation.ts';
import { requestOfAnyone, templateRequest } from '../../../shared/domain/deposit/template/make-request.ts';
import type { Alert } from '../../../shared/domain/figures/alerts.ts';
import type { IssueCode } from '../../../shared/domain/issues/codes.ts';
import type { Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { commentText, commentTitle } from '../../../shared/messages/annotation-texts.ts';
import { previewInWords } from '../../../shared/messages/preview-in-words.ts';
import { STAFF_HEADINGS } from '../../../shared/messages/template-texts.ts';
import { verdictInWords } from '../../../shared/messages/verdict-in-words.ts';
import { generation } from '../../builders/campaign.ts';
import { DEFECT_WORKBOOKS } from '../../builders/defect-workbooks.ts';
import { DEFECTS_FOLDER, defectFile } from '../../builders/defects.ts';
import { CARRIER, declarantOf, pastFigures } from '../../builders/directory.ts';
import { CAMPAIGN, day } from '../../builders/entry.ts';
import { openWorkbook } from '../../builders/open-workbook.ts';
import type { Guide } from './read-guide.ts';

/** The establishment of the guide's examples, beside those of directory.ts that specimens of defects speak of. */
const HOSPITAL = CARRIER;
const DEPOSIT_DAY = day('2026-06-15');

/** The body of the examples carries no pool; its category has a published median. */
const GUIDE = generation({
  declarants: [declarantOf(HOSPITAL, { name: 'Centre hospitalier des Dombes' })],
  groups: [],
  accounts: (
    [
      ['615261', 'general', 'lecture', 'Maintenance informatique'],
      ['6262', 'general', 'retraitement', 'Télécommunications'],
      ['64', 'personnel', 'retraitement', 'Charges de personnel'],
      ['6811', 'amortissement', 'retraitement', 'Dotations aux amortissements'],
    ] as const
  ).map(([account, block, mode, label]) => ({
    nomenclature: 'M21',
    year: 2024,
    account,
    block,
    mode,
    label,
  })),
  measures: [
    { code: 'GOUV-1', theme: 'Gouvernance', label: 'Un responsable SSI est nommé', highest: 4 },
    { code: 'EXPL-1', theme: 'Exploitation', label: 'Les sauvegardes sont testées', highest: 4 },
    { code: 'EXPL-2', theme: 'Exploitation', label: 'Les postes sont mis à jour', highest: 4 },
  ],
  history: [
    pastFigures(HOSPITAL, {
      totalExpenses: 216_863_578_02n,
      retainedDigital: 2_322_456_70n,
      retainedSsiFte: 2_50n,
    }),
  ],
});

const AGGREGATES = [
  { axe: 'categorie', tranche: '355', indicateur: 'part_numerique', n: '212', mediane: '0.018900' },
  { axe: 'categorie', tranche: '355', indicateur: 'etp_ssi_retenus', n: '212', mediane: '1.35' },
];

/** A file of the guide judged as `npm run check` does. @param previous deposited before it */
export function checkGuideFile(
  guide: Guide,
  name: string,
  previous: string | null = null,
): Promise<OfflineResult> {
  return check(fileOf(guide, name), previous === null ? null : fileOf(guide, previous));
}

function check(file: LocalFile, previous: LocalFile | null): Promise<OfflineResult> {
  return checkOffline(GUIDE, {
    file,
    previous,
    perimeter: { kind: 'bodies', finess: [HOSPITAL] },
    day: DEPOSIT_DAY,
    aggregates: AGGREGATES,
  });
}

/** What `npm run check` prints of a verdict. */
export async function verdictOn(guide: Guide, name: string): Promise<string> {
  return verdictInWords((await checkGuideFile(guide, name)).verdict);
}

/** What `npm run check -- --previous … --aggregates …` prints under the verdict. */
export async function previewOn(guide: Guide, name: string, previous: string): Promise<string> {
  const { returns, others } = await checkGuideFile(guide, name, previous);
  return previewInWords(returns, others);
}

/** What the cell that has this issue says in the file handed back. */
export async function commentOn(guide: Guide, name: string, code: IssueCode): Promise<string> {
  const issue = issueOf((await checkGuideFile(guide, name)).verdict, code);
  return `${commentTitle(issue.severity)}\n${commentText(issue)}`;
}

/** The doubts on what the files of two guides give together, the second deposited after the first. */
export async function alertsOn(before: LocalFile, file: LocalFile): Promise<readonly Alert[]> {
  return (await check(file, before)).returns.flatMap(({ alerts }) => alerts);
}

/** What is said of a template in which a total was typed over the 0.80 FTE of its one line. */
export async function sentenceOnTypedTotal(): Promise<string> {
  const request = templateRequest(HOSPITAL, GUIDE.directory, CAMPAIGN, null);
  if (!request) throw new Error('no template for the establishment of the guide');
  const workbook = await openWorkbook(await buildTemplate(request));
  const [total = ''] = workbook.definedNames.getRanges('etp_ssi_internes').ranges;
  const sheet = workbook.getWorksheet('ETP SSI');
  const heading = sheet?.getColumn(1).values.indexOf(STAFF_HEADINGS.function) ?? 0;
  if (!sheet || heading < 1) throw new Error('no table of staff in the template');
  sheet.getRow(heading + 1).values = ['RSSI', 'interne', 0.8, 12, 1];
  sheet.getCell(total.split('!').at(-1)?.replaceAll('$', '') ?? '').value = 2.5;
  const file = { path: 'modele.xlsx', bytes: new Uint8Array(await workbook.xlsx.writeBuffer()) };
  return issueOf((await check(file, null)).verdict, 'TOTAL_DISAGREES').message;
}

/** The sentence of an issue, on the file of test/fixtures/defects that has it. */
export async function sentenceOn(code: IssueCode): Promise<string> {
  const file = { path: 'exemple', bytes: await specimen(code) };
  const { verdict } = await checkOffline(SPECIMENS, {
    file,
    previous: null,
    perimeter: { kind: 'nation' },
    day: day('2026-07-15'),
    aggregates: null,
  });
  return issueOf(verdict, code).message;
}

const SPECIMENS: Generation = generation();

async function specimen(code: IssueCode): Promise<Uint8Array> {
  const workbooks: Partial<Record<IssueCode, () => Uint8Array | Promise<Uint8Array>>> = DEFECT_WORKBOOKS;
  return (await workbooks[code]?.()) ?? readFileSync(join(DEFECTS_FOLDER, defectFile(code)));
}

function issueOf(verdict: Verdict, code: IssueCode): Verdict['issues'][number] {
  const issue = verdict.issues.find((one) => one.code === code);
  if (!issue) throw new Error(`${verdict.file} has no ${code}: ${verdict.issues.map((one) => one.code)}`);
  return issue;
}

export function fileOf({ files }: Guide, name: string): LocalFile {
  const content = files.get(name);
  if (content === undefined) throw new Error(`the guide has no file ${name}`);
  return { path: name, bytes: new TextEncoder().encode(content) };
}

/** Names of the sheets of the template that anyone can fill. */
export async function templateSheets(): Promise<readonly string[]> {
  const { sheets } = await readXlsx(await buildTemplate(requestOfAnyone(CAMPAIGN)));
  return sheets.map(({ name }) => name);
}
