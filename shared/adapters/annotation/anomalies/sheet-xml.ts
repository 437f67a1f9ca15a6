import type { Verdict } from '../../../domain/verdict/verdict.ts';
import {
  ANOMALY_HEADINGS,
  COMMENT_KEPT,
  HOW_TO_GO_ON,
  NOTHING_TO_DO,
  notAllShown,
  SEVERITY_LABELS,
  sentenceWithoutPlace,
} from '../../../messages/annotation-texts.ts';
import { heightOf } from '../../workbooks/package/row-height.ts';
import { locationOf } from '../sheet/location.ts';
import type { LookName } from '../styles/looks.ts';
import { cellText } from '../xml/cell-text.ts';
import { asAttribute, asContent } from '../xml/escape.ts';
import type { Anomaly, AnomalyGroup } from './anomaly.ts';
import { HEADING_ROW } from './group-anomalies.ts';

/** In characters, by column. */
const WIDTHS = [6, 15, 20, 13, 24, 26, 32, 18, 70] as const;
/** Points. */
const LINE = 15;
const HIGHEST = 409;
const RED = 'FFC00000';
const AMBER = 'FFF0B429';

export interface AnomaliesSheet {
  readonly verdict: Pick<Verdict, 'summary' | 'issues' | 'total'>;
  readonly groups: readonly AnomalyGroup[];
  /** Whether the cell of an anomaly bears a comment of someone else. */
  readonly isCommentKept: (anomaly: Anomaly) => boolean;
  readonly looks: Readonly<Record<LookName, number>>;
  /** Said instead of how to go on; blank for nothing. */
  readonly caution: string;
  /** The vocabulary of the workbook. */
  readonly main: string;
}

interface SheetCell {
  readonly text: string | number;
  readonly look: LookName;
}

/** The worksheet that lists what is to be done, in a single part: texts inline, no formula. */
export function anomaliesSheetXml(sheet: AnomaliesSheet): string {
  const { verdict, groups, looks, main } = sheet;
  const notes = notAllShown(verdict);
  const toDo = verdict.issues.length === 0 ? NOTHING_TO_DO : HOW_TO_GO_ON;
  const rows = [
    lineXml(1, [{ text: verdict.summary, look: 'title' }], looks, 26),
    lineXml(2, [{ text: sheet.caution || toDo, look: 'note' }], looks, LINE + 2),
    lineXml(3, [{ text: notes, look: 'note' }], looks, notes === '' ? 8 : LINE + 2),
    lineXml(
      HEADING_ROW,
      ANOMALY_HEADINGS.map((text) => ({ text, look: 'heading' })),
      looks,
      20,
    ),
    ...groups.flatMap((group) => [
      lineXml(group.row, groupCells(group), looks, 20),
      ...group.anomalies.map((anomaly) => anomalyXml(anomaly, sheet)),
    ]),
  ];
  const lastRow = groups.at(-1)?.anomalies.at(-1)?.row ?? HEADING_ROW;
  const links = groups.flatMap(({ anomalies }) => anomalies.map(linkXml)).join('');
  const color = verdict.issues.some(({ severity }) => severity === 'error') ? RED : AMBER;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">` +
    `<sheetPr><tabColor rgb="${color}"/><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="${HEADING_ROW}" ` +
    `topLeftCell="A${HEADING_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="${LINE}"/><cols>${WIDTHS.map(columnXml).join('')}</cols>` +
    `<sheetData>${rows.join('')}</sheetData>` +
    (links === '' ? '' : `<hyperlinks>${links}</hyperlinks>`) +
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P / &amp;N</oddFooter></headerFooter>' +
    `<ignoredErrors><ignoredError sqref="C${HEADING_ROW}:I${lastRow}" numberStoredAsText="1"/></ignoredErrors>` +
    '</worksheet>'
  );
}

function groupCells({ title }: AnomalyGroup): readonly SheetCell[] {
  return ANOMALY_HEADINGS.map((_, at) => ({ text: at === 0 ? title : '', look: 'group' }));
}

function anomalyXml(anomaly: Anomaly, { looks, isCommentKept }: AnomaliesSheet): string {
  const { issue, number, row, target } = anomaly;
  const { sheet, range } = target ?? { sheet: issue.at.sheet ?? '', range: null };
  const todo = [sentenceWithoutPlace(issue), ...(isCommentKept(anomaly) ? [COMMENT_KEPT] : [])].join('\n');
  const cells: readonly SheetCell[] = [
    { text: number, look: 'number' },
    { text: SEVERITY_LABELS[issue.severity], look: issue.severity },
    { text: sheet, look: target && !range ? 'link' : 'text' },
    { text: range?.ref ?? issue.at.cell ?? '', look: range ? 'link' : 'text' },
    { text: issue.at.column ?? '', look: 'text' },
    { text: issue.seen, look: 'text' },
    { text: issue.expected, look: 'text' },
    { text: issue.example, look: 'text' },
    { text: todo, look: 'text' },
  ];
  const heights = cells.map(({ text }, at) =>
    heightOf(String(text), WIDTHS[at] ?? 0, { font: { size: 10 } }),
  );
  return lineXml(row, cells, looks, Math.min(HIGHEST, Math.max(LINE, ...heights) + 2));
}

/** The link of a line: on the cell's reference, or on the sheet's name. */
function linkXml({ row, target }: Anomaly): string {
  if (target === null) return '';
  const location = asAttribute(locationOf(target.sheet, target.range?.ref ?? 'A1'));
  return `<hyperlink ref="${target.range ? 'D' : 'C'}${row}" location="${location}"/>`;
}

function lineXml(
  row: number,
  cells: readonly SheetCell[],
  looks: AnomaliesSheet['looks'],
  height: number,
): string {
  const written = cells.map(({ text, look }, at) => {
    const place = `r="${String.fromCharCode(65 + at)}${row}" s="${looks[look]}"`;
    if (text === '') return `<c ${place}/>`;
    if (typeof text === 'number') return `<c ${place}><v>${text}</v></c>`;
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${asContent(cellText(text))}</t></is></c>`;
  });
  return `<row r="${row}" ht="${height}" customHeight="1">${written.join('')}</row>`;
}

function columnXml(width: number, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
}
