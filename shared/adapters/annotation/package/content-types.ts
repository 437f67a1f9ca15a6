import { CONTENT_TYPES } from '../../tables/xlsx/namespaces.ts';
import { partKey } from '../../tables/xlsx/part-name.ts';
import { attributesOf, childrenOf, openDocument } from '../xml/document.ts';
import { addition, applyEdits, removal } from '../xml/edits.ts';
import { asAttribute } from '../xml/escape.ts';

export const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
export const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
export const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

export const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** Kinds of parts that packages name by their extension alone. */
const EXTENSIONS: Readonly<Record<string, string>> = { [VML_TYPE]: 'vml', [RELATIONSHIPS_TYPE]: 'rels' };

export interface TypeChanges {
  /** Type by the part's name. */
  readonly added: ReadonlyMap<string, string>;
  /** Keys of parts that are gone. */
  readonly dropped: ReadonlySet<string>;
}

/** The content types with those of the parts added, and without those of the parts dropped. */
export function patchContentTypes(text: string, { added, dropped }: TypeChanges): string {
  const document = openDocument(text, CONTENT_TYPES);
  if (document === null) return text;
  const known = childrenOf(document, document.root).map((element) => {
    const attributes = attributesOf(document, element);
    return {
      element,
      key: element.local === 'Override' ? partKey(attributes.get('PartName') ?? '') : null,
      extension: element.local === 'Default' ? (attributes.get('Extension') ?? '').toLowerCase() : null,
    };
  });
  const keys = new Set(known.map(({ key }) => key));
  const extensions = new Set(known.map(({ extension }) => extension));
  const written = new Set<string>();
  for (const [name, type] of added) {
    if (keys.has(partKey(name)) && !dropped.has(partKey(name))) continue;
    const extension = EXTENSIONS[type];
    if (extension === undefined)
      written.add(`<${document.prefix}Override PartName="/${asAttribute(name)}" ContentType="${type}"/>`);
    else if (!extensions.has(extension))
      written.add(`<${document.prefix}Default Extension="${extension}" ContentType="${type}"/>`);
  }
  return applyEdits(text, [
    ...known.filter(({ key }) => key !== null && dropped.has(key)).map(({ element }) => removal(element)),
    ...(written.size === 0 ? [] : [addition(document.root, [...written].join(''))]),
  ]);
}
