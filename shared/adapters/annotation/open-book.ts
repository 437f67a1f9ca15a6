import { ANOMALIES_NAME } from '../../domain/deposit/anomalies-name.ts';
import { partMissing } from '../tables/xlsx/xlsx-package.ts';
import { earlierTab } from './anomalies/choose-tab.ts';
import { openPackage } from './package/open-package.ts';
import { partChanges } from './package/part-changes.ts';
import type { PartSource } from './package/part-source.ts';
import type { Relationships } from './package/relationships.ts';
import { openWorkbookText, type WorkbookText } from './package/workbook-part.ts';
import { relationshipsOfPart, type Workspace } from './workspace.ts';

interface BookSheet {
  readonly name: string;
  /** Of its part. */
  readonly key: string;
}

/** A workbook open for its annotation. */
export interface Book {
  readonly space: Workspace;
  /** Of the workbook part. */
  readonly key: string;
  readonly workbook: WorkbookText;
  readonly relationships: Relationships;
  /** The depositor's worksheets. */
  readonly sheets: readonly BookSheet[];
  /** Our sheet of an earlier round. */
  readonly earlier: BookSheet | null;
}

/** @throws FileRefusal when it is no workbook. */
export async function openBook(parts: PartSource): Promise<Book> {
  const file = openPackage(parts);
  const own = await relationshipsOfPart({ file, relationshipTypes: '' }, '');
  const key = own?.all.find(({ type }) => type === 'officeDocument')?.target ?? '';
  const workbook = openWorkbookText((await file.read(key)) ?? '', ANOMALIES_NAME);
  if (workbook === null) throw partMissing(key);
  const name = file.nameOf(key);
  const space: Workspace = {
    file,
    changes: partChanges(file),
    folder: name.slice(0, name.lastIndexOf('/') + 1),
    main: workbook.main,
    relationshipTypes: workbook.relationships,
  };
  const relationships = await relationshipsOfPart(space, key);
  if (relationships === null) throw partMissing(key);
  const sheets = sheetsOf(workbook, relationships);
  const earlier = earlierTab(sheets, workbook.ours);
  return {
    space,
    key,
    workbook,
    relationships,
    sheets: sheets.filter((sheet) => sheet !== earlier),
    earlier,
  };
}

/** Charts and dialogs are tabs too, but have no cells. */
function sheetsOf({ tabs }: WorkbookText, { byId }: Relationships): readonly BookSheet[] {
  return tabs.flatMap(({ name, relationship }) => {
    const link = byId.get(relationship);
    return link?.type === 'worksheet' && link.target !== null ? [{ name, key: link.target }] : [];
  });
}
