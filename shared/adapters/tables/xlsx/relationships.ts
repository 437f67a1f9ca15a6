import { keepText } from './kept-text.ts';
import { spendRecord } from './meter.ts';
import { DOCUMENT_RELATIONSHIPS, PACKAGE_RELATIONSHIPS } from './namespaces.ts';
import { relationshipsOf, resolveTarget } from './part-name.ts';
import { readPart, type XlsxPackage } from './xlsx-package.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of the type (`worksheet`, `styles`…), or the whole type when it is not of the standard. */
  readonly type: string;
  /** The key of the part that it points at. */
  readonly target: string;
}

/** The relationships of a part ('' is the package itself) to other parts of the file; links outside it are left out. */
export async function readRelationships(pack: XlsxPackage, part: string): Promise<readonly Relationship[]> {
  const found: Relationship[] = [];
  const source = { part: relationshipsOf(part), root: 'Relationships', vocabulary: PACKAGE_RELATIONSHIPS };
  await readPart(pack, source, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
      spendRecord(pack.meter);
      const keep = (text: string) => keepText(pack.meter, text);
      found.push({ id: keep(id), type: keep(shortType(type)), target: keep(resolveTarget(part, target)) });
    },
    close() {},
    text() {},
  });
  return found;
}

function shortType(type: string): string {
  const cut = type.lastIndexOf('/');
  return DOCUMENT_RELATIONSHIPS.has(type.slice(0, cut)) ? type.slice(cut + 1) : type;
}
