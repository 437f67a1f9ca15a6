import { PACKAGE_RELATIONSHIPS } from '../tables/xlsx/namespaces.ts';
import { relationshipsOf } from '../tables/xlsx/part-name.ts';
import { RELATIONSHIPS_TYPE } from './package/content-types.ts';
import type { OpenPackage } from './package/open-package.ts';
import type { PartChanges } from './package/part-changes.ts';
import { openRelationships, type Relationships } from './package/relationships.ts';

/** A workbook being annotated. */
export interface Workspace {
  readonly file: OpenPackage;
  readonly changes: PartChanges;
  /** Where its own parts lie, with a slash at the end: `xl/`. */
  readonly folder: string;
  /** The vocabularies that new parts are of. */
  readonly main: string;
  readonly relationshipTypes: string;
}

/** The relationships of a part ('' for the package's own); null when it has a list of them that we do not understand. */
export async function relationshipsOfPart(
  { file, relationshipTypes }: Pick<Workspace, 'file' | 'relationshipTypes'>,
  key: string,
): Promise<Relationships | null> {
  const list = relationshipsOf(key);
  const text = await file.readSound(list, { root: 'Relationships', vocabulary: PACKAGE_RELATIONSHIPS });
  return text === null && file.has(list) ? null : openRelationships(key, text, relationshipTypes);
}

export function putRelationships({ file, changes }: Workspace, key: string, list: Relationships): void {
  const text = list.text();
  const listKey = relationshipsOf(key);
  if (text !== null) {
    const name = file.has(listKey) ? file.nameOf(listKey) : relationshipsName(file.nameOf(key));
    changes.put(name, text, RELATIONSHIPS_TYPE);
  } else if (file.has(listKey)) changes.drop(listKey);
}

/** `xl/worksheets/_rels/sheet1.xml.rels` for a part named `xl/worksheets/sheet1.xml`, its case kept. */
function relationshipsName(name: string): string {
  return name.replace(/[^/]*$/, '_rels/$&.rels');
}
