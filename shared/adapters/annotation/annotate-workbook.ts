import { ANOMALIES_NAME } from '../../domain/deposit/anomalies-name.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { commentText } from '../../messages/annotation-texts.ts';
import type { AnomalyGroup } from './anomalies/anomaly.ts';
import { freeTabName } from './anomalies/choose-tab.ts';
import { groupAnomalies, HEADING_ROW } from './anomalies/group-anomalies.ts';
import { anomaliesSheetXml } from './anomalies/sheet-xml.ts';
import { findTarget } from './find-target.ts';
import { type Book, openBook } from './open-book.ts';
import { SHEET_TYPE, STYLES_TYPE } from './package/content-types.ts';
import { nextNumber, SHEET_KEY, STYLES_KEY } from './package/part-numbers.ts';
import type { PartSource } from './package/part-source.ts';
import { pathFrom } from './package/relationships.ts';
import { patchWorkbook } from './package/workbook-part.ts';
import { markSheet } from './sheet/mark-sheet.ts';
import type { Mark } from './sheet/marks.ts';
import { patchStyles, type Styles } from './styles/patch-styles.ts';
import { putRelationships } from './workspace.ts';

/**
 * A workbook with the issues of its verdict in it: cells coloured, commented and linked to a sheet `Anomalies`, which
 * links back. Every part that need not change keeps its bytes; marks of an earlier round are replaced.
 *
 * @param parts of a workbook that our reader reads: this only finds its way in it.
 * @param caution a sentence for the sheet of anomalies; blank for none.
 * @throws FileRefusal when it is no workbook.
 */
export async function annotateWorkbook(
  parts: PartSource,
  verdict: Verdict,
  caution = '',
): Promise<Uint8Array> {
  const book = await openBook(parts);
  const { space, sheets, earlier } = book;
  const tab = earlier?.name ?? freeTabName(book.workbook.tabs);
  const names = new Set(sheets.map(({ name }) => name));
  const groups = groupAnomalies(verdict.issues, ({ at }) => findTarget(at, names));
  const styles = await putStyles(book);
  const kept = new Map<string, ReadonlySet<string>>();
  for (const { name, key } of sheets)
    kept.set(name, await markSheet(space, key, marksOn(name, groups), styles.formats, tab));
  const xml = anomaliesSheetXml({
    verdict,
    groups,
    isCommentKept: ({ target }) =>
      target?.range ? kept.get(target.sheet)?.has(target.range.first) === true : false,
    looks: styles.looks,
    caution,
    main: space.main,
  });
  putAnomalies(book, tab, xml);
  await space.changes.finish();
  return space.file.toBytes();
}

function marksOn(sheet: string, groups: readonly AnomalyGroup[]): readonly Mark[] {
  return groups.flatMap(({ anomalies }) =>
    anomalies.flatMap(({ issue, number, row, target }) =>
      target?.sheet === sheet && target.range
        ? [{ severity: issue.severity, range: target.range, number, row, comment: commentText(issue) }]
        : [],
    ),
  );
}

async function putStyles({ space, key, relationships }: Book): Promise<Styles> {
  const { file, changes, folder, main } = space;
  const link = relationships.all.find(({ type }) => type === 'styles');
  const text = link?.target ? await file.read(link.target) : null;
  const styles = patchStyles(text, main);
  // The reader of deposits has read it: what it takes for a stylesheet is one.
  if (styles === null) throw new Error(`no stylesheet: ${link?.target}`);
  if (link?.target) file.write(file.nameOf(link.target), styles.text);
  else {
    const taken = file.has(`${folder}styles.xml`.toLowerCase());
    const name = `${folder}styles${taken ? nextNumber(file.keys(), STYLES_KEY) : ''}.xml`;
    changes.put(name, styles.text, STYLES_TYPE);
    relationships.add('styles', pathFrom(file.nameOf(key), name));
  }
  return styles;
}

function putAnomalies(
  { space, key, workbook, relationships, earlier }: Book,
  tab: string,
  xml: string,
): void {
  const { file, changes, folder } = space;
  const name = earlier
    ? file.nameOf(earlier.key)
    : `${folder}worksheets/sheet${nextNumber(file.keys(), SHEET_KEY)}.xml`;
  changes.put(name, xml, SHEET_TYPE);
  const relationship = earlier ? null : relationships.add('worksheet', pathFrom(file.nameOf(key), name));
  putRelationships(space, key, relationships);
  const ours = { name: tab, relationship, repeatedRows: `$${HEADING_ROW}:$${HEADING_ROW}` };
  file.write(file.nameOf(key), patchWorkbook(workbook, ours, ANOMALIES_NAME));
}
